import type { Facts } from './facts.js';
import { present } from './vacancy.js';

/** People beyond what an interval requires, where that has a price. */
export function costSurplus(facts: Facts): number {
  return facts.problem.demand.reduce((sum, demand) => {
    const { required, surplusPrice = 0 } = demand;
    return surplusPrice === 0 ? sum : sum + surplusPrice * Math.max(0, present(facts, demand) - required);
  }, 0);
}
