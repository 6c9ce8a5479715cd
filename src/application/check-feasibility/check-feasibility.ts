import { buildProblem } from '../../planning/build-problem.js';
import { feasibilityOf, type FeasibilityReport } from '../../planning/explain.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPlanningFacts, type PlanningRange } from '../plan-roster/planning-facts.js';

export type { FeasibilityReport };

/** What the people of a contract can do against what a range of days needs, before it is planned. Refuses as `planRoster` does before it solves. */
export async function checkFeasibility(context: Context, range: PlanningRange): Promise<Result<FeasibilityReport>> {
  const facts = await context.unitOfWork.read((repositories) =>
    readPlanningFacts(repositories, range, context.clock.today()),
  );
  if (!facts.ok) return facts;
  const problem = buildProblem(facts.value);
  return problem.ok ? done(await feasibilityOf(problem.value)) : problem;
}
