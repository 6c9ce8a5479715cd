import type { PlanVacancy } from '../plan.js';
import type { Demand, RosterProblem } from '../problem.js';
import type { RosterFacts } from '../rules/roster-facts.js';
import { minutesPerDay } from '../rules/roster-facts.js';
import { greatestCommonDivisor } from '../rules/overtime.js';
import { covers } from '../rules/vacancy.js';

/** Missing intervals of one group that a single duty could fill, so that they have one reason and one remedy. */
export interface VacancyUnit {
  readonly group: string;
  /** Start day of the earliest interval. */
  readonly day: number;
  readonly intervals: readonly PlanVacancy[];
  /** Missing person-minutes of all intervals. */
  readonly missingMinutes: number;
  /** No plan has fewer missing minutes here without having at least this many fewer: the common divisor of the lengths. */
  readonly step: number;
}

/** Gathers the vacancies of a plan in order of time: an interval joins the unit before it while one duty on offer covers them all. */
export function vacancyUnits(facts: RosterFacts, vacancies: readonly PlanVacancy[]): readonly VacancyUnit[] {
  const at = ({ day, start }: PlanVacancy): number => day * minutesPerDay + start;
  const units: PlanVacancy[][] = [];
  const inOrder = vacancies.toSorted((a, b) => (a.group === b.group ? at(a) - at(b) : a.group < b.group ? -1 : 1));
  for (const vacancy of inOrder) {
    const last = units.at(-1);
    if (last?.[0]?.group === vacancy.group && coveringDuties(facts, [...last, vacancy]).length > 0) last.push(vacancy);
    else units.push([vacancy]);
  }
  return units.map((intervals) => ({
    group: intervals[0]?.group ?? '',
    day: intervals[0]?.day ?? 0,
    intervals,
    missingMinutes: intervals.reduce((sum, { missing, start, end }) => sum + missing * (end - start), 0),
    step: intervals.reduce((divisor, { start, end }) => greatestCommonDivisor(divisor, end - start), 0),
  }));
}

/** Start days and shifts on offer whose duty would be present through every one of the intervals. */
export function coveringDuties(
  facts: RosterFacts,
  intervals: readonly PlanVacancy[],
): readonly { readonly day: number; readonly shift: string }[] {
  const [first] = intervals;
  if (first === undefined) return [];
  return startDays(facts, first.day).flatMap((day) =>
    facts
      .offered(first.group, day)
      .filter((shift) => intervals.every((interval) => covers(shift, day, asDemand(interval))))
      .map((shift) => ({ day, shift: shift.id })),
  );
}

/** Start days of duties that can cover anything on `day`. */
export function startDays({ problem }: { readonly problem: RosterProblem }, day: number): readonly number[] {
  const longest = Math.max(0, ...problem.shifts.map((shift) => shift.segments.at(-1)?.end ?? 0));
  const reach = Math.ceil(longest / minutesPerDay);
  return Array.from({ length: reach + 1 }, (_, back) => day - reach + back).filter((start) => start >= 0);
}

export function asDemand(vacancy: PlanVacancy): Demand {
  return { ...vacancy, required: vacancy.missing };
}
