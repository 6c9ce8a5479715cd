import type { Demand } from '../problem.js';
import type { PlanVacancy } from '../plan.js';
import { calendarDays, minutesOfDay, type Duty, type Facts } from './facts.js';

const found = new WeakMap<Facts, readonly PlanVacancy[]>();

/** Every demand interval that is short of people, with what that costs; looked for once a plan. */
export function findVacancies(facts: Facts): readonly PlanVacancy[] {
  const vacancies = found.get(facts) ?? search(facts);
  found.set(facts, vacancies);
  return vacancies;
}

function search(facts: Facts): PlanVacancy[] {
  return facts.problem.demand.flatMap((demand) => vacancyAt(demand, present(facts, demand)) ?? []);
}

/** The vacancy of an interval at which so many people are; undefined when nobody is missing. */
export function vacancyAt(
  { group, day, start, end, price, required }: Demand,
  people: number,
): PlanVacancy | undefined {
  const missing = required - people;
  return missing <= 0 ? undefined : { group, day, start, end, missing, price: price * missing };
}

export function costVacancy(facts: Facts): number {
  return findVacancies(facts).reduce((sum, { price }) => sum + price, 0);
}

export function missingMinutes(facts: Facts): number {
  return findVacancies(facts).reduce((sum, { missing, start, end }) => sum + missing * (end - start), 0);
}

/**
 * How many people are at the group throughout the interval. Who leaves for a meal inside it doesn't count, and
 * neither do two halves of two people: the interval is elementary, so the caller has cut it where shifts change.
 */
export function present(facts: Facts, demand: Demand): number {
  const end = minutesOfDay * demand.day + demand.end;
  const planned = byPlace(facts).get(placeKey(demand.group, firstDayOf(demand))) ?? [];
  const runningOn = facts.running.filter(
    ({ history }) => history.running?.group === demand.group && end <= history.running.until,
  );
  return planned.filter((duty) => isThroughout(duty, demand)).length + runningOn.length;
}

const places = new WeakMap<Facts, ReadonlyMap<string, readonly Duty[]>>();

/** The duties of a group that are at their post at some time of a calendar day, by `placeKey`; sorted once a plan. */
function byPlace(facts: Facts): ReadonlyMap<string, readonly Duty[]> {
  const known = places.get(facts);
  if (known !== undefined) return known;
  const sorted = new Map<string, Duty[]>();
  for (const duty of facts.duties) {
    for (const day of new Set(duty.presence.flatMap(calendarDays))) {
      const key = placeKey(duty.group.id, day);
      const there = sorted.get(key);
      if (there === undefined) sorted.set(key, [duty]);
      else there.push(duty);
    }
  }
  places.set(facts, sorted);
  return sorted;
}

export function placeKey(group: string, day: number): string {
  return `${day} ${group}`;
}

/** The calendar day on which an interval begins; whoever is there throughout is there on it. */
export function firstDayOf({ day, start }: Demand): number {
  return day + Math.floor(start / minutesOfDay);
}

/** Whether somebody on this duty is at the group throughout the interval. */
export function isThroughout({ group, presence }: Duty, demand: Demand): boolean {
  const start = minutesOfDay * demand.day + demand.start;
  const end = minutesOfDay * demand.day + demand.end;
  return group.id === demand.group && presence.some((stretch) => stretch.start <= start && end <= stretch.end);
}
