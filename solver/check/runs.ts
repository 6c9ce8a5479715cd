import type { Worker } from '../problem.js';
import { dutiesOf, type Facts } from './facts.js';

/** Consecutive days of the horizon, all with a duty that starts on them or all without. */
export interface Run {
  readonly isWorked: boolean;
  readonly days: readonly number[];
  /** Whether the run's beginning and end are known: it ends inside the horizon, and begins inside or with a known history. */
  readonly isWhole: boolean;
  /** Days before the horizon that belong to the run, as far as `history.eve` tells. */
  readonly daysBefore: number;
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
  const { eve } = worker.history;
  return runs.map((run) => {
    const isFirst = run.days.includes(0);
    const goesOn = isFirst && eve !== undefined && (eve.shift !== null) === run.isWorked;
    return {
      ...run,
      isWhole: !run.days.includes(last) && (!isFirst || eve !== undefined),
      daysBefore: goesOn ? eve.days : 0,
    };
  });
}

/** A run that ended with the eve, shorter than `least`; the first day should have gone on with it. */
export function endedTooSoon(
  { history: { eve } }: Worker,
  [first]: readonly Run[],
  least: number,
): 'duties' | 'daysOff' | undefined {
  if (eve === undefined || first === undefined || eve.days >= least || (eve.shift !== null) === first.isWorked)
    return undefined;
  return eve.shift === null ? 'daysOff' : 'duties';
}
