import type { BackupPair, RosterProblem, Worker } from '../problem.js';
import { roleOn, type Facts } from './facts.js';

/** AB岗: days with demand in the holder's home group on which neither of the two works although one could. */
export function costBackupPair({ problem, byWorker }: Facts): number {
  const needed = neededGroups(problem);
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]));
  const daysOf = (id: string): readonly number[] => (byWorker.get(id) ?? []).map(({ day }) => day);
  const uncovered = problem.backupPairs.map((pair) => uncoveredDays(pair, { needed, workers, daysOf }));
  return problem.weights.uncoveredPair * uncovered.reduce((sum, days) => sum + days, 0);
}

/** The groups that need anybody, by day. */
export function neededGroups({ days, demand }: RosterProblem): readonly ReadonlySet<string>[] {
  const needed = days.map(() => new Set<string>());
  for (const { day, group, required } of demand) if (required > 0) needed[day]?.add(group);
  return needed;
}

export interface PairFacts {
  readonly needed: readonly ReadonlySet<string>[];
  readonly workers: ReadonlyMap<string, Worker>;
  /** Start days of a worker's duties. */
  readonly daysOf: (id: string) => readonly number[];
}

/** Days on which one pair leaves the holder's home group without either of the two. */
export function uncoveredDays(pair: BackupPair, { needed, workers, daysOf }: PairFacts): number {
  const [holder, backup] = [workers.get(pair.holder), workers.get(pair.backup)];
  if (holder === undefined || backup === undefined) return 0;
  const worked = new Set([...daysOf(holder.id), ...daysOf(backup.id)]);
  let uncovered = 0;
  for (const [day, groups] of needed.entries()) {
    if (worked.has(day)) continue;
    const isNeeded = [...groups].some((group) => roleOn(holder, group, day) === 'home');
    const isPossible = [holder, backup].some(({ unavailable }) => !unavailable.some((off) => off.day === day));
    if (isNeeded && isPossible) uncovered += 1;
  }
  return uncovered;
}
