import { isSolution } from '../engines/lp-engine.js';
import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import type { RosterModel } from '../rules/roster-model.js';
import type { Stopwatch } from './stopwatch.js';

/**
 * Windows are whole weeks: of two weeks at most, and of one where a week has many duties or the last window was not done in its time. Over the year
 * of a desk they took 83 s of processor time in all and ended 0.29 % above the bound; four weeks each took more than they were given, and ended at 0.7 %.
 */
const longestWeeks = 2;
const dutiesPerWindow = 4000;
/** Beyond a window so many weeks may still move, as fractions; what comes later stays as the relaxed model has it. */
const longestMargin = 2;
/** The sweep may take this share of the time; a window may take some shares of the sweep's, and never more than half: cut short it spoils the plan. */
const sweepShare = 0.5;
const windowShares = 6;
/** Half a sweep is worth nothing: beyond its share it goes on, with this part of what is left. */
const lateShare = 0.5;
/** Fewer windows than this are a short horizon. */
const windowsMin = 4;

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
  plan,
  seed,
  watch,
  signal,
}: {
  readonly engine: LpEngine;
  readonly model: RosterModel;
  readonly mip: MipModel;
  /** The relaxed model's best answer. */
  readonly relaxed: Float64Array;
  /** Any lawful plan. */
  readonly plan: Float64Array;
  readonly seed: number;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
}): Promise<Float64Array | null> {
  if (!isLongHorizon(model)) return null;
  const days = model.problem.days.length;
  const endSeconds = watch.leftSeconds() * (1 - sweepShare);
  const { weeks: first, margin } = windowOf(model);
  let weeks = first;
  let values = relaxed;
  for (let from = 0, to = 0; to < days;) {
    const left = Math.max(watch.leftSeconds() - endSeconds, watch.leftSeconds() * lateShare);
    if (left <= 0 || signal.aborted) return null;
    to = from + weeks * daysPerWeek;
    const step = Math.ceil(weeks / 2) * daysPerWeek;
    const window = { from, to, open: to + margin };
    const outcome = await engine.solve(within(mip, { model, values, window }), {
      timeLimitSeconds: left * Math.min(0.5, windowShares / Math.ceil((days - from) / step)),
      seed,
      signal,
      start: startOf(model, { values, plan, window }),
    });
    if (outcome.values === null) return null;
    values = outcome.values;
    from += step;
    if (outcome.status !== 'optimal') weeks = Math.max(1, Math.floor(weeks / 2));
  }
  const decisions = new Float64Array(values.length);
  for (const duty of model.duties) decisions[duty.column] = Math.round(values[duty.column] ?? 0);
  const rolled = model.linear.complete(decisions);
  return isSolution(mip, rolled) ? rolled : null;
}

/** Whether the horizon is swept window by window. */
export function isLongHorizon(model: RosterModel): boolean {
  return model.problem.days.length > windowsMin * windowOf(model).weeks * daysPerWeek;
}

/** Days from `from` to before `to` are decided, those to before `open` may move as fractions. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly open: number;
}

/** The first window's weeks, and the days beyond it that may still move. */
function windowOf({ duties, problem }: RosterModel): { readonly weeks: number; readonly margin: number } {
  const perWeek = (duties.length / problem.days.length) * daysPerWeek;
  const fitting = Math.floor(dutiesPerWindow / Math.max(1, perWeek));
  return {
    weeks: Math.max(1, Math.min(longestWeeks, fitting)),
    margin: Math.max(1, Math.min(longestMargin, fitting)) * daysPerWeek,
  };
}

/** A start for a window whose time gives out: what `plan` has on its days, the rest as it is. Where a rule forbids that, the engine does without. */
function startOf(
  { duties, linear }: RosterModel,
  {
    values,
    plan,
    window: { from, to },
  }: {
    readonly values: Float64Array;
    readonly plan: Float64Array;
    readonly window: Window;
  },
): Float64Array {
  const start = Float64Array.from(values);
  for (const { column, day } of duties) {
    if (day < to) start[column] = Math.round((day < from ? values : plan)[column] ?? 0);
  }
  return linear.complete(start);
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
