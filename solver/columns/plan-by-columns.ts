import { checkPlan } from '../check/check-plan.js';
import { problemHash } from '../formats/problem-hash.js';
import type { SolveOptions, SolveOutcome } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { solveByColumns } from './solve-by-columns.js';

/**
 * The same answer as `solveRoster` gives, found by column generation; the costs are the independent checker's. null when some worker has
 * no roster: the compact model then names the facts that clash.
 */
export async function planByColumns(problem: RosterProblem, options: SolveOptions): Promise<SolveOutcome | null> {
  const start = performance.now();
  const outcome = await solveByColumns(problem, {
    timeLimitSeconds: options.timeLimitSeconds,
    seed: options.seed,
    threads: options.threads ?? 2,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onProgress: ({ incumbent, bound }) => {
      options.onProgress?.({
        phase: 'wholeObjective',
        elapsedSeconds: (performance.now() - start) / 1000,
        incumbent,
        bound,
        gap: bound === null ? null : gapOf(incumbent, bound),
      });
    },
  });
  if (outcome.kind === 'none') {
    return outcome.status === 'infeasible' ? null : { ...outcome, conflicts: [] };
  }
  const report = checkPlan(problem, outcome.assignments);
  const violation = report.hardViolations[0];
  if (violation !== undefined) throw new Error(`Column generation broke ${violation.rule} of ${violation.worker}`);
  const { objective } = report;
  const bound = outcome.isOptimal ? objective : Math.max(outcome.bound, leastCost(problem));
  return {
    kind: 'plan',
    plan: {
      assignments: outcome.assignments,
      vacancies: report.vacancies,
      certificate: {
        status: outcome.isOptimal ? 'optimal' : options.signal?.aborted === true ? 'cancelled' : 'feasible',
        objective,
        bound,
        gap: gapOf(objective, bound),
        costByRule: report.costByRule,
        missingMinutes: report.missingMinutes,
        missingMinutesBound: report.missingMinutes,
        engine: 'highs',
        seed: options.seed,
        seconds: outcome.seconds,
        problemHash: problemHash(problem),
        columns: problem.workers.length * problem.days.length * problem.shifts.length,
        rows: (problem.shiftCover?.length ?? 0) + problem.workers.length,
      },
    },
  };
}

function gapOf(objective: number, bound: number): number {
  return Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
}

/** Proven without any work: no cost is below 0 unless a weight is. */
function leastCost(problem: RosterProblem): number {
  const hasNegative =
    (problem.requests ?? []).some((request) => request.weight < 0) ||
    (problem.shiftCover ?? []).some((cover) => cover.underWeight < 0 || cover.overWeight < 0);
  return hasNegative ? -Infinity : 0;
}
