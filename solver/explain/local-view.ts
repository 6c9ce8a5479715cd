import { KeptCheck } from '../check/kept-check.js';
import { worseThan } from '../check/worse.js';
import type { PlanAssignment, SoftRuleName, Violation } from '../plan.js';
import type { RosterProblem, Worker } from '../problem.js';

/** What a change of a few people's duties costs the whole plan, exactly, in yuan: after less before. */
export interface LocalCost {
  /** Rules that don't change are absent. */
  readonly costByRule: Readonly<Partial<Record<SoftRuleName, number>>>;
  readonly costDifference: number;
}

/**
 * Changes of a few people's duties, judged by the independent checker. `workers` may differ from the problem's (an approval more);
 * `after` are all their duties, and every other person's stand.
 */
export interface LocalView {
  dutiesOf(worker: string): readonly PlanAssignment[];
  /** Hard rules that the change breaks, or breaks further than they were broken before. */
  violations(workers: readonly Worker[], after: readonly PlanAssignment[]): readonly Violation[];
  costs(workers: readonly Worker[], after: readonly PlanAssignment[]): LocalCost;
}

/** Differences below this are round-off. */
const noise = 1e-9;

export function localView(problem: RosterProblem, assignments: readonly PlanAssignment[]): LocalView {
  const kept = new KeptCheck(problem, assignments);
  return {
    dutiesOf: (worker) => kept.dutiesOf(worker),
    violations: (workers, after) =>
      workers.flatMap((worker) =>
        worseThan(
          kept.standing(worker.id),
          kept.broken(
            worker,
            after.filter((duty) => duty.worker === worker.id),
          ),
        ),
      ),
    costs(workers, after) {
      const costs = Object.entries(kept.costs({ workers, after }))
        .map(([rule, yuan]) => [rule, Math.round(yuan * 1e6) / 1e6] as const)
        .filter(([, yuan]) => Math.abs(yuan) > noise);
      return {
        costByRule: Object.fromEntries(costs),
        costDifference: costs.reduce((sum, [, yuan]) => sum + yuan, 0),
      };
    },
  };
}
