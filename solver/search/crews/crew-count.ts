import { setImmediate } from 'node:timers/promises';
import { isSolution, objectiveOf } from '../../engines/lp-engine.js';
import type { EngineOptions, LpEngine, MipModel } from '../../engines/lp-engine.js';
import type { CrewModel } from './crew-model.js';
import { crewRounding } from './crew-rounding.js';
import { dualBound, withinSlack } from '../dual-bound.js';
import type { DualBound } from '../dual-bound.js';
import { toMip } from '../mip-model.js';
import { startStopwatch } from '../stopwatch.js';

/** Rounds of rounding rows; on hall weeks the second finds a few that don't raise the bound. */
const roundsMax = 1;
/** First the counts this near to the relaxed bound are tried: they hold the best plan as a rule, and are found within a second or two. */
const nearShare = 0.0005;
/** Beside them a second engine proves that nothing this near to the bound is cheaper: 1/200 was too narrow for one hall week of three. */
const wideShare = 0.01;
/** The first try may take this share of the time: with less, districts that it would have proven within 8 s of 12 were left with their first plan. */
const nearTimeShare = 0.8;
/** What the relaxed counts leave open may take this share of the time; on hall weeks it took 0.2–1 s of processor time. */
const openTimeShare = 0.2;
/** Round-off of a bound and of an objective. */
const tolerance = 1e-6;

interface CountOutcome {
  readonly values: Float64Array | null;
  /** Proven; −∞ when nothing is. */
  readonly bound: number;
}

interface Count {
  readonly crews: CrewModel;
  readonly start: Float64Array;
  /** Relative. */
  readonly gap: number;
  readonly timeLimitSeconds: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Better counts, as soon as they are known. */
  readonly onCounts: (values: Float64Array) => void;
  /** The first counts are dealt, and the engine that found them is free while the other one goes on with the proof. */
  readonly whileProven?: (engine: LpEngine) => Promise<void>;
}

/**
 * Whole counts of a block's crews: the relaxed model with rounding rows; then a model of only those columns whose reduced cost is small; then, from
 * its answer, a model of all that the slack between answer and bound allows, which proves. A second engine begins such a proof
 * at once, for a slack that as a rule is wide enough; where it wasn't, both engines begin the right one. One engine alone, whose time is short as a
 * rule, first makes whole what the relaxed counts leave open. Ends early when the counts are within `gap` of the bound.
 */
