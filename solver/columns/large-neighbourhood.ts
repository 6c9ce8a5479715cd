import type { Highs } from 'highs';
import type { ColumnProblem, Roster } from './column-problem.js';
import { improveGroup } from './group-search.js';
import { addToCover, marginalCosts, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import { cheapestRoster } from './roster-moves.js';
import type { SharedPlan } from './shared-plan.js';
import type { WorkerPricing } from './worker-pricing.js';

interface Search {
  readonly highs: Highs;
  readonly problem: ColumnProblem;
  readonly pricings: readonly WorkerPricing[];
  readonly shared: SharedPlan;
  /** A whole number from 0 up to but without its argument, by the seed. */
  readonly next: (below: number) => number;
  readonly secondsLeft: () => number;
  readonly mustStop: () => boolean;
}

/** A neighbourhood with its record: what it gained per second lately decides how often it is chosen. */
interface Neighbourhood {
  readonly run: (plan: ColumnPlan) => ColumnPlan | null;
  gainPerSecond: number;
}

/** Sizes of a group over a span that column generation solves in about a second, in worker-days. */
const groupDaysFirst = 400;
const groupDaysMin = 100;
const groupDaysMax = 20_000;
const groupSecondsWished = 6;

/**
 * Large-neighbourhood search from the shared plan until time is up. By turns (adaptively, Ropke & Pisinger 2006): a few workers
 * are taken out and put back one by one, each exactly; or a group over a span is solved as a whole by column generation.
 */
export function searchLargeNeighbourhoods(search: Search): void {
  const { problem, shared, next, mustStop } = search;
  let plan = toColumnPlan(problem, shared.rosters());
  let version = shared.version();
  let groupDays = groupDaysFirst;
  const sizes = (seconds: number): void => {
    groupDays = Math.min(groupDaysMax, Math.max(groupDaysMin, groupDays * (seconds < groupSecondsWished ? 1.08 : 0.8)));
  };
  const neighbourhoods: Neighbourhood[] = [
    { run: (from) => rebuilds(search, { from, spans: [problem.days] }), gainPerSecond: Infinity },
    { run: (from) => rebuilds(search, { from, spans: [14, 28, 56] }), gainPerSecond: Infinity },
    { run: (from) => groupMove(search, { from, groupDays, isWide: true, sizes }), gainPerSecond: Infinity },
    { run: (from) => groupMove(search, { from, groupDays, isWide: false, sizes }), gainPerSecond: Infinity },
  ];
  while (!mustStop()) {
    if (shared.version() !== version && shared.cost() < plan.cost - 1e-9)
      plan = toColumnPlan(problem, shared.rosters());
    version = shared.version();
    const chosen = choose(neighbourhoods, next);
    const start = performance.now();
    const found = chosen.run(plan);
    const seconds = Math.max(1e-3, (performance.now() - start) / 1000);
    const gain = found === null ? 0 : plan.cost - found.cost;
    const record = gain / seconds;
    chosen.gainPerSecond = chosen.gainPerSecond === Infinity ? record : 0.7 * chosen.gainPerSecond + 0.3 * record;
    if (found !== null && found.cost < plan.cost - 1e-9) {
      plan = found;
      shared.offer(plan);
      version = shared.version();
    }
  }
}

/** In proportion to the record; one time in four any of them. */
function choose(neighbourhoods: readonly Neighbourhood[], next: (below: number) => number): Neighbourhood {
  const untried = neighbourhoods.find((one) => one.gainPerSecond === Infinity);
  if (untried !== undefined) return untried;
  const total = neighbourhoods.reduce((sum, one) => sum + one.gainPerSecond, 0);
  if (total <= 1e-9 || next(4) === 0) return neighbourhoods[next(neighbourhoods.length)] as Neighbourhood;
  let at = (next(1_000_000) / 1_000_000) * total;
  return neighbourhoods.find((one) => (at -= one.gainPerSecond) <= 0) ?? (neighbourhoods[0] as Neighbourhood);
}

const rebuildSeconds = 3;

/**
 * A short annealing: two to five workers at a time lose their rosters, over the horizon or some weeks, and get the cheapest
 * one again, in random order. Worse plans are taken while the temperature allows. Returns the best plan seen.
 */
function rebuilds(
  search: Search,
  { from, spans }: { readonly from: ColumnPlan; readonly spans: readonly number[] },
): ColumnPlan | null {
  const { problem, pricings, next, mustStop } = search;
  const current: ColumnPlan = {
    rosters: from.rosters.map((roster) => Int8Array.from(roster)),
    cover: Int32Array.from(from.cover),
    cost: from.cost,
  };
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
    if (after === null) continue;
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

/** The plan's cost after the members have been rebuilt in place; null (and nothing changed) when one could not be. */
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
}): number | null {
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
    const answer = isWhole ? cheapestRoster(problem, { pricing, costs }) : pricing.cheapest(costs, { ...span, roster });
    const found = answer.rosters[0]?.roster ?? roster;
    // A search within a corridor may miss the roster that was there.
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

/** `isWide`: many workers over few weeks; otherwise few workers over the whole horizon or most of it. */
function groupMove(
  search: Search,
  {
    from,
    groupDays,
    isWide,
    sizes,
  }: {
    readonly from: ColumnPlan;
    readonly groupDays: number;
    readonly isWide: boolean;
    readonly sizes: (seconds: number) => void;
  },
): ColumnPlan | null {
  const { highs, problem, pricings, next, mustStop } = search;
  const lengths = isWide ? [7, 14, 21, 28] : [28, 56, 84, problem.days];
  const length = Math.min(problem.days, lengths[next(lengths.length)] as number);
  const count = Math.max(2, Math.min(problem.workers.length, Math.round(groupDays / length)));
  const first = next(problem.days - length + 1);
  const members = pick(problem.workers.length, count, next);
  const start = performance.now();
  const outcome = improveGroup(highs, {
    problem,
    plan: from,
    pricings,
    group: { members, from: first, to: first + length },
    mustStop,
  });
  sizes((performance.now() - start) / 1000);
  return outcome.plan;
}

function typicalWeight(problem: ColumnProblem): number {
  let sum = 0;
  for (let cell = 0; cell < problem.cells; cell += 1) sum += problem.underWeight[cell] as number;
  return sum / problem.cells;
}

/** So many different ones of 0 … size − 1. */
function pick(size: number, wanted: number, next: (below: number) => number): number[] {
  const pool = Array.from({ length: size }, (_, index) => index);
  const chosen: number[] = [];
  while (chosen.length < Math.min(wanted, size)) chosen.push(pool.splice(next(pool.length), 1)[0] as number);
  return chosen;
}
