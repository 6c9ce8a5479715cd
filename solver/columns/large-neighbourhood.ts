import type { Highs } from 'highs';
import type { ColumnProblem, Roster } from './column-problem.js';
import { improveGroup } from './group-search.js';
import type { Group } from './group-search.js';
import { sharePlan } from './merging.js';
import { coverCost, rosterCost, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import { descend, pick, rebuilds } from './rebuilds.js';
import type { RebuildSearch } from './rebuilds.js';

import type { SharedPlan } from './shared-plan.js';

interface Search extends RebuildSearch {
  readonly highs: Highs;
  readonly shared: SharedPlan;
  readonly secondsLeft: () => number;
}

/** A neighbourhood with its record: what it gained per second lately decides how often it is chosen. */
interface Neighbourhood {
  readonly run: (plan: ColumnPlan) => ColumnPlan | null;
  gainPerSecond: number;
}

/** Seconds that the solution of one group may take: from the first few on, more when the small ones gain nothing any more. */
const groupSecondsFirst = 2;
const groupSecondsMax = 20;
const groupShareMax = 0.1;

/**
 * Large-neighbourhood search from the shared plan until time is up. First everybody's roster is bettered alone. Then by turns
 * (adaptively, Ropke & Pisinger 2006) a group over a span is solved as a whole by column generation, or a few workers are taken
 * out and put back one by one, each exactly.
 */
export function searchLargeNeighbourhoods(search: Search): void {
  const { problem, shared, next, mustStop } = search;
  let plan = toColumnPlan(problem, shared.rosters());
  const share = (found: ColumnPlan): void => {
    plan = sharePlan(problem, { shared, before: plan, after: found });
  };
  share(descend(search, { from: plan, onPlan: (found) => void shared.offer(found) }));
  const neighbourhoods = openNeighbourhoods(search);
  while (!mustStop()) {
    if (shared.cost() < plan.cost - 1e-9) plan = toColumnPlan(problem, shared.rosters());
    const chosen = choose(neighbourhoods, next);
    const start = performance.now();
    const found = chosen.run(plan);
    const seconds = Math.max(1e-3, (performance.now() - start) / 1000);
    const gain = found === null ? 0 : plan.cost - found.cost;
    const record = gain / seconds;
    chosen.gainPerSecond = chosen.gainPerSecond === Infinity ? record : 0.7 * chosen.gainPerSecond + 0.3 * record;
    if (found !== null && gain > 1e-9) share(found);
  }
}

function openNeighbourhoods(search: Search): Neighbourhood[] {
  const { days } = search.problem;
  const shapes: GroupShape[] = [
    { shape: 'wide', size: 7 },
    { shape: 'square', size: 12 },
    { shape: 'deep', size: 8 },
  ];
  const groups = shapes.map((shape) => groupSearch(search, shape));
  return [
    ...groups.map((run) => ({ run, gainPerSecond: Infinity })),
    ...[[days], [14, 28, 56]].map((spans) => ({
      run: (from: ColumnPlan) => rebuilds(search, { from, spans }),
      gainPerSecond: Infinity,
    })),
  ];
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

/**
 * `wide`: everybody over `size` days. `deep`: `size` workers over the whole horizon. `square`: three times `size` workers over
 * three times `size` days, as far as there are so many.
 */
interface GroupShape {
  readonly shape: 'wide' | 'deep' | 'square';
  readonly size: number;
}

/** Groups of one shape, their size fitted to the time that one may take. */
function groupSearch(search: Search, { shape, size: first }: GroupShape): (plan: ColumnPlan) => ColumnPlan | null {
  const { highs, problem, pricings, next, mustStop, secondsLeft } = search;
  const staff = problem.workers.length;
  let size = first;
  let wished = groupSecondsFirst;
  let swept = next(problem.days);
  return (plan) => {
    const whole = Math.round(size);
    const days = Math.min(problem.days, { wide: whole, deep: problem.days, square: 3 * whole }[shape]);
    const count = Math.min(staff, { wide: staff, deep: whole, square: 3 * whole }[shape]);
    const seconds = Math.max(groupSecondsFirst, Math.min(wished, secondsLeft() * groupShareMax));
    const start = performance.now();
    const group = shape === 'wide' ? everybody(problem, { from: swept, days }) : placed(search, { plan, days, count });
    // Half of the next window is new, and it begins at the first day again after the last.
    swept = group.to === problem.days ? 0 : group.from + Math.ceil(days / 2);
    const found = improveGroup(highs, { problem, plan, pricings, group, seconds: 2 * seconds, mustStop });
    const used = (performance.now() - start) / 1000;
    if (found === null) wished = Math.min(groupSecondsMax, wished * 1.2);
    if (used > 1.5 * seconds) size = Math.max(2, size * (found === null ? 0.6 : 0.85));
    else if (used < seconds && (days < problem.days || count < staff)) size *= used < seconds / 4 ? 1.5 : 1.15;
    return found;
  };
}

function everybody(
  problem: ColumnProblem,
  { from: wished, days }: { readonly from: number; readonly days: number },
): Group {
  const from = Math.min(wished, problem.days - days);
  return { members: [...problem.workers.keys()], from, to: from + days };
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