export async function countCrews(engines: readonly LpEngine[], count: Count): Promise<CountOutcome> {
  const [engine, second] = engines;
  if (engine === undefined) throw new RangeError('No engine to count with');
  const { crews, start, gap, onCounts, whileProven, ...limits } = count;
  const watch = startStopwatch(limits.timeLimitSeconds);
  const { mip, dual, values } = await relaxed(engine, crews, limits);
  let best = isSolution(mip, start) ? start : null;
  let bound = dual?.bound ?? -Infinity;
  const met = new AbortController();
  const cost = (): number => (best === null ? Infinity : objectiveOf(mip, best));
  const isMet = (incumbent: number): boolean => incumbent - bound <= Math.max(tolerance, gap * Math.abs(incumbent));
  let offer: ((values: Float64Array) => void) | null = null;
  const dealt: Promise<void>[] = [];
  const keep = (values: Float64Array | null): void => {
    if (values === null || objectiveOf(mip, values) >= cost() - tolerance) return;
    best = values;
    offer?.(values);
    // Dealing takes half a second; what the engines do next is begun before it. It is awaited at the end, and fails there.
    const deal = setImmediate(values).then(onCounts);
    deal.catch(() => undefined);
    dealt.push(deal);
  };
  /** Solves a model of what costs no more than `bound + slack`; what it proves holds for all counts up to there. */
  const within = async (
    by: LpEngine,
    {
      slack,
      share = 1,
      seed = limits.seed,
      signal = limits.signal,
      aim,
    }: {
      readonly slack: number;
      readonly share?: number;
      readonly seed?: number;
      readonly signal?: AbortSignal;
      readonly aim?: 'plans' | 'proof';
    },
  ): Promise<void> => {
    const model = dual === null ? mip : withinSlack(mip, dual, slack);
    const limit = dual === null ? Infinity : dual.bound + slack;
    const raise = (value: number): void => {
      bound = Math.max(bound, Math.min(value, limit));
    };
    const outcome = await by.solve(model, {
      seed,
      signal: AbortSignal.any([limits.signal, met.signal, signal]),
      timeLimitSeconds: watch.leftSeconds() * share,
      ...(best === null ? {} : { start: best }),
      ...(aim === undefined ? {} : { aim }),
      ...(by === second ? { onOffer: (take) => (offer = take) } : {}),
      onProgress: (progress) => {
        raise(progress.bound ?? -Infinity);
        if (isMet(Math.min(cost(), progress.incumbent ?? Infinity))) met.abort();
      },
    });
    // An engine that finds nothing where counts are known is wrong, and proves nothing.
    if (outcome.status !== 'infeasible') raise(outcome.bound);
    else if (best === null || !isSolution(model, best)) raise(Infinity);
    keep(outcome.values);
    if (isMet(cost())) met.abort();
  };
  if (dual === null) await within(engine, { slack: Infinity });
  else {
    const needed = (): number => cost() - dual.bound + tolerance;
    const isOver = (): boolean => isMet(cost()) || watch.leftSeconds() <= 0 || limits.signal.aborted;
    const wide = Math.min(needed(), Math.abs(dual.bound) * wideShare);
    const tooNarrow = new AbortController();
    const first = async (): Promise<void> => {
      if (second === undefined) {
        const timeLimitSeconds = watch.leftSeconds() * openTimeShare;
        const outcome = await engine.solve(withOpen(mip, crews, values), { ...limits, timeLimitSeconds, aim: 'plans' });
        keep(outcome.values);
      }
      await within(engine, { slack: Math.abs(dual.bound) * nearShare, share: nearTimeShare, aim: 'plans' });
      if (isOver()) return;
      if (needed() > wide) tooNarrow.abort();
      else if (second !== undefined && whileProven !== undefined) {
        await Promise.all(dealt);
        await whileProven(engine);
        if (isOver()) return;
      }
      await within(engine, { slack: needed() });
    };
    const beside = async (by: LpEngine): Promise<void> => {
      await within(by, { slack: wide, signal: tooNarrow.signal, aim: 'proof' });
      // The right proof is begun in both engines, and the first to end it ends the other.
      if (tooNarrow.signal.aborted && !isOver()) await within(by, { slack: needed(), seed: limits.seed + 1 });
    };
    await Promise.all([first(), ...(second === undefined ? [] : [beside(second)])]);
  }
  await Promise.all(dealt);
  return { values: best, bound: Math.min(bound, cost()) };
}

/** The model with every crew's whole counts fixed (RENS, Berthold 2014). */
function withOpen(mip: MipModel, { cells }: CrewModel, values: Float64Array): MipModel {
  const [lower, upper] = [Float64Array.from(mip.lower), Float64Array.from(mip.upper)];
  for (const { column } of cells) {
    const [value, whole] = [values[column] ?? 0, Math.round(values[column] ?? 0)];
    if (Math.abs(value - whole) < tolerance) lower[column] = upper[column] = whole;
  }
  return { ...mip, lower, upper };
}

/** The relaxed model with its rounding rows, its bound and its counts; null where it wasn't solved. */
async function relaxed(
  engine: LpEngine,
  crews: CrewModel,
  options: EngineOptions,
): Promise<{ readonly mip: MipModel; readonly dual: DualBound | null; readonly values: Float64Array }> {
  const { linear } = crews;
  const costs = linear.costs();
  let mip = toMip(linear, costs);
  for (let round = 0; ; round += 1) {
    const { status, values, rowPrices } = await engine.solve(
      { ...mip, isInteger: new Uint8Array(mip.cost.length) },
      options,
    );
    if (status !== 'optimal' || values === null || rowPrices === undefined)
      return { mip, dual: null, values: new Float64Array() };
    const rows = round < roundsMax ? crewRounding(crews, mip, values) : [];
    if (rows.length === 0) return { mip, dual: dualBound(mip, rowPrices), values };
    for (const row of rows) linear.addRow({ ...row, rule: 'count', upper: Infinity });
    mip = toMip(linear, costs);
  }
}
