import type { ColumnProblem, Roster } from './column-problem.js';
import { isAllowedRoster, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import type { SharedPlan } from './shared-plan.js';

/** The plan that is bettered, and how it is replaced. */
export interface Current {
  plan(): ColumnPlan;
  take(found: ColumnPlan): void;
}

/**
 * Offers a better plan to the other threads. Where they have changed other days or other workers meanwhile, both changes are taken
 * together; a worker who breaks a limit with both keeps one side's. Returns the cheapest of the plans.
 */
export function sharePlan(
  problem: ColumnProblem,
  { shared, before, after }: { readonly shared: SharedPlan; readonly before: ColumnPlan; readonly after: ColumnPlan },
): ColumnPlan {
  const theirs = shared.rosters();
  let best = after;
  for (const yielding of ['ours', 'theirs'] as const) {
    const rosters = mergedRosters(problem, { before: before.rosters, ours: after.rosters, theirs, yielding });
    const merged = toColumnPlan(problem, rosters);
    if (merged.cost < best.cost) best = merged;
  }
  if (shared.offer(best)) return best;
  return shared.cost() < best.cost ? toColumnPlan(problem, shared.rosters()) : best;
}

/** Both sides' changes since `before`; a worker's whole roster is one side's where both together break a limit. */
function mergedRosters(
  problem: ColumnProblem,
  {
    before,
    ours,
    theirs,
    yielding,
  }: {
    readonly before: readonly Roster[];
    readonly ours: readonly Roster[];
    readonly theirs: readonly Roster[];
    /** The side whose roster gives way then. */
    readonly yielding: 'ours' | 'theirs';
  },
): Roster[] {
  return problem.workers.map((worker, index) => {
    const own = ours[index] as Roster;
    const other = theirs[index] as Roster;
    const merged = merge({ before: before[index] as Roster, ours: own, theirs: other });
    if (isAllowedRoster(problem, { worker, roster: merged })) return merged;
    return yielding === 'ours' ? other : own;
  });
}

/** Day by day what either side has changed; ours where both have. */
function merge({
  before,
  ours,
  theirs,
}: {
  readonly before: Roster;
  readonly ours: Roster;
  readonly theirs: Roster;
}): Roster {
  return theirs.map((shift, day) => (ours[day] === before[day] ? shift : (ours[day] as number)));
}
