import type { BackupPair, RosterProblem, Worker } from '../problem.js';
import { grouped, roleOn, type Facts } from './facts.js';

/** AB岗: days on which the holder's home group works at full strength and neither of the two works although one could. */
export function costBackupPair({ problem, byWorker }: Facts): number {
  const full = fullGroups(problem);
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]));
  const daysOf = (id: string): readonly number[] => (byWorker.get(id) ?? []).map(({ day }) => day);
  const uncovered = problem.backupPairs.map((pair) => uncoveredDays(pair, { full, workers, daysOf }));
  return problem.weights.uncoveredPair * uncovered.reduce((sum, days) => sum + days, 0);
}

/** The groups that work at full strength, by day: some interval needs at least half of the people in the group's pairs. */
export function fullGroups({ days, demand, workers, backupPairs }: RosterProblem): readonly ReadonlySet<string>[] {
  const byId = new Map(workers.map((worker) => [worker.id, worker]));
  const holding = backupPairs.flatMap((pair) =>
    (byId.get(pair.holder)?.eligibility ?? []).map(({ group }) => ({ ...pair, group })),
  );
  const ofGroup = grouped(holding, ({ group }) => group);
  const inPairs = (group: string, day: number): number => {
    const people = new Set<string>();
    for (const { holder, backup } of ofGroup.get(group) ?? []) {
      const worker = byId.get(holder);
      if (worker !== undefined && roleOn(worker, group, day) === 'home') people.add(holder).add(backup);
    }
    return people.size;
  };
  const needed = days.map(() => new Map<string, number>());
  for (const { group, day, required } of demand) {
    if (required > (needed[day]?.get(group) ?? 0)) needed[day]?.set(group, required);
  }
  return needed.map(
    (groups, day) =>
      new Set([...groups].flatMap(([group, required]) => (2 * required >= inPairs(group, day) ? [group] : []))),
  );
}

export interface PairFacts {
  readonly full: readonly ReadonlySet<string>[];
  readonly workers: ReadonlyMap<string, Worker>;
  /** Start days of a worker's duties. */
  readonly daysOf: (id: string) => readonly number[];
}

/** Days on which one pair leaves the holder's home group without either of the two. */
export function uncoveredDays(pair: BackupPair, { full, workers, daysOf }: PairFacts): number {
  const [holder, backup] = [workers.get(pair.holder), workers.get(pair.backup)];
  if (holder === undefined || backup === undefined) return 0;
  const worked = new Set([...daysOf(holder.id), ...daysOf(backup.id)]);
  let uncovered = 0;
  for (const [day, groups] of full.entries()) {
    if (worked.has(day)) continue;
    const isFull = [...groups].some((group) => roleOn(holder, group, day) === 'home');
    const isPossible = [holder, backup].some(({ unavailable }) => !unavailable.some((off) => off.day === day));
    if (isFull && isPossible) uncovered += 1;
  }
  return uncovered;
}
