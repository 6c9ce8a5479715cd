import type { Demand } from '../problem.js';
import type { PlanVacancy } from '../plan.js';
import { minutesOfDay, type Facts } from './facts.js';

const found = new WeakMap<Facts, readonly PlanVacancy[]>();

/** Every demand interval that is short of people, with what that costs; looked for once a plan. */
export function findVacancies(facts: Facts): readonly PlanVacancy[] {
  const vacancies = found.get(facts) ?? search(facts);
  found.set(facts, vacancies);
  return vacancies;
}

function search(facts: Facts): PlanVacancy[] {
  return facts.problem.demand.flatMap((demand) => {
    const missing = demand.required - present(facts, demand);
    if (missing <= 0) return [];
    const { group, day, start, end, price } = demand;
    return [{ group, day, start, end, missing, price: price * missing }];
  });
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
export function present({ problem, byGroup }: Facts, demand: Demand): number {
  const start = minutesOfDay * demand.day + demand.start;
  const end = minutesOfDay * demand.day + demand.end;
  const planned = (byGroup.get(demand.group) ?? []).filter(({ presence }) =>
    presence.some((stretch) => stretch.start <= start && end <= stretch.end),
  );
  const running = problem.workers.filter(
    ({ history }) => history.running?.group === demand.group && end <= history.running.until,
  );
  return planned.length + running.length;
}
