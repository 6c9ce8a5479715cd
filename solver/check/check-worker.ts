import type { PlanAssignment } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { checkPlan } from './check-plan.js';

/** A process that knows nothing but a problem and assignments, and answers with the checker's account. */
process.on('message', ({ problem, assignments }: CheckRequest) => {
  process.send?.(checkPlan(problem, assignments), () => {
    process.disconnect();
  });
});

export interface CheckRequest {
  readonly problem: RosterProblem;
  readonly assignments: readonly PlanAssignment[];
}
