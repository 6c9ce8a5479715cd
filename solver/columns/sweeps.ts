import type { Highs } from 'highs';
import type { ColumnProblem } from './column-problem.js';
import { improveGroup } from './group-search.js';
import type { Current } from './merging.js';
import type { ColumnPlan } from './plan-costs.js';
import type { WorkerPricing } from './worker-pricing.js';

export interface SweepSearch {
  readonly highs: Highs;
  readonly problem: ColumnProblem;
  readonly pricings: readonly WorkerPricing[];
  readonly secondsLeft: () => number;
  readonly mustStop: () => boolean;
  /** Where the first sweep begins, as a share of the horizon: threads side by side work on different days. */
  readonly place: number;
}

const daysFirst = 5;
const daysMin = 2;
/** A window may take so many seconds: from the first few on, more when sweeps gain little, but never more than a part of what is left. */
const secondsFirst = 0.5;
const secondsMax = 20;
const secondsGrowth = 2;
/** After so many seconds, and after a whole sweep, other neighbourhoods get their turn. */
const turnSeconds = 4;
const shareMax = 0.1;
/** A sweep that gains less than this part of the cost is followed by one of longer windows. */
const stallGain = 0.01;
/** The next window begins after this part of the last one. */
const advance = 0.6;
/** How fast a window grows or shrinks towards its time; time grows faster than its length. */
const fitting = 0.7;
const fitMin = 0.5;
const fitMax = 1.6;
/** A window that found nothing and should be this much shorter had too little time. */
const tooLong = 0.8;

/**
 * Sweeps: everybody over one window of days after another, from left to right and on from the first day, each as a whole by column
 * generation. What a window leaves at its end is what the next one begins with. A turn lasts some seconds; it returns what it has gained,
 * and the next one goes on from there.
 */
export function openSweeps({
  highs,
  problem,
  pricings,
  secondsLeft,
  mustStop,
  place,
}: SweepSearch): (current: Current) => number {
  const { days } = problem;
  let prices: Float64Array | null = null;
  const members = [...problem.workers.keys()];
  let length = Math.min(days, daysFirst);
  let wished = secondsFirst;
  let at = Math.floor(place * days);
  let covered = 0;
  let sweepGain = 0;
  return (current) => {
    const turnStart = performance.now();
    let gain = 0;
    for (let isOver = false; !isOver && !mustStop(); isOver ||= performance.now() - turnStart >= 1000 * turnSeconds) {
      const whole = Math.max(daysMin, Math.min(days, Math.round(length)));
      const from = Math.min(at, days - whole);
      const seconds = Math.max(secondsFirst, Math.min(wished, secondsLeft() * shareMax));
      const start = performance.now();
      const plan = current.plan();
      const found = improveGroup(highs, {
        problem,
        plan,
        pricings,
        group: { members, from, to: from + whole },
        prices: (prices ??= firstPrices(problem, plan)),
        seconds: 2 * seconds,
        mustStop,
      });
      const used = Math.max(1e-3, (performance.now() - start) / 1000);
      const fit = Math.min(fitMax, Math.max(fitMin, (seconds / used) ** fitting));
      // A quick window without any gain was only looked at: it says nothing about the time that a solution takes.
      if (found !== null || fit < 1) length = Math.min(days, whole * fit);
      // Too long for its time: once more, shorter.
      if (found === null && fit < tooLong && whole > daysMin) continue;
      const step = Math.max(1, Math.ceil(whole * advance));
      covered += from + whole === days ? days - at : step;
      at = from + whole === days ? 0 : from + step;
      if (found !== null) {
        gain += plan.cost - found.cost;
        sweepGain += plan.cost - found.cost;
        current.take(found);
      }
      if (covered < days) continue;
      if (sweepGain < stallGain * current.plan().cost) wished = Math.min(secondsMax, wished * secondsGrowth);
      covered = 0;
      sweepGain = 0;
      isOver = true;
    }
    return gain;
  };
}

/** What a person in a cell may be worth, guessed from the cover: little where as many work as are wanted. */
function firstPrices({ preferred, underWeight, overWeight }: ColumnProblem, { cover }: ColumnPlan): Float64Array {
  return preferred.map((wanted, cell) => {
    const missing = wanted - (cover[cell] as number);
    return missing > 0 ? (underWeight[cell] as number) / 2 : missing < 0 ? -(overWeight[cell] as number) : 0;
  });
}
