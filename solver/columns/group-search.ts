import type { Highs } from 'highs';
import { costSlack, generateColumns } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import { isLong } from './corridors.js';
import { dive } from './diving.js';
import { openMaster } from './master.js';
import { coverCost, rosterCost, toColumnPlan } from './plan-costs.js';
import type { ColumnPlan } from './plan-costs.js';
import { chooseFromPool } from './pool-choice.js';
import { roundedBound } from './shared-plan.js';
import type { WorkerPricing } from './worker-pricing.js';

export interface Group {
  readonly members: readonly number[];
  readonly from: number;
  readonly to: number;
}

const roundsMax = 60;
/** Shares of the time: column generation stops early rather than leave none for the dive and the choice from the columns. */
const generationShare = 0.5;
const poolShare = 0.25;
/** What the choice from the columns may still gain must be more than this part of what the dive has gained. */
const poolGainMin = 0.02;
/** On long horizons spans of more days than this are searched near the rosters that are there. */
const exactDays = 28;

/**
 * Some workers over some days, all at once, by column generation, a dive and a choice from the columns; everybody else
 * stays. null when nothing better came out.
 */
export function improveGroup(
  highs: Highs,
  {
    problem,
    plan,
    pricings,
    group,
    prices,
    seconds,
    mustStop,
  }: {
    readonly problem: ColumnProblem;
    readonly plan: ColumnPlan;
    readonly pricings: readonly WorkerPricing[];
    readonly group: Group;
    /** What a person in a cell was worth when it was last looked at: prices to start from, and brought up to date. */
    readonly prices: Float64Array;
    readonly seconds: number;
    readonly mustStop: () => boolean;
  },
): ColumnPlan | null {
  const start = performance.now();
  const isOver = (share: number): boolean => mustStop() || performance.now() - start > 1000 * seconds * share;
  const sub = subProblem(problem, { plan, members: group.members });
  const rosters = group.members.map((member) => plan.rosters[member] as Roster);
  const known = spanCost(sub, { rosters, from: group.from, to: group.to });
  // Nothing below one whole unit better counts when costs are whole.
  const target = problem.isWhole ? known - 1 + 1e-4 : known - costSlack;
  const subPricings = group.members.map((member) => pricings[member] as WorkerPricing);
  const span = { from: group.from, to: group.to, rosters };
  const isNear = group.to - group.from > exactDays && subPricings.some(isLong);
  const cells = { from: group.from * problem.shifts, to: group.to * problem.shifts };
  const master = openMaster(highs, sub, span);
  try {
    master.add(rosters.map((roster, worker) => ({ worker, roster })));
    const generation = generateColumns(sub, {
      master,
      pricings: subPricings,
      options: {
        decisions: null,
        cutoff: () => target,
        mustStop: () => isOver(generationShare),
        onBound: () => undefined,
        roundsMax,
        span,
        isNear,
        isQuick: true,
        center: within(prices, cells),
      },
    });
    prices.set(generation.center.subarray(cells.from, cells.to), cells.from);
    if (generation.bound > target) return null;
    if (generation.solution === null || mustStop()) return null;
    let best: readonly Roster[] = rosters;
    let cost = known;
    const consider = (found: readonly Roster[] | null): void => {
      if (found === null) return;
      const foundCost = spanCost(sub, { rosters: found, from: group.from, to: group.to });
      if (foundCost < cost - costSlack) {
        best = found;
        cost = foundCost;
      }
    };
    const enough = roundedBound(problem, generation.bound) + costSlack;
    const { solution } = generation;
    consider(dive(sub, { master, pricings: subPricings, solution, mustStop: () => isOver(1), span, isNear, enough }));
    // The columns hold no better plan than their linear programme.
    const left = cost - Math.max(generation.bound, solution.objective);
    if (left > Math.max(problem.isWhole ? 1 : costSlack, poolGainMin * (known - cost)) && !mustStop()) {
      consider(
        chooseFromPool(highs, {
          problem: sub,
          master,
          solution,
          gap: left,
          seconds: seconds * poolShare,
          mustStop,
          span,
          start: best,
        }),
      );
    }
    if (best === rosters) return null;
    const all = [...plan.rosters];
    group.members.forEach((member, index) => (all[member] = best[index] as Roster));
    return toColumnPlan(problem, all);
  } finally {
    master.close();
  }
}

/** The problem of some workers, when the others' work is taken off what is preferred. */
function subProblem(
  problem: ColumnProblem,
  { plan, members }: { readonly plan: ColumnPlan; readonly members: readonly number[] },
): ColumnProblem {
  const preferred = problem.preferred.map((wanted, cell) => wanted - (plan.cover[cell] as number));
  for (const member of members) {
    (plan.rosters[member] as Roster).forEach((shift, day) => {
      if (shift < 0) return;
      const cell = day * problem.shifts + shift;
      preferred[cell] = (preferred[cell] as number) + 1;
    });
  }
  return {
    ...problem,
    preferred,
    constant: 0,
    workers: members.map((member) => problem.workers[member] as ColumnProblem['workers'][number]),
  };
}

/** The prices of the cells that may change; elsewhere nobody is priced. */
function within(prices: Float64Array, cells: { readonly from: number; readonly to: number }): Float64Array {
  return prices.map((price, cell) => (cell >= cells.from && cell < cells.to ? price : 0));
}

function spanCost(
  sub: ColumnProblem,
  { rosters, from, to }: { readonly rosters: readonly Roster[]; readonly from: number; readonly to: number },
): number {
  const cover = new Int32Array(sub.cells);
  let cost = 0;
  rosters.forEach((roster, index) => {
    cost += rosterCost(sub, { worker: sub.workers[index] as ColumnProblem['workers'][number], roster, from, to });
    for (let day = from; day < to; day += 1) {
      const shift = roster[day] as number;
      if (shift < 0) continue;
      const cell = day * sub.shifts + shift;
      cover[cell] = (cover[cell] as number) + 1;
    }
  });
  for (let cell = from * sub.shifts; cell < to * sub.shifts; cell += 1)
    cost += coverCost(sub, cell, cover[cell] as number);
  return cost;
}
