import type { Roster } from '../../domain/rostering/roster.js';
import { buildProblem } from '../../planning/build-problem.js';
import { solveProblem, type Progress } from '../../planning/solve.js';
import { toRoster } from '../../planning/to-roster.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPlanningFacts, type PlanningRange } from './planning-facts.js';

export type { Progress as PlanProgress };

export interface PlanRequest extends PlanningRange {
  readonly engine: 'highs' | 'javascript-lp-solver';
  readonly timeLimitSeconds: number;
  readonly seed: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting keeps the best plan found so far. */
  readonly signal?: AbortSignal;
}

/**
 * Plans a range of days and stores the result as a draft with its certificate and its problem. A range that is
 * published already is planned anew close to what is published, its past days as they were.
 *
 * Refuses, in this order: `not-found` (contract), `term-unconfirmed`, `invalid-input` (dates, pins), `outside-term`,
 * `plan-rejected` (pins against a law, or no plan within the limit).
 */
export async function planRoster(context: Context, request: PlanRequest): Promise<Result<Roster>> {
  // Of what is published while the search goes on the plan knows nothing, and publishing it has to notice that.
  const createdAt = context.clock.now();
  const facts = await context.unitOfWork.read((repositories) =>
    readPlanningFacts(repositories, request, context.clock.today()),
  );
  if (!facts.ok) return facts;
  const problem = buildProblem(facts.value);
  if (!problem.ok) return problem;
  const { engine, timeLimitSeconds, seed, onProgress, signal } = request;
  const solved = await solveProblem(problem.value, {
    engine,
    timeLimitSeconds,
    seed,
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!solved.ok) return solved;
  const planned = toRoster(facts.value, problem.value, solved.value);
  if (!planned.ok) return planned;
  const roster: Roster = {
    ...planned.value,
    id: context.randomness.id(),
    contract: request.contract,
    status: 'draft',
    version: null,
    revision: 1,
    createdAt,
    publishedAt: null,
  };
  return context.unitOfWork.write(async ({ rosters }) => {
    const saved = await rosters.save(roster, null);
    if (!saved.ok) return saved;
    await rosters.saveProblem(roster.contract, roster.id, JSON.stringify(problem.value));
    return done(roster);
  });
}
