import type { ColumnProblem, Roster } from './column-problem.js';
import type { Current } from './merging.js';
import { addToCover, marginalCosts, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import { betterRoster } from './roster-moves.js';
import type { WorkerPricing } from './worker-pricing.js';

export interface RebuildSearch {
  readonly problem: ColumnProblem;
  readonly pricings: readonly WorkerPricing[];
  /** A whole number from 0 up to but without its argument, by the seed. */
  readonly next: (below: number) => number;
  readonly mustStop: () => boolean;
}

/** After so many workers threads tell each other what they have. */
const workersPerTurn = 8;

/**
 * One pass: one worker after another, in random order, gets the cheapest roster against everybody else's; each thread in an order of its
 * own, on the plan that all of them have bettered. Returns what the pass has gained.
 */
export function descend({ problem, pricings, next, mustStop }: RebuildSearch, plan: Current): number {
  const costs = new Float64Array(problem.cells);
  const span = { from: 0, to: problem.days };
  const order = pick(pricings.length, pricings.length, next);
  let gain = 0;
  for (let first = 0; first < order.length && !mustStop(); first += workersPerTurn) {
    const before = plan.plan();
    const current = copyOf(before);
    for (const member of order.slice(first, first + workersPerTurn)) {
      if (mustStop()) break;
      current.cost = rebuild({ problem, pricings, current, members: [member], span, costs });
    }
    const found = toColumnPlan(problem, current.rosters);
    if (found.cost > before.cost - 1e-9) continue;
    gain += before.cost - found.cost;
    plan.take(found);
  }
  return gain;
}

const rebuildSeconds = 1;

/**
 * A short annealing: two to five workers at a time lose their rosters, over the horizon or some weeks, and get the cheapest
 * one again, in random order. Worse plans are taken while the temperature allows. Returns the best plan seen.
 */
export function rebuilds(
  search: RebuildSearch,
  { from, spans }: { readonly from: ColumnPlan; readonly spans: readonly number[] },
): ColumnPlan | null {
  const { problem, pricings, next, mustStop } = search;
  const current = copyOf(from);
  let best: ColumnPlan | null = null;
  let bestCost = from.cost;
  const start = performance.now();
  const heat = 0.3 * typicalWeight(problem) * (next(1000) / 1000);
  const costs = new Float64Array(problem.cells);
  for (;;) {
    const elapsed = (performance.now() - start) / 1000;
    if (elapsed > rebuildSeconds || mustStop()) break;
    const temperature = heat * (1 - elapsed / rebuildSeconds);
    const members = pick(problem.workers.length, 2 + next(4), next);
    const wished = spans[next(spans.length)] as number;
    const length = Math.min(problem.days, wished);
    const first = next(problem.days - length + 1);
    const before = members.map((member) => current.rosters[member] as Roster);
    const after = rebuild({ problem, pricings, current, members, span: { from: first, to: first + length }, costs });
    const isTaken =
      after < current.cost + 1e-9 ||
      next(1_000_000) / 1_000_000 < Math.exp((current.cost - after) / Math.max(1e-9, temperature));
    if (!isTaken) {
      members.forEach((member, index) => {
        addToCover(problem, { cover: current.cover, roster: current.rosters[member] as Roster, amount: -1 });
        const old = before[index] as Roster;
        current.rosters[member] = old;
        addToCover(problem, { cover: current.cover, roster: old, amount: 1 });
      });
      continue;
    }
    current.cost = after;
    if (after < bestCost - 1e-6) {
      best = toColumnPlan(problem, current.rosters);
      bestCost = best.cost;
      current.cost = bestCost;
    }
  }
  return best;
}

function copyOf(plan: ColumnPlan): ColumnPlan {
  return {
    rosters: plan.rosters.map((roster) => Int8Array.from(roster)),
    cover: Int32Array.from(plan.cover),
    cost: plan.cost,
  };
}

/** The plan's cost after the members have been rebuilt in place. */
function rebuild({
  problem,
  pricings,
  current,
  members,
  span,
  costs,
}: {
  readonly problem: ColumnProblem;
  readonly pricings: readonly WorkerPricing[];
  readonly current: ColumnPlan;
  readonly members: readonly number[];
  readonly span: { readonly from: number; readonly to: number };
  readonly costs: Float64Array;
}): number {
  let cost = current.cost;
  for (const member of members) {
    const roster = current.rosters[member] as Roster;
    addToCover(problem, { cover: current.cover, roster, amount: -1 });
    marginalCosts(problem, { worker: (pricings[member] as WorkerPricing).worker, others: current.cover, into: costs });
    cost -= sumOver(problem, { roster, costs });
  }
  for (const member of members) {
    const pricing = pricings[member] as WorkerPricing;
    const roster = current.rosters[member] as Roster;
    marginalCosts(problem, { worker: pricing.worker, others: current.cover, into: costs });
    const isWhole = span.to - span.from === problem.days;
    const answer = isWhole
      ? betterRoster(problem, { pricing, costs, roster })
      : pricing.cheapest(costs, { ...span, roster, isQuick: true });
    const found = answer.rosters[0]?.roster ?? roster;
    // A quick answer may miss the roster that was there.
    const better = sumOver(problem, { roster: found, costs }) <= sumOver(problem, { roster, costs }) ? found : roster;
    cost += sumOver(problem, { roster: better, costs });
    current.rosters[member] = better;
    addToCover(problem, { cover: current.cover, roster: better, amount: 1 });
  }
  return cost;
}

function sumOver(
  problem: ColumnProblem,
  { roster, costs }: { readonly roster: Roster; readonly costs: Float64Array },
): number {
  let sum = 0;
  for (let day = 0; day < problem.days; day += 1) {
    const shift = roster[day] as number;
    if (shift >= 0) sum += costs[day * problem.shifts + shift] as number;
  }
  return sum;
}

function typicalWeight(problem: ColumnProblem): number {
  let sum = 0;
  for (let cell = 0; cell < problem.cells; cell += 1) sum += problem.underWeight[cell] as number;
  return sum / problem.cells;
}

/** So many different ones of 0 … size − 1. */
export function pick(size: number, wanted: number, next: (below: number) => number): number[] {
  const pool = Array.from({ length: size }, (_, index) => index);
  const chosen: number[] = [];
  while (chosen.length < Math.min(wanted, size)) chosen.push(pool.splice(next(pool.length), 1)[0] as number);
  return chosen;
}
