import { buildProblem } from '../../planning/build-problem.js';
import { problemText, type ProblemFormat } from '../../planning/problem-text.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPlanningFacts, type PlanningRange } from '../plan-roster/planning-facts.js';

/**
 * The roster problem of a range as JSON, or its named model in LP or MPS format for any other solver. The same problem that
 * `planRoster` would solve now. Refuses as `planRoster` does before it solves.
 */
export async function exportProblem(
  context: Context,
  request: PlanningRange & { readonly format: ProblemFormat },
): Promise<Result<string>> {
  const facts = await context.unitOfWork.read((repositories) =>
    readPlanningFacts(repositories, request, context.clock.today()),
  );
  if (!facts.ok) return facts;
  const problem = buildProblem(facts.value);
  if (!problem.ok) return problem;
  return done(problemText(problem.value, request.format));
}
