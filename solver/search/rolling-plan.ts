import { isSolution } from '../engines/lp-engine.js';
import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import type { RosterModel } from '../rules/roster-model.js';
import type { Stopwatch } from './stopwatch.js';

/** Windows are whole weeks: of four weeks at most, and of fewer where a week has many duties. */
const longestWeeks = 4;
const dutiesPerWindow = 4000;
/** Beyond a window so many weeks may still move, as fractions; what comes later stays as the relaxed model has it. */
const longestMargin = 3;
/** The sweep may take this share of the time; a window may take twice its share of the sweep's, and never more than half. */
const sweepShare = 0.4;

const daysPerWeek = 7;

/**
 * A plan for a long horizon, from left to right (relax and fix, Pochet & Wolsey 2006, section 3.6): each window of some weeks is solved in whole
 * duties against a relaxed future and a fixed past, then the first half of it is fixed. Costs that bind the whole horizon, as hours averaged over a
 * quarter and even shares of a year, are paced by the relaxed model's answer. null for a short horizon, and when the time
 * or a window gives out; the plan comes with no bound.
 */
export async function rollingPlan({
  engine,
  model,
  mip,
  relaxed,
  seed,
  watch,
  signal,
}: {
  readonly engine: LpEngine;
  readonly model: RosterModel;
  readonly mip: MipModel;
  /** The relaxed model's best answer. */
  readonly relaxed: Float64Array;
  readonly seed: number;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
}): Promise<Float64Array | null> {
  const days = model.problem.days.length;
  const windows = windowsOf(model);
  const endSeconds = watch.leftSeconds() * (1 - sweepShare);
  let values = relaxed;
  for (const [index, window] of windows.entries()) {
    const left = watch.leftSeconds() - endSeconds;
    if (left <= 0 || signal.aborted) return null;
    const outcome = await engine.solve(within(mip, { model, values, window }), {
      timeLimitSeconds: left * Math.min(0.5, 2 / (windows.length - index)),
      seed,
      signal,
    });
    if (outcome.values === null) return null;
    values = outcome.values;
    if (window.to >= days) break;
  }
  if (windows.length === 0) return null;
  const decisions = new Float64Array(values.length);
  for (const duty of model.duties) decisions[duty.column] = Math.round(values[duty.column] ?? 0);
  const plan = model.linear.complete(decisions);
  return isSolution(mip, plan) ? plan : null;
}

/** Whether the horizon is swept window by window. */
export function isLongHorizon(model: RosterModel): boolean {
  return windowsOf(model).length > 0;
}

/** Days from `from` to before `to` are decided, those to before `open` may move as fractions. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly open: number;
}

/** Half-overlapping windows over the horizon; none when two of them would cover it. */
function windowsOf({ duties, problem }: RosterModel): readonly Window[] {
  const days = problem.days.length;
  const perWeek = (duties.length / days) * daysPerWeek;
  const fitting = Math.floor(dutiesPerWindow / Math.max(1, perWeek));
  const weeks = Math.max(1, Math.min(longestWeeks, fitting));
  const margin = Math.max(1, Math.min(longestMargin, fitting)) * daysPerWeek;
  const length = weeks * daysPerWeek;
  const step = Math.ceil(weeks / 2) * daysPerWeek;
  if (days <= 2 * length) return [];
  return Array.from({ length: Math.ceil(days / step) }, (_, index) => ({
    from: index * step,
    to: index * step + length,
    open: index * step + length + margin,
  }));
}

/** The model with whole duties in the window, fractions beyond it, and everything else as it is in `values`. */
function within(
  mip: MipModel,
  { model, values, window }: { readonly model: RosterModel; readonly values: Float64Array; readonly window: Window },
): MipModel {
  const lower = Float64Array.from(mip.lower);
  const upper = Float64Array.from(mip.upper);
  const isInteger = new Uint8Array(mip.isInteger.length);
  for (const { column, day } of model.duties) {
    const value = values[column] ?? 0;
    if (day >= window.from && day < window.to) isInteger[column] = 1;
    else if (day < window.from) lower[column] = upper[column] = Math.round(value);
    else if (day >= window.open)
      lower[column] = upper[column] = Math.min(mip.upper[column] ?? 1, Math.max(mip.lower[column] ?? 0, value));
  }
  return { ...mip, lower, upper, isInteger };
}
