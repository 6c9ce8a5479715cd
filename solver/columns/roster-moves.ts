import type { ColumnProblem, Roster } from './column-problem.js';
import { addToCover, marginalCosts, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import type { SpanRequest } from './pricing-span.js';
import { openWorkerPricing } from './worker-pricing.js';
import type { PricingAnswer, WorkerPricing } from './worker-pricing.js';

/** For horizons whose whole table is too large: this many units per week of slack to either side, and weekends. */
const corridorWeeks = 1.5;
const corridorWeekends = 3;

/** Each worker's pricing, kept for its remembered state. */
export function openPricings(problem: ColumnProblem): readonly WorkerPricing[] {
  return problem.workers.map((worker) => openWorkerPricing(problem, worker));
}

/** A quick answer over the whole horizon, or a good roster within a corridor when the table is too large. */
export function cheapestRoster(
  problem: ColumnProblem,
  {
    pricing,
    costs,
    wanted = 1,
    isFirst = false,
  }: {
    readonly pricing: WorkerPricing;
    readonly costs: Float64Array;
    readonly wanted?: number;
    /** Where nothing quick is found, whether there is any roster at all must be known. */
    readonly isFirst?: boolean;
  },
): PricingAnswer {
  const whole = pricing.cheapest(costs, { wanted, isQuick: true });
  if (whole.isExact || whole.rosters.length > 0) return whole;
  const weekly = (pricing.worker.unitsMax * 7) / problem.days;
  const corridorOf = (scale: number): NonNullable<SpanRequest['corridor']> => ({
    units: Math.ceil(weekly * corridorWeeks * scale),
    weekends: Math.ceil(corridorWeekends * scale),
  });
  for (const scale of [1, 0.5, 2]) {
    const near = pricing.cheapest(costs, { wanted, corridor: corridorOf(scale), isQuick: true });
    if (near.rosters.length > 0) return { ...near, isExact: false };
  }
  return isFirst ? pricing.cheapest(costs, { wanted }) : { bound: whole.bound, rosters: [], isExact: false };
}

/**
 * A first plan: one worker after another takes the cheapest roster given those before. null when some worker has no roster
 * at all; then the problem has no plan either, provided that `isExact`.
 */
export function firstPlan(
  problem: ColumnProblem,
  { pricings, mustStop }: { readonly pricings: readonly WorkerPricing[]; readonly mustStop: () => boolean },
): { readonly plan: ColumnPlan | null; readonly isExact: boolean } {
  const cover = new Int32Array(problem.cells);
  const costs = new Float64Array(problem.cells);
  const rosters: Roster[] = [];
  for (const pricing of pricings) {
    if (mustStop()) return { plan: null, isExact: false };
    marginalCosts(problem, { worker: pricing.worker, others: cover, into: costs });
    const answer = cheapestRoster(problem, { pricing, costs, isFirst: true });
    const best = answer.rosters[0];
    if (best === undefined) return { plan: null, isExact: answer.isExact };
    addToCover(problem, { cover, roster: best.roster, amount: 1 });
    rosters.push(best.roster);
  }
  return { plan: toColumnPlan(problem, rosters), isExact: true };
}
