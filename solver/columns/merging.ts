import type { ColumnProblem, Roster } from './column-problem.js';
import { isAllowedRoster, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import type { SharedPlan } from './shared-plan.js';

/**
 * Offers a better plan to the other threads. Where they have changed other days or other workers meanwhile, both changes are taken
 * together. Returns the cheapest of the plans.
 */
export function sharePlan(
  problem: ColumnProblem,
  { shared, before, after }: { readonly shared: SharedPlan; readonly before: ColumnPlan; readonly after: ColumnPlan },
): ColumnPlan {
  const theirs = shared.rosters();
  const rosters = mergedRosters(problem, { before: before.rosters, ours: after.rosters, theirs });
  const merged = rosters === null ? null : toColumnPlan(problem, rosters);
  const best = merged !== null && merged.cost < after.cost ? merged : after;
  if (shared.offer(best)) return best;
  return shared.cost() < best.cost ? toColumnPlan(problem, shared.rosters()) : best;
}

/** Both sides' changes since `before`; null when one worker's roster breaks a limit with both. */
function mergedRosters(
  problem: ColumnProblem,
  {
    before,
    ours,
    theirs,
  }: { readonly before: readonly Roster[]; readonly ours: readonly Roster[]; readonly theirs: readonly Roster[] },
): Roster[] | null {
  const rosters: Roster[] = [];
  for (const [index, worker] of problem.workers.entries()) {
    const merged = merge({
      before: before[index] as Roster,
      ours: ours[index] as Roster,
      theirs: theirs[index] as Roster,
    });
    if (!isAllowedRoster(problem, { worker, roster: merged })) return null;
    rosters.push(merged);
  }
  return rosters;
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
