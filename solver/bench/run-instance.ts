import { readSchedulingBenchmark, writePlanCsv } from '../formats/scheduling-benchmarks.js';
import type { PlanAssignment, Progress } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { roundOff } from '../search/whole-objective.js';
import { solveRoster } from '../search/solve-roster.js';
import { evaluatePlan } from './evaluate.js';
import { secondsSince, Trace, withObjective } from './trace.js';
import type { BenchRun } from './trace.js';

export interface BenchOptions {
  /** Seconds from `startedAt` after which the answer must be there. */
  readonly seconds: number;
  /** When the run began, in milliseconds of the process's monotonic clock; 0 = with the process. */
  readonly startedAt: number;
  readonly threads: number;
  readonly seed: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export type InstanceRun =
  | { readonly ok: true; readonly run: BenchRun; readonly planCsv: string | null }
  | { readonly ok: false; readonly errors: readonly string[] };

/** An instance in the text format of schedulingbenchmarks.org. */
export interface Instance {
  readonly name: string;
  readonly text: string;
}

/** Solves an instance, by us or as `solve` does. The objective is the evaluator's, from the instance and the plan alone. */
export async function runInstance(
  { name, text }: Instance,
  options: BenchOptions,
  solve: (problem: RosterProblem, options: BenchOptions) => Promise<ProblemRun> = runProblem,
): Promise<InstanceRun> {
  const reading = readSchedulingBenchmark(name, text);
  if (!reading.ok) return reading;
  const { problem } = reading;
  const { run, assignments } = await solve(problem, options);
  if (assignments === null) return { ok: true, run, planCsv: null };
  const planCsv = writePlanCsv(problem, assignments);
  const { objective, violations } = evaluatePlan(text, planCsv);
  const claimed = run.objective ?? NaN;
  // A peer's engine may stop at a plan whose missing and surplus people it has not yet counted as low as they are.
  const isSettled = solve !== runProblem && objective < claimed;
  if (violations.length > 0 || !(isSettled || Math.abs(objective - claimed) <= roundOff)) {
    return { ok: false, errors: [`the plan's cost is ${objective}, not ${run.objective}`, ...violations] };
  }
  return { ok: true, run: isSettled ? withObjective(run, objective) : run, planCsv };
}

export interface ProblemRun {
  readonly run: BenchRun;
  readonly assignments: readonly PlanAssignment[] | null;
}

/** Solves any roster problem and keeps the times at which plan and bound improved. */
export async function runProblem(problem: RosterProblem, options: BenchOptions): Promise<ProblemRun> {
  const trace = new Trace(options.startedAt);
  const outcome = await solveRoster(problem, {
    engine: 'highs',
    timeLimitSeconds: Math.max(0, options.seconds - secondsSince(options.startedAt)),
    seed: options.seed,
    threads: options.threads,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onProgress: (progress) => {
      if (progress.phase !== 'fewestVacancies') trace.note(progress.incumbent, progress.bound);
      options.onProgress?.(progress);
    },
  });
  if (outcome.kind === 'none') {
    return { run: trace.finish(problem.name, outcome.status), assignments: null };
  }
  const { certificate, assignments } = outcome.plan;
  trace.note(certificate.objective, certificate.bound);
  return { run: trace.finish(problem.name, certificate.status), assignments };
}
