import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import type { DutyColumn, RosterModel } from '../rules/roster-model.js';
import { seededIntegers } from './random.js';
import type { Stopwatch } from './stopwatch.js';

/** One round: with about a third of the people free, HiGHS took 0.3–1.3 s on hall weeks. */
const roundSeconds = 4;
const smallestShare = 0.1;
const largestShare = 0.8;

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
 * Large-neighbourhood search: again and again most duties are fixed as they are and a part is solved anew. It only ever
 * improves the plan; bounds come from the whole model. Ends with the time or the signal.
 */
export async function searchNeighbourhoods(search: Search): Promise<void> {
  const { engine, model, mip, watch, signal } = search;
  const next = seededIntegers(search.seed);
  let share = 0.3;
  for (let round = 0; !signal.aborted && watch.leftSeconds() > 0.2; round += 1) {
    const start = search.best();
    const isFree = neighbourhood(model, { round, share, next });
    const outcome = await engine.solve(fixOthers(mip, { model, start, isFree }), {
      timeLimitSeconds: Math.min(roundSeconds, watch.leftSeconds()),
      seed: search.seed + round,
      start,
      signal,
    });
    if (outcome.values !== null && isSolution(mip, outcome.values)) {
      const isBetter = objectiveOf(mip, outcome.values) < objectiveOf(mip, start) - 1e-6;
      if (isBetter) search.improve(outcome.values);
      else if (outcome.status === 'optimal') share = Math.min(largestShare, share * 1.15);
    }
    if (outcome.status !== 'optimal') share = Math.max(smallestShare, share * 0.8);
  }
}

/** Which duties may change: by turns those of some groups' people, of some days, of some people at random. */
function neighbourhood(
  model: RosterModel,
  { round, share, next }: { readonly round: number; readonly share: number; readonly next: (below: number) => number },
): (duty: DutyColumn) => boolean {
  const { workers, groups, days } = model.problem;
  const pick = <T>(items: readonly T[], wanted: number): ReadonlySet<T> => {
    const pool = [...items];
    const chosen = new Set<T>();
    while (chosen.size < Math.min(wanted, items.length)) chosen.add(pool.splice(next(pool.length), 1)[0] as T);
    return chosen;
  };
  if (round % 3 === 0) {
    const chosen = pick(
      groups.map((group) => group.id),
      Math.max(1, Math.round(groups.length * share)),
    );
    const people = new Set(
      workers
        .filter((worker) => worker.eligibility.some((entry) => chosen.has(entry.group)))
        .map((worker) => worker.id),
    );
    return (duty) => people.has(duty.worker.id);
  }
  if (round % 3 === 1) {
    const first = next(days.length);
    const length = Math.max(1, Math.round(days.length * share));
    return (duty) => (duty.day - first + days.length) % days.length < length;
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
    start,
    isFree,
  }: { readonly model: RosterModel; readonly start: Float64Array; readonly isFree: (duty: DutyColumn) => boolean },
): MipModel {
  const lower = Float64Array.from(mip.lower);
  const upper = Float64Array.from(mip.upper);
  for (const duty of model.duties) {
    if (isFree(duty)) continue;
    lower[duty.column] = upper[duty.column] = Math.round(start[duty.column] ?? 0);
  }
  return { ...mip, lower, upper };
}
