import { roleOn, type Facts } from './facts.js';

/** AB岗: days with demand in the holder's home group on which neither of the two works although one could. */
export function costBackupPair({ problem, duties }: Facts): number {
  let uncovered = 0;
  for (const pair of problem.backupPairs) {
    const holder = problem.workers.find(({ id }) => id === pair.holder);
    const backup = problem.workers.find(({ id }) => id === pair.backup);
    if (holder === undefined || backup === undefined) continue;
    for (const day of problem.days.keys()) {
      const isNeeded = problem.demand.some(
        (demand) => demand.day === day && demand.required > 0 && roleOn(holder, demand.group, day) === 'home',
      );
      const isPossible = [holder, backup].some(({ unavailable }) => !unavailable.some((off) => off.day === day));
      const isCovered = duties.some((duty) => duty.day === day && (duty.worker === holder || duty.worker === backup));
      if (isNeeded && isPossible && !isCovered) uncovered += 1;
    }
  }
  return problem.weights.uncoveredPair * uncovered;
}
