import type { RosterProblem } from '../problem.js';
import { seededIntegers } from '../search/random.js';
import { hallWeek } from './hall-week.js';

/**
 * A synthetic city week: districts of 140 posts in 16 groups and 156 people each, sixteen of them relief for four groups of their own
 * district. Between 3 % and 15 % of the people are on leave for a while, and histories are more even in some districts than in others.
 */
export function cityWeek({
  districts,
  seed = 1,
}: {
  readonly districts: number;
  readonly seed?: number;
}): RosterProblem {
  const next = seededIntegers(seed);
  const weeks = Array.from({ length: districts }, (_, index) =>
    inDistrict(
      `D${String(index + 1).padStart(3, '0')}`,
      hallWeek({ seed: 1 + next(1_000_000), onLeave: 4 + next(20), histories: 2 + next(10) }),
    ),
  );
  const [first] = weeks;
  if (first === undefined) throw new RangeError('A city has at least one district');
  return {
    ...first,
    name: `city week of ${districts} districts`,
    groups: weeks.flatMap(({ groups }) => groups),
    demand: weeks.flatMap(({ demand }) => demand),
    workers: weeks.flatMap(({ workers }) => workers),
    fairness: weeks.flatMap(({ fairness }) => fairness),
    backupPairs: weeks.flatMap(({ backupPairs }) => backupPairs),
  };
}

/** The same week with the district's name before every group and worker. */
function inDistrict(district: string, week: RosterProblem): RosterProblem {
  const local = (id: string): string => `${district}-${id}`;
  return {
    ...week,
    groups: week.groups.map((group) => ({ ...group, id: local(group.id) })),
    demand: week.demand.map((demand) => ({ ...demand, group: local(demand.group) })),
    workers: week.workers.map((worker) => ({
      ...worker,
      id: local(worker.id),
      eligibility: worker.eligibility.map((entry) => ({ ...entry, group: local(entry.group) })),
      history: { ...worker.history, group: worker.history.group === null ? null : local(worker.history.group) },
    })),
    fairness: week.fairness.map((rule) => ({ ...rule, workers: rule.workers.map(local) })),
    backupPairs: week.backupPairs.map(({ holder, backup }) => ({ holder: local(holder), backup: local(backup) })),
  };
}
