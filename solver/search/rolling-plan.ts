import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import { demandsWork } from '../rules/index.js';
import type { DutyColumn, RosterModel } from '../rules/roster-model.js';
import { roundedStart } from './starts/rounded-start.js';
import type { Stopwatch } from './stopwatch.js';
import { undecidedPart } from './undecided-part.js';

/**
 * Windows are whole weeks: of two weeks at most, and of one where a week has many duties or the last window was not done in its time. Over the year
 * of a desk they take about 25 s of processor time in all.
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

/** A person's days so near to a fraction are decided with it. The year of two desks: with all days of a window open as good, in a quarter of the time; without neighbours 9 % dearer. */
const nearDays = 3;
const wholeTolerance = 1e-6;

const daysPerWeek = 7;

/**
 * A plan for a long horizon, from left to right (relax and fix, Pochet & Wolsey 2006, section 3.6): each window of some weeks is solved in whole
 * duties against a relaxed future and a fixed past, then the first half of it is fixed. Costs that bind the whole horizon, as hours averaged over a
 * quarter and even shares of a year, are paced by the relaxed model's answer. When the time gives out, what is left is rounded; null when
 * a window has no answer. The plan comes with no bound.
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
  const endSeconds = watch.leftSeconds() * (1 - sweepShare);
  const { weeks: first, margin } = windowOf(model);
  let weeks = first;
  let values = relaxed;
  for (let from = 0, to = 0; to < days;) {
    const left = Math.max(watch.leftSeconds() - endSeconds, watch.leftSeconds() * lateShare);
    if (left <= 0 || signal.aborted) return roundedStart(model, { values, signal });
    to = from + weeks * daysPerWeek;
    const step = Math.ceil(weeks / 2) * daysPerWeek;
    const window = { from, to, open: to + margin };
    const fixed = within(mip, { model, values, window });
    const part = undecidedPart(model, fixed);
    const outcome = await engine.solve(part.model, {
      timeLimitSeconds: left * Math.min(0.5, windowShares / Math.ceil((days - from) / step)),
      seed,
      signal,
    });
    const found = outcome.values === null ? null : part.into(values, outcome.values);
    const isDone = outcome.status === 'optimal';
    const isOpen = ({ day }: DutyColumn): boolean => day >= from && day < to;
    const filled = isDone ? null : roundedStart(model, { values, signal, isOpen });
    const best = cheapest(mip, [found, filled]);
    if (best === null) return null;
    values = best;
    from += step;
    if (!isDone) weeks = Math.max(1, Math.floor(weeks / 2));
  }
  const decisions = new Float64Array(values.length);
  for (const duty of model.duties) decisions[duty.column] = Math.round(values[duty.column] ?? 0);
  const rolled = model.linear.complete(decisions);
  return isSolution(mip, rolled) ? rolled : null;
}

function cheapest(
  mip: MipModel,
  [one, other]: readonly [Float64Array | null, Float64Array | null],
): Float64Array | null {
  if (one === null || other === null) return one ?? other;
  return objectiveOf(mip, other) < objectiveOf(mip, one) ? other : one;
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

/**
 * The model with whole duties in the window, fractions beyond it, and everything else as it is in `values`. In the window only people's days near a
 * fraction are decided anew.
 */
function within(
  mip: MipModel,
  { model, values, window }: { readonly model: RosterModel; readonly values: Float64Array; readonly window: Window },
): MipModel {
  const lower = Float64Array.from(mip.lower);
  const upper = Float64Array.from(mip.upper);
  const isInteger = new Uint8Array(mip.isInteger.length);
  const isUndecided = nearFractions(model, values, window);
  for (const duty of model.duties) {
    const { column, day } = duty;
    const value = values[column] ?? 0;
    if (day >= window.from && day < window.to) isInteger[column] = 1;
    if (day < window.from || (day < window.to && !isUndecided(duty))) lower[column] = upper[column] = Math.round(value);
    else if (day >= window.open)
      lower[column] = upper[column] = Math.min(mip.upper[column] ?? 1, Math.max(mip.lower[column] ?? 0, value));
  }
  return { ...mip, lower, upper, isInteger };
}

/** Whether a duty's worker has fractions within some days of it in the window; where minima demand work, every duty may be needed. */
function nearFractions(model: RosterModel, values: Float64Array, { from, to }: Window): (duty: DutyColumn) => boolean {
  if (demandsWork(model)) return () => true;
  const near = new Set<string>();
  for (const { column, day, worker } of model.duties) {
    const value = values[column] ?? 0;
    if (day < from || day >= to || Math.abs(value - Math.round(value)) < wholeTolerance) continue;
    for (let at = day - nearDays; at <= day + nearDays; at += 1) near.add(`${worker.id}|${at}`);
  }
  return ({ day, worker }) => near.has(`${worker.id}|${day}`);
}
