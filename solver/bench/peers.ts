import { openHighs } from '../engines/highs.js';
import type { EngineOutcome, MipModel } from '../engines/lp-engine.js';
import type { RosterProblem } from '../problem.js';
import { buildModel } from '../rules/index.js';
import { isRepair } from '../search/starts/kept-start.js';
import { toMip, withLimit } from '../search/mip-model.js';
import { toPlanParts } from '../search/plan-parts.js';
import { aimScale, aimsOf, sumOf } from '../search/repair/repair-aims.js';
import { solveByCpSat } from './cp-sat.js';
import type { BenchOptions, ProblemRun } from './run-instance.js';
import { secondsSince, Trace } from './trace.js';

/** The peer: HiGHS alone on the compact model, with nothing to start from and nobody beside it. */
export async function runPlainHighs(problem: RosterProblem, options: BenchOptions): Promise<ProblemRun> {
  const engine = openHighs();
  try {
    return await runCompact(problem, options, (mip, { seconds, note }) =>
      engine.solve(mip, {
        timeLimitSeconds: seconds,
        seed: options.seed,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        onProgress: ({ incumbent, bound }) => {
          note(incumbent, bound);
        },
      }),
    );
  } finally {
    await engine.close();
  }
}

/** The peer: CP-SAT alone on the compact model; `path` is its package's. */
export function runCpSat(
  problem: RosterProblem,
  options: BenchOptions & { readonly path: string },
): Promise<ProblemRun> {
  return runCompact(problem, options, (mip, { seconds }) =>
    solveByCpSat(mip, { path: options.path, seconds, seed: options.seed }),
  );
}

async function runCompact(
  problem: RosterProblem,
  options: BenchOptions,
  solve: (
    mip: MipModel,
    run: {
      readonly seconds: number;
      readonly note: (incumbent: number | null, bound: number | null) => void;
    },
  ) => Promise<EngineOutcome>,
): Promise<ProblemRun> {
  const trace = new Trace(options.startedAt);
  const model = buildModel(problem);
  const costs = toMip(model.linear, model.linear.costs());
  const constant = model.linear.constant();
  const note = (incumbent: number | null, bound: number | null): void => {
    const whole = {
      incumbent: incumbent === null ? null : incumbent + constant,
      bound: bound === null ? null : bound + constant,
    };
    trace.note(whole.incumbent, whole.bound);
    options.onProgress?.({
      phase: 'wholeObjective',
      elapsedSeconds: secondsSince(options.startedAt),
      gap: null,
      ...whole,
    });
  };
  const left = (): number => Math.max(0, options.seconds - secondsSince(options.startedAt));
  // A repair's first two aims, one after the other, each then held as a row.
  let mip = costs;
  if (isRepair(problem)) {
    const { minutes, changes } = aimsOf(model, costs, aimScale(problem));
    for (const [name, cost] of Object.entries({ minutes, changes })) {
      const { status, values } = await solve({ ...mip, cost }, { seconds: left(), note: () => undefined });
      if (status !== 'optimal' || values === null)
        return { run: trace.finish(problem.name, status === 'feasible' ? 'limit-reached' : status), assignments: null };
      mip = withLimit(mip, { name, coefficients: cost, upper: sumOf(cost, values) });
    }
  }
  const outcome = await solve(mip, { seconds: left(), note });
  const { values } = outcome;
  note(values === null ? null : sumOf(mip.cost, values), outcome.bound);
  return {
    run: trace.finish(problem.name, outcome.status),
    assignments: values === null ? null : toPlanParts(model, values).assignments,
  };
}
