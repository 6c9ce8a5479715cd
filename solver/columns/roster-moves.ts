import type { ColumnProblem, Roster } from './column-problem.js';
import { isLong, nearEvenPace, nearRoster } from './corridors.js';
import { addToCover, marginalCosts, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import type { SpanRequest } from './pricing-span.js';
import { openWorkerPricing, tableBytesMax } from './worker-pricing.js';
import type { PricingAnswer, WorkerPricing } from './worker-pricing.js';

/** Each worker's pricing, kept for its remembered state; no table is larger than `mostBytes`. */
export function openPricings(problem: ColumnProblem, mostBytes = tableBytesMax): readonly WorkerPricing[] {
  return problem.workers.map((worker) => openWorkerPricing(problem, worker, mostBytes));
}

/** A quick answer over the whole horizon for a worker who has a roster; on long horizons near that roster. */
export function betterRoster(
  problem: ColumnProblem,
  {
    pricing,
    costs,
    roster,
  }: { readonly pricing: WorkerPricing; readonly costs: Float64Array; readonly roster: Roster },
): PricingAnswer {
  return pricing.cheapest(costs, {
    isQuick: true,
    ...(isLong(pricing) ? { corridor: nearRoster(problem, { pricing, roster }) } : {}),
  });
}

/** Corridors around an even pace, one after another until a roster is found. */
const corridorScales = [0.5, 1, 2, 4];

/**
 * A quick answer over the whole horizon; on long horizons the first one within a corridor. Where none is found, whether there is any
 * roster is settled exactly.
 */
function firstRoster(
  problem: ColumnProblem,
  { pricing, costs }: { readonly pricing: WorkerPricing; readonly costs: Float64Array },
): PricingAnswer {
  const requests: readonly SpanRequest[] = isLong(pricing)
    ? corridorScales.map((scale) => ({ corridor: nearEvenPace(problem, { pricing, scale }), tables: 1 }))
    : [{}];
  for (const request of requests) {
    const quick = pricing.cheapest(costs, { ...request, isQuick: true });
    if (quick.rosters.length > 0) return quick;
  }
  return pricing.cheapest(costs, {});
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
    const answer = firstRoster(problem, { pricing, costs });
    const best = answer.rosters[0];
    if (best === undefined) return { plan: null, isExact: answer.isExact };
    addToCover(problem, { cover, roster: best.roster, amount: 1 });
    rosters.push(best.roster);
  }
  return { plan: toColumnPlan(problem, rosters), isExact: true };
}
