import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import type { EngineOptions, LpEngine, MipModel } from '../engines/lp-engine.js';
import type { CrewModel } from './crew-model.js';
import { crewRounding } from './crew-rounding.js';
import { dualBound, withinSlack } from './dual-bound.js';
import type { DualBound } from './dual-bound.js';
import { toMip } from './mip-model.js';
import { startStopwatch } from './stopwatch.js';

/** Rounds of rounding rows; on hall weeks the second finds one or none. */
const roundsMax = 3;
/** First the counts this near to the relaxed bound are tried: they hold the best plan as a rule, and are found within seconds. */
const nearShare = 0.001;
/** The first try may take this share of the time. */
const nearTimeShare = 0.4;
/** Round-off of a bound and of an objective. */
const tolerance = 1e-6;

interface CountOutcome {
  readonly values: Float64Array | null;
  /** Proven; −∞ when nothing is. */
  readonly bound: number;
}

/**
 * Whole counts of a block's crews: the relaxed model with rounding rows; then a model of only those columns whose reduced cost is small; then, from
 * its answer, a model of all that the slack between answer and bound allows, which proves. Ends early when the answer is within `gap` of the bound.
 */
export async function countCrews(
  engine: LpEngine,
  {
    crews,
    start,
    gap,
    onCounts,
    ...limits
  }: {
    readonly crews: CrewModel;
    readonly start: Float64Array;
    /** Relative. */
    readonly gap: number;
    readonly timeLimitSeconds: number;
    readonly seed: number;
    readonly signal: AbortSignal;
    /** Better counts, as soon as they are known. */
    readonly onCounts: (values: Float64Array) => void;
  },
): Promise<CountOutcome> {
  const watch = startStopwatch(limits.timeLimitSeconds);
  const options = (share: number): EngineOptions => ({ ...limits, timeLimitSeconds: watch.leftSeconds() * share });
  const { mip, dual } = await relaxed(engine, crews, options(1));
  let best = isSolution(mip, start) ? start : null;
  const cost = (): number => (best === null ? Infinity : objectiveOf(mip, best));
  const isNear = (bound: number): boolean => cost() - bound <= Math.max(tolerance, gap * Math.abs(cost()));
  const better = (values: Float64Array | null): Float64Array | null => {
    if (values === null || objectiveOf(mip, values) >= cost() - tolerance) return null;
    best = values;
    return values;
  };
  const tell = (values: Float64Array | null): void => {
    if (values !== null) onCounts(values);
  };
  const startFrom = (): { readonly start?: Float64Array } => (best === null ? {} : { start: best });
  if (dual === null) {
    const whole = await engine.solve(mip, { ...options(1), ...startFrom() });
    tell(better(whole.values));
    return { values: best, bound: whole.bound };
  }
  const near = await engine.solve(withinSlack(mip, dual, Math.abs(dual.bound) * nearShare), {
    ...untilNear(options(nearTimeShare)),
    ...startFrom(),
  });
  const found = better(near.values);
  if (isNear(dual.bound) || watch.leftSeconds() <= 0 || limits.signal.aborted) {
    tell(found);
    return { values: best, bound: dual.bound };
  }
  const known = cost();
  const proof = engine.solve(withinSlack(mip, dual, known - dual.bound + tolerance), {
    ...untilNear(options(1)),
    ...startFrom(),
  });
  // The engine is at work by now.
  tell(found);
  const rest = await proof;
  tell(better(rest.values));
  // What the slack rules out costs more than the counts that were known.
  return { values: best, bound: Math.max(dual.bound, Math.min(known, rest.bound)) };

  function untilNear(of: EngineOptions): EngineOptions {
    const enough = new AbortController();
    return {
      ...of,
      signal: AbortSignal.any([limits.signal, enough.signal]),
      onProgress: ({ incumbent, bound }) => {
        const proven = Math.max(bound ?? -Infinity, dual?.bound ?? -Infinity);
        if (incumbent !== null && incumbent - proven <= gap * Math.abs(incumbent)) enough.abort();
      },
    };
  }
}

/** The relaxed model with its rounding rows, and its bound; null where it wasn't solved. */
async function relaxed(
  engine: LpEngine,
  crews: CrewModel,
  options: EngineOptions,
): Promise<{ readonly mip: MipModel; readonly dual: DualBound | null }> {
  const { linear } = crews;
  const costs = linear.costs();
  let mip = toMip(linear, costs);
  for (let round = 0; ; round += 1) {
    const { status, values, rowPrices } = await engine.solve(
      { ...mip, isInteger: new Uint8Array(mip.cost.length) },
      options,
    );
    if (status !== 'optimal' || values === null || rowPrices === undefined) return { mip, dual: null };
    const rows = round < roundsMax ? crewRounding(crews, mip, values) : [];
    if (rows.length === 0) return { mip, dual: dualBound(mip, rowPrices) };
    for (const row of rows) linear.addRow({ ...row, rule: 'count', upper: Infinity });
    mip = toMip(linear, costs);
  }
}
