import { searchLargeNeighbourhoods } from './large-neighbourhood.js';
import { marginalCosts, toColumnPlan } from './plan-costs.js';
import { searchRoot } from './root-search.js';
import type { RootSearch } from './root-search.js';

/** Column generation over the whole problem takes about so many rounds for each day, each of which prices every worker. */
const roundsPerDay = 1;
/** So many workers tell how long a round takes. */
const sampleSize = 6;
/** Prices mean more, the better the plan they begin from: neighbourhoods first, for this part of the proof's time or of what there is. */
const preludeOfProof = 0.3;
const preludeOfTime = 0.1;
/** A proof that takes more than this part of the time waits until the neighbourhoods gain little. */
const affordable = 0.35;
/** And is begun no more beyond this part of what is left. */
const feasibleShare = 0.8;
/** Little: less than this part of the cost in that part of the time. */
const stallGain = 0.005;
const stallShare = 0.1;

/**
 * The bound and the plans that follow from it, when the time allows; neighbourhoods before that, as long as they gain more. Returns
 * whether the shared plan is proven optimal.
 */
export function prove(search: RootSearch): boolean {
  const { problem, secondsLeft, mustStop } = search;
  const total = secondsLeft();
  const needed = roundSeconds(search) * problem.days * roundsPerDay;
  if (needed <= affordable * total) {
    const end = secondsLeft() - Math.min(preludeOfTime * total, preludeOfProof * needed);
    searchLargeNeighbourhoods({ ...search, mustStop: () => mustStop() || secondsLeft() < end });
    return searchRoot(search);
  }
  const hasStalled = stallWatch(search, total * stallShare);
  const mayProve = (): boolean => needed <= feasibleShare * secondsLeft();
  searchLargeNeighbourhoods({ ...search, mustStop: () => mustStop() || (mayProve() && hasStalled()) });
  return !mustStop() && searchRoot(search);
}

/** How long it takes to price everybody exactly once, with what the pricing has learned; ∞ where it can not be done at all. */
function roundSeconds({ problem, pricings, shared, mustStop }: RootSearch): number {
  const { cover } = toColumnPlan(problem, shared.rosters());
  const costs = new Float64Array(problem.cells);
  const every = Math.max(1, Math.floor(pricings.length / sampleSize));
  const sample = pricings.filter((_, index) => index % every === 0);
  let seconds = Infinity;
  for (let round = 0; round < 2 && !mustStop(); round += 1) {
    const start = performance.now();
    for (const pricing of sample) {
      marginalCosts(problem, { worker: pricing.worker, others: cover, into: costs });
      if (mustStop() || pricing.cheapest(costs, {}).bound === -Infinity) return Infinity;
    }
    seconds = (((performance.now() - start) / 1000) * pricings.length) / sample.length;
  }
  return seconds;
}

/** Whether the plan has hardly become cheaper in the last so many seconds. */
function stallWatch({ shared, secondsLeft }: RootSearch, seconds: number): () => boolean {
  let mark = { cost: shared.cost(), left: secondsLeft() };
  return () => {
    if (mark.left - secondsLeft() < seconds) return false;
    const cost = shared.cost();
    const isStalled = mark.cost - cost < stallGain * mark.cost;
    mark = { cost, left: secondsLeft() };
    return isStalled;
  };
}
