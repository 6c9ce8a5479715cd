import type { PlanAssignment, Violation } from '../plan.js';
import type { RosterProblem, Worker } from '../problem.js';
import { localView } from './local-view.js';
import type { LocalCost, LocalView } from './local-view.js';

/** A place in the demand: a group on a day, and the minutes from 00:00 of that day in which somebody is wanted. */
export interface WantedTime {
  readonly group: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** Somebody who is not there, and the duty that would bring them there. */
export interface Candidate {
  readonly worker: string;
  /** Of the shifts on offer that reach into the wanted time, the cheapest lawful one. */
  readonly duty: PlanAssignment;
  /** Their duty of the day that they leave for it; null when they are free. */
  readonly gives: PlanAssignment | null;
  /** Hard rules that forbid it; empty when it may be done. */
  readonly violations: readonly Violation[];
  /** Yuan of the objective, the new plan less the old, and by rule; null when a hard rule forbids it. */
  readonly cost: LocalCost | null;
}

/**
 * Everybody who is not in the group at the wanted time and what it would cost to have them there: lawful ones first, the
 * cheapest first. One entry a person; none when no shift on offer reaches into the time. Differences are exact, hard rules
 * as the independent checker sees them.
 */
export function rankCandidates(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  wanted: WantedTime,
): readonly Candidate[] {
  const [first, ...others] = shiftsInto(problem, wanted);
  if (first === undefined) return [];
  const shifts = [first, ...others] as const;
  const view = localView(problem, assignments);
  const isThere = ({ day, shift, group }: PlanAssignment): boolean =>
    day === wanted.day && group === wanted.group && shifts.includes(shift);
  return problem.workers
    .filter(({ id }) => !view.dutiesOf(id).some(isThere))
    .map((worker) => bestFor(view, worker, { wanted, shifts }))
    .sort(
      (a, b) => a.violations.length - b.violations.length || yuanOf(a) - yuanOf(b) || (a.worker < b.worker ? -1 : 1),
    );
}

/** Shifts of the group's offer that are at the post at some time of what is wanted. */
function shiftsInto(problem: RosterProblem, { group, day, start, end }: WantedTime): readonly string[] {
  const offered = problem.groups
    .filter(({ id }) => id === group)
    .flatMap(({ offers }) => offers.filter((offer) => offer.day === day).flatMap(({ shifts }) => shifts));
  return problem.shifts
    .filter(({ id, segments }) => offered.includes(id) && segments.some((one) => one.start < end && start < one.end))
    .map(({ id }) => id);
}

interface Asked {
  readonly wanted: WantedTime;
  readonly shifts: readonly [string, ...string[]];
}

/** The cheapest lawful shift; when none is lawful, the one with the fewest obstacles. */
function bestFor(view: LocalView, worker: Worker, { wanted, shifts: [first, ...others] }: Asked): Candidate {
  const { group, day } = wanted;
  const option = (shift: string): Candidate => tried(view, worker, { worker: worker.id, day, shift, group });
  const one = option(first);
  // Whoever may not serve the group that day may do so in no shift of it; what else is in the way of this one doesn't matter.
  const unfit = one.violations.filter(({ rule }) => rule === 'eligibility');
  if (unfit.length > 0) return { ...one, violations: unfit };
  return [one, ...others.map(option)].reduce((best, other) =>
    other.violations.length < best.violations.length ||
    (other.violations.length === best.violations.length && yuanOf(other) < yuanOf(best) - 1e-9)
      ? other
      : best,
  );
}

function tried(view: LocalView, worker: Worker, duty: PlanAssignment): Candidate {
  const own = view.dutiesOf(worker.id);
  const gives = own.find(({ day }) => day === duty.day) ?? null;
  const after = [...own.filter((one) => one !== gives), duty];
  const violations = view.violations([worker], after);
  return {
    worker: worker.id,
    duty,
    gives,
    violations,
    cost: violations.length > 0 ? null : view.costs([worker], after),
  };
}

function yuanOf({ cost }: Candidate): number {
  return cost?.costDifference ?? Infinity;
}
