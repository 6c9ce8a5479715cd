import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import type { DutyColumn, RosterModel } from '../rules/roster-model.js';
import { seededIntegers } from './random.js';
import { isLongHorizon, rollingPlan } from './rolling-plan.js';
import { settled } from './settled.js';
import { roundedStart } from './starts/rounded-start.js';
import type { Stopwatch } from './stopwatch.js';
import { undecidedPart } from './undecided-part.js';

/** One round: a fifth of the days or groups takes HiGHS 0.1–2 s on hall weeks; with much time left it may take this share of it. */
const roundSeconds = 4;
const roundShare = 0.03;
/** What the relaxed model leaves open took about 8 s on the largest hall week. */
const openSeconds = 10;
const firstShare = 0.2;
const smallestShare = 0.1;
const largestShare = 0.8;
/** Of a long horizon four weeks at first: at a desk they take 2–5 s of processor time, where 73 days of the year are never done. */
const firstDays = 28;
const fewestDays = 7;

interface Search {
  readonly engine: LpEngine;
  readonly model: RosterModel;
  readonly mip: MipModel;
  readonly seed: number;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
  readonly best: () => Float64Array;
  readonly improve: (values: Float64Array) => void;
}

/**
 * Large-neighbourhood search: again and again most duties are fixed as they are and a part is solved anew. It only ever improves the plan; bounds come from the whole model. Ends with the
 * time or the signal.
 */
export async function searchNeighbourhoods(search: Search): Promise<void> {
  const { watch, signal } = search;
  const next = seededIntegers(search.seed);
  const days = search.model.problem.days.length;
  const shares: Record<Kind, number> = {
    days: Math.min(firstShare, firstDays / days),
    groups: firstShare,
    people: firstShare,
  };
  const smallest: Record<Kind, number> = {
    days: Math.min(smallestShare, fewestDays / days),
    groups: smallestShare,
    people: smallestShare,
  };
  for (let round = 0; !signal.aborted && watch.leftSeconds() > 0.2; round += 1) {
    const start = search.best();
    const kind = kinds[round % kinds.length] ?? 'days';
    const isFree = neighbourhood(search.model, { kind, share: shares[kind], next });
    const fixed = fixOthers(search.mip, { model: search.model, values: start, isFree });
    const part = undecidedPart(search.model, fixed);
    const outcome = await search.engine.solve(part.model, {
      timeLimitSeconds: Math.min(Math.max(roundSeconds, watch.leftSeconds() * roundShare), watch.leftSeconds()),
      seed: search.seed + round,
      start: part.of(start),
      signal,
    });
    const isBetter = outcome.values !== null && keepIfBetter(search, part.into(start, outcome.values));
    if (outcome.status !== 'optimal') shares[kind] = Math.max(smallest[kind], shares[kind] * 0.85);
    else if (!isBetter) shares[kind] = Math.min(largestShare, shares[kind] * 1.05);
  }
}

/**
 * Plans out of the relaxed model: of a long horizon, where `sweeps` asks for one, its answer rounded and then a sweep (`rollingPlan`); or else what
 * the relaxed model leaves open.
 */
export async function startFromRelaxed(search: Search, sweeps: boolean): Promise<void> {
  const { engine, model, mip, seed, watch, signal } = search;
  const isInteger = new Uint8Array(mip.isInteger.length);
  const limits = { seed, signal, timeLimitSeconds: watch.leftSeconds() };
  const { status, values } = await engine.solve({ ...mip, isInteger }, limits);
  if (status !== 'optimal' || values === null) return;
  if (!sweeps || !isLongHorizon(model)) {
    await solveWhatIsOpen(search, values);
    return;
  }
  const rounded = roundedStart(model, { values, signal });
  if (rounded !== null) keepIfBetter(search, rounded);
  const rolled = await rollingPlan({ ...search, relaxed: values });
  if (rolled !== null) keepIfBetter(search, rolled);
}

/** Fixes every worker-day that is whole in the relaxed model's answer, and solves the rest (RENS, Berthold 2014). */
async function solveWhatIsOpen(search: Search, values: Float64Array): Promise<void> {
  const { engine, model, mip, seed, watch, signal } = search;
  const dayOf = (duty: DutyColumn): string => `${duty.worker.id}|${duty.day}`;
  const isFraction = (value: number): boolean => Math.abs(value - Math.round(value)) > 1e-6;
  const open = new Set(model.duties.filter((duty) => isFraction(values[duty.column] ?? 0)).map(dayOf));
  const fixed = fixOthers(mip, { model, values, isFree: (duty) => open.has(dayOf(duty)) });
  const part = undecidedPart(model, fixed);
  const limits = { seed, signal, timeLimitSeconds: Math.min(openSeconds, watch.leftSeconds()) };
  const { values: found } = await engine.solve(part.model, limits);
  if (found !== null) keepIfBetter(search, part.into(settled(model, values), found));
}

function keepIfBetter({ mip, best, improve }: Search, values: Float64Array): boolean {
  if (!isSolution(mip, values)) return false;
  if (objectiveOf(mip, values) >= objectiveOf(mip, best()) - 1e-6) return false;
  improve(values);
  return true;
}

/** By turns; each has its own share, which follows what can be solved. */
const kinds = ['days', 'groups', 'days', 'people'] as const;
type Kind = (typeof kinds)[number];

/** Which duties may change: those of some days, of some groups' own people, of some people at random. */
function neighbourhood(
  model: RosterModel,
  { kind, share, next }: { readonly kind: Kind; readonly share: number; readonly next: (below: number) => number },
): (duty: DutyColumn) => boolean {
  const { workers, groups, days } = model.problem;
  if (kind === 'days') {
    const first = next(days.length);
    const length = Math.max(1, Math.round(days.length * share));
    return (duty) => (duty.day - first + days.length) % days.length < length;
  }
  const pick = (items: readonly string[], wanted: number): ReadonlySet<string> => {
    const pool = [...items];
    while (pool.length > Math.max(1, wanted)) pool.splice(next(pool.length), 1);
    return new Set(pool);
  };
  if (kind === 'groups') {
    const chosen = pick(
      groups.map((group) => group.id),
      Math.round(groups.length * share),
    );
    const own = workers.filter((worker) =>
      worker.eligibility.some((entry) => entry.role === 'home' && chosen.has(entry.group)),
    );
    const people = new Set(own.map((worker) => worker.id));
    return (duty) => people.has(duty.worker.id);
  }
  const people = pick(
    workers.map((worker) => worker.id),
    Math.max(2, Math.round(workers.length * share)),
  );
  return (duty) => people.has(duty.worker.id);
}

function fixOthers(
  mip: MipModel,
  {
    model,
    values,
    isFree,
  }: { readonly model: RosterModel; readonly values: Float64Array; readonly isFree: (duty: DutyColumn) => boolean },
): MipModel {
  const lower = Float64Array.from(mip.lower);
  const upper = Float64Array.from(mip.upper);
  for (const duty of model.duties) {
    if (isFree(duty)) continue;
    lower[duty.column] = upper[duty.column] = Math.round(values[duty.column] ?? 0);
  }
  return { ...mip, lower, upper };
}
