import type { Worker } from '../problem.js';
import { dutiesOf, type Facts } from './facts.js';

/** Consecutive days of the horizon, all with a duty that starts on them or all without. */
export interface Run {
  readonly isWorked: boolean;
  readonly days: readonly number[];
  /** Whether the run begins and ends inside the horizon, so that its length is known. */
  readonly isInside: boolean;
}

/** The worker's days from first to last, cut where work turns to rest and rest to work. */
export function runsOf(facts: Facts, worker: Worker): Run[] {
  const worked = new Set(dutiesOf(facts, worker).map(({ day }) => day));
  const last = facts.problem.days.length - 1;
  const runs: { isWorked: boolean; days: number[] }[] = [];
  for (let day = 0; day <= last; day += 1) {
    const current = runs.at(-1);
    if (current?.isWorked === worked.has(day)) current.days.push(day);
    else runs.push({ isWorked: worked.has(day), days: [day] });
  }
  return runs.map((run) => ({ ...run, isInside: !run.days.includes(0) && !run.days.includes(last) }));
}
