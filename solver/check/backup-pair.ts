import { dutiesOf, roleOn, type Facts } from './facts.js';

/** AB岗: days with demand in the holder's home group on which neither of the two works although one could. */
export function costBackupPair(facts: Facts): number {
  const { problem } = facts;
  const needed = problem.days.map(
    (_, day) => new Set(problem.demand.filter((one) => one.day === day && one.required > 0).map(({ group }) => group)),
  );
  let uncovered = 0;
  for (const pair of problem.backupPairs) {
    const holder = problem.workers.find(({ id }) => id === pair.holder);
    const backup = problem.workers.find(({ id }) => id === pair.backup);
    if (holder === undefined || backup === undefined) continue;
    const own = [...dutiesOf(facts, holder), ...dutiesOf(facts, backup)];
    for (const [day, groups] of needed.entries()) {
      const isNeeded = [...groups].some((group) => roleOn(holder, group, day) === 'home');
      const isPossible = [holder, backup].some(({ unavailable }) => !unavailable.some((off) => off.day === day));
      const isCovered = own.some((duty) => duty.day === day);
      if (isNeeded && isPossible && !isCovered) uncovered += 1;
    }
  }
  return problem.weights.uncoveredPair * uncovered;
}
