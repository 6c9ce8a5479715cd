import type { Demand } from '../problem.js';
import type { Facts } from './facts.js';
import { present } from './vacancy.js';

/** People beyond what an interval requires, where that has a price. */
export function costSurplus(facts: Facts): number {
  return facts.problem.demand.reduce(
    (sum, demand) => ((demand.surplusPrice ?? 0) === 0 ? sum : sum + surplusAt(demand, present(facts, demand))),
    0,
  );
}

/** What the people beyond the requirement of one interval cost. */
export function surplusAt({ required, surplusPrice = 0 }: Demand, people: number): number {
  return surplusPrice * Math.max(0, people - required);
}
