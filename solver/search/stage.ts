import { objectiveOf } from '../engines/lp-engine.js';
import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import { components, settleLoose } from './components.js';
import type { Component } from './components.js';
import type { Stopwatch } from './stopwatch.js';

export interface StageProgress {
  readonly incumbent: number;
  readonly bound: number;
}

export interface StageOutcome {
  readonly values: Float64Array;
  readonly bound: number;
  /** Whether the engine itself answered for every part (not only the start and a trivial bound). */
  readonly hasEngineAnswer: boolean;
  /** Whether the engine proved every part's optimum: nothing is left to find, whatever round-off says. */
  readonly isProven: boolean;
}

/** Solves one model from a start, part by independent part; small parts first, so that time is left for the large. */
export async function solveStage(
  mip: MipModel,
  {
    engine,
    start,
    seed,
    watch,
    signal,
    onProgress,
    onPlan,
  }: {
    readonly engine: LpEngine;
    readonly start: Float64Array;
    readonly seed: number;
    readonly watch: Stopwatch;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: StageProgress) => void;
    /** Takes a listener for plans that others find meanwhile, as whole vectors. */
    readonly onPlan?: (listen: (values: Float64Array) => void) => void;
  },
): Promise<StageOutcome> {
  const values = Float64Array.from(start);
  settleLoose(mip, values);
  const parts = components(mip);
  const bounds = parts.map((part) => trivialBound(part.model));
  const loose =
    objectiveOf(mip, values) - parts.reduce((sum, part) => sum + objectiveOf(part.model, pick(part, values)), 0);
  let weightLeft = parts.reduce((sum, part) => sum + part.columns.length, 0);
  let hasEngineAnswer = true;
  let isProven = true;
  let current: { readonly part: Component; readonly offer: (values: Float64Array) => void } | null = null;
  onPlan?.((plan) => {
    if (current !== null) current.offer(pick(current.part, plan));
  });
  for (const [index, part] of parts.entries()) {
    const from = pick(part, values);
    const known = objectiveOf(part.model, from);
    const trivial = bounds[index] ?? -Infinity;
    const share = part.columns.length / weightLeft;
    weightLeft -= part.columns.length;
    if (known <= trivial + 1e-9) continue;
    const othersKnown = objectiveOf(mip, values) - known;
    const outcome =
      signal.aborted || watch.leftSeconds() <= 0
        ? ({ status: 'limit-reached', values: null, bound: -Infinity } as const)
        : await engine.solve(part.model, {
            timeLimitSeconds: watch.leftSeconds() * share,
            seed,
            start: from,
            signal,
            onOffer: (offer) => {
              current = { part, offer };
            },
            onProgress: ({ incumbent, bound }) => {
              bounds[index] = Math.max(bounds[index] ?? -Infinity, bound ?? -Infinity);
              onProgress({
                incumbent: othersKnown + Math.min(known, incumbent ?? Infinity),
                bound: loose + bounds.reduce((sum, value) => sum + value, 0),
              });
            },
          });
    const found = outcome.values;
    if (found !== null) {
      part.columns.forEach((column, k) => {
        values[column] = found[k] ?? 0;
      });
    }
    // A start is feasible, so an engine that says otherwise is wrong, and its bound is worth nothing.
    if (outcome.status !== 'infeasible') bounds[index] = Math.max(bounds[index] ?? -Infinity, outcome.bound);
    isProven &&= outcome.status === 'optimal';
    hasEngineAnswer &&= outcome.status === 'optimal' || outcome.bound > trivial;
    onProgress({ incumbent: objectiveOf(mip, values), bound: loose + bounds.reduce((sum, value) => sum + value, 0) });
  }
  return { values, bound: loose + bounds.reduce((sum, value) => sum + value, 0), hasEngineAnswer, isProven };
}

function pick(part: Component, values: Float64Array): Float64Array {
  return Float64Array.from(part.columns, (column) => values[column] ?? 0);
}

/** Every column at its cheapest bound: proven without any work. */
export function trivialBound(mip: MipModel): number {
  return mip.cost.reduce((sum, cost, column) => {
    if (cost === 0) return sum;
    return sum + cost * ((cost > 0 ? mip.lower[column] : mip.upper[column]) ?? 0);
  }, 0);
}
