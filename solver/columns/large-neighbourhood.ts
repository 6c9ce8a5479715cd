import type { Highs } from 'highs';
import type { ColumnProblem, Roster } from './column-problem.js';
import { improveGroup } from './group-search.js';
import type { Group } from './group-search.js';
import { sharePlan } from './merging.js';
import type { Current } from './merging.js';
import { coverCost, rosterCost, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import { descend, pick, rebuilds } from './rebuilds.js';
import type { RebuildSearch } from './rebuilds.js';
import type { SharedPlan } from './shared-plan.js';
import { openSweeps } from './sweeps.js';
import type { SweepSearch } from './sweeps.js';

interface Search extends RebuildSearch, SweepSearch {
  readonly highs: Highs;
  readonly shared: SharedPlan;
}

/** A neighbourhood with its record: what it gained per second lately decides how often it is chosen. */
interface Neighbourhood {
  /** One try; returns what it gained. */
  readonly run: (current: Current) => number;
  gainPerSecond: number;
}

/** Share of the cost. */
const passGainMin = 0.01;
/** Seconds that the solution of one group may take: from the first few on, more when the small ones gain nothing any more. */
const groupSecondsFirst = 2;
const groupSecondsMax = 20;
const groupShareMax = 0.1;

/**
 * Large-neighbourhood search from the shared plan until time is up. First everybody's roster is bettered alone. Then by turns
 * (adaptively, Ropke & Pisinger 2006) everybody is solved as a whole over one window of days after another, a group over a span
 * likewise, or a few workers are taken out and put back one by one, each exactly.
 */
export function searchLargeNeighbourhoods(search: Search): void {
  const { problem, shared, next, mustStop } = search;
  let plan = toColumnPlan(problem, shared.rosters());
  const current: Current = {
    plan() {
      if (shared.cost() < plan.cost - 1e-9) plan = toColumnPlan(problem, shared.rosters());
      return plan;
    },
    take(found) {
      plan = sharePlan(problem, { shared, before: plan, after: found });
    },
  };
  // A pass that gains so little is the last one in a row: windows gain more in the same time.
  for (let gain = Infinity; gain > passGainMin * current.plan().cost && !mustStop();) gain = descend(search, current);
  const neighbourhoods = openNeighbourhoods(search);
  while (!mustStop()) {
    const chosen = choose(neighbourhoods, next);
    const start = performance.now();
    const gain = chosen.run(current);
    const record = gain / Math.max(1e-3, (performance.now() - start) / 1000);
    chosen.gainPerSecond = chosen.gainPerSecond === Infinity ? record : 0.7 * chosen.gainPerSecond + 0.3 * record;
  }
}

function openNeighbourhoods(search: Search): Neighbourhood[] {
  const { days } = search.problem;
  const shapes: GroupShape[] = [
    { shape: 'square', size: 12 },
    { shape: 'deep', size: 8 },
  ];
  const searches = [
    ...[[days], [14, 28, 56]].map((spans) => (from: ColumnPlan) => rebuilds(search, { from, spans })),
    ...shapes.map((shape) => groupSearch(search, shape)),
  ];
  const once = searches.map((find) => (current: Current) => {
    const plan = current.plan();
    const found = find(plan);
    if (found === null || found.cost > plan.cost - 1e-9) return 0;
    current.take(found);
    return plan.cost - found.cost;
  });
  const descent = (current: Current): number => descend(search, current);
  return [openSweeps(search), descent, ...once].map((run) => ({ run, gainPerSecond: Infinity }));
}

/** In proportion to the record; one time in six any of them. */
function choose(neighbourhoods: readonly Neighbourhood[], next: (below: number) => number): Neighbourhood {
  const untried = neighbourhoods.find((one) => one.gainPerSecond === Infinity);
  if (untried !== undefined) return untried;
  const total = neighbourhoods.reduce((sum, one) => sum + one.gainPerSecond, 0);
  if (total <= 1e-9 || next(6) === 0) return neighbourhoods[next(neighbourhoods.length)] as Neighbourhood;
  let at = (next(1_000_000) / 1_000_000) * total;
  return neighbourhoods.find((one) => (at -= one.gainPerSecond) <= 0) ?? (neighbourhoods[0] as Neighbourhood);
}

/** `deep`: `size` workers over the whole horizon. `square`: three times `size` workers over three times `size` days, as far as there are so many. */
interface GroupShape {
  readonly shape: 'deep' | 'square';
  readonly size: number;
}

/** Groups of one shape, their size fitted to the time that one may take. */
function groupSearch(search: Search, { shape, size: first }: GroupShape): (plan: ColumnPlan) => ColumnPlan | null {
  const { highs, problem, pricings, mustStop, secondsLeft } = search;
  const staff = problem.workers.length;
  const prices = new Float64Array(problem.cells);
  let size = first;
  let wished = groupSecondsFirst;
  return (plan) => {
    const whole = Math.round(size);
    const days = Math.min(problem.days, { deep: problem.days, square: 3 * whole }[shape]);
    const count = Math.min(staff, { deep: whole, square: 3 * whole }[shape]);
    const seconds = Math.max(groupSecondsFirst, Math.min(wished, secondsLeft() * groupShareMax));
    const start = performance.now();
    const group = placed(search, { plan, days, count });
    const found = improveGroup(highs, { problem, plan, pricings, group, prices, seconds: 2 * seconds, mustStop });
    const used = (performance.now() - start) / 1000;
    if (found === null) wished = Math.min(groupSecondsMax, wished * 1.2);
    if (used > 1.5 * seconds) size = Math.max(2, size * (found === null ? 0.6 : 0.85));
    else if (used < seconds && (days < problem.days || count < staff)) size *= used < seconds / 4 ? 1.5 : 1.15;
    return found;
  };
}

const triesForCost = 3;

/** Workers by lot, and the span that costs most of a few by lot. */
function placed(
  { problem, next }: Search,
  { plan, days, count }: { readonly plan: ColumnPlan; readonly days: number; readonly count: number },
): Group {
  const members = pick(problem.workers.length, count, next);
  const starts = Array.from({ length: triesForCost }, () => next(problem.days - days + 1));
  const costs = starts.map((from) => costBetween(problem, { plan, from, to: from + days }));
  const from = starts[costs.indexOf(Math.max(...costs))] ?? 0;
  return { members, from, to: from + days };
}

function costBetween(
  problem: ColumnProblem,
  { plan, from, to }: { readonly plan: ColumnPlan; readonly from: number; readonly to: number },
): number {
  let cost = 0;
  for (let cell = from * problem.shifts; cell < to * problem.shifts; cell += 1)
    cost += coverCost(problem, cell, plan.cover[cell] as number);
  for (const worker of problem.workers)
    cost += rosterCost(problem, { worker, roster: plan.rosters[worker.index] as Roster, from, to });
  return cost;
}
