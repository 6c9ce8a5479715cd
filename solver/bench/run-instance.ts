import { openHighs } from '../engines/highs.js';
import { readSchedulingBenchmark, writePlanCsv } from '../formats/scheduling-benchmarks.js';
import type { PlanAssignment, Progress, SolveStatus } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { buildModel } from '../rules/index.js';
import { toMip } from '../search/mip-model.js';
import { toPlanParts } from '../search/plan-parts.js';
import { roundOff } from '../search/solve-part.js';
import { solveRoster } from '../search/solve-roster.js';
import { evaluatePlan } from './evaluate.js';

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

/** How well a problem was solved. Seconds count from `startedAt`. */
export interface BenchRun {
  readonly instance: string;
  readonly status: SolveStatus;
  readonly objective: number | null;
  readonly bound: number | null;
  /** (objective − bound) / objective; null without a plan or a bound. */
  readonly gap: number | null;
  readonly seconds: number;
  readonly firstFeasibleSeconds: number | null;
  /** [seconds, objective, bound] at each change. */
  readonly trace: readonly (readonly [number, number | null, number | null])[];
}

export type InstanceRun =
  | { readonly ok: true; readonly run: BenchRun; readonly planCsv: string | null }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Solves an instance in the text format of schedulingbenchmarks.org. The objective is the evaluator's, from the instance and the plan alone. */
export async function runInstance(
  { name, text }: { readonly name: string; readonly text: string },
  options: BenchOptions,
): Promise<InstanceRun> {
  const reading = readSchedulingBenchmark(name, text);
  if (!reading.ok) return reading;
  const { problem } = reading;
  const { run, assignments } = await runProblem(problem, options);
  if (assignments === null) return { ok: true, run, planCsv: null };
  const planCsv = writePlanCsv(problem, assignments);
  const { objective, violations } = evaluatePlan(text, planCsv);
  if (violations.length > 0 || Math.abs(objective - (run.objective ?? NaN)) > roundOff) {
    return { ok: false, errors: [`the plan's cost is ${objective}, not ${run.objective}`, ...violations] };
  }
  return { ok: true, run, planCsv };
}

interface ProblemRun {
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

/** The peer: HiGHS alone on the compact model, with nothing to start from and nobody beside it. */
export async function runPlainHighs(problem: RosterProblem, options: BenchOptions): Promise<ProblemRun> {
  const trace = new Trace(options.startedAt);
  const model = buildModel(problem);
  const mip = toMip(model.linear, model.linear.costs());
  const constant = model.linear.constant();
  const engine = openHighs();
  try {
    const outcome = await engine.solve(mip, {
      timeLimitSeconds: Math.max(0, options.seconds - secondsSince(options.startedAt)),
      seed: options.seed,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onProgress: ({ incumbent, bound }) => {
        trace.note(incumbent === null ? null : incumbent + constant, bound === null ? null : bound + constant);
      },
    });
    const { values } = outcome;
    if (values === null) return { run: trace.finish(problem.name, outcome.status), assignments: null };
    const cost = mip.cost.reduce((sum, price, column) => sum + price * (values[column] ?? 0), constant);
    trace.note(cost, outcome.bound + constant);
    return { run: trace.finish(problem.name, outcome.status), assignments: toPlanParts(model, values).assignments };
  } finally {
    await engine.close();
  }
}

class Trace {
  readonly #points: (readonly [number, number | null, number | null])[] = [];

  constructor(readonly startedAt: number) {}

  /** Keeps the cheapest plan and the highest bound. */
  note(incumbent: number | null, bound: number | null): void {
    const [, bestKnown, boundKnown] = this.#points.at(-1) ?? [0, null, null];
    const best = known(Math.min(incumbent ?? Infinity, bestKnown ?? Infinity));
    const proven = known(Math.max(bound ?? -Infinity, boundKnown ?? -Infinity));
    if (best === bestKnown && proven === boundKnown) return;
    this.#points.push([rounded(secondsSince(this.startedAt)), best, proven]);
  }

  finish(instance: string, status: SolveStatus): BenchRun {
    const [, objective, bound] = this.#points.at(-1) ?? [0, null, null];
    return {
      instance,
      status,
      objective,
      bound,
      gap:
        objective === null || bound === null ? null : Math.max(0, objective - bound) / Math.max(1, Math.abs(objective)),
      seconds: rounded(secondsSince(this.startedAt)),
      firstFeasibleSeconds: this.#points.find(([, best]) => best !== null)?.[0] ?? null,
      trace: this.#points,
    };
  }
}

function known(value: number): number | null {
  return Number.isFinite(value) ? rounded(value, 6) : null;
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}
