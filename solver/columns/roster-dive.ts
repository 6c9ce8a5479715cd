import type { Highs } from 'highs';
import { restrictMaster, toDecisions } from './branching.js';
import type { Restriction } from './branching.js';
import { generateColumns } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import { openMaster } from './master.js';
import type { Master, MasterColumn, MasterSolution } from './master.js';
import type { WorkerPricing } from './worker-pricing.js';

const whole = 1 - 1e-6;
/** A step settles this part of the open workers, those with a roster of at least so great a share; always at least one. */
const partPerStep = 1 / 12;
const shareWished = 0.5;
/** The greatest share is taken, or at random one that reaches this part of it. */
const nearGreatest = 0.8;
const roundsPerStep = 60;
/** The dive begins with so many known rosters of each worker. */
const rostersPerWorker = 40;
/** New rosters are sought until the step's linear programme is known to this part of its value. */
const toleranceShare = 1e-4;

/**
 * A dive by whole rosters: step by step a few workers get the roster with the greatest share for good, and the others' columns are
 * generated anew until hardly anything is left to gain. Slower than deciding days, but every step's linear programme tells what the step
 * costs, so plans come within a percent where the relaxation is tight. It has its own master, for its columns serve nobody else. null
 * when time runs out or no plan below `cutoff` is left.
 */
export function diveByRosters(
  highs: Highs,
  {
    problem,
    columns,
    pricings,
    restriction,
    center,
    next,
    cutoff,
    mustStop,
  }: {
    readonly problem: ColumnProblem;
    /** Known rosters. */
    readonly columns: readonly MasterColumn[];
    readonly pricings: readonly WorkerPricing[];
    readonly restriction: Restriction;
    readonly center: Float64Array;
    /** A whole number from 0 up to but without its argument. */
    readonly next: (below: number) => number;
    readonly cutoff: () => number;
    readonly mustStop: () => boolean;
  },
): readonly Roster[] | null {
  const fixed: (Roster | null)[] = problem.workers.map(() => null);
  let prices = center;
  const master = openMaster(highs, problem);
  try {
    master.add(cheapestColumns(problem, { columns, prices }));
    while (!mustStop()) {
      restrictMaster(problem, master, {
        ...restriction,
        isOpen: ({ worker, roster }) => (fixed[worker] ?? roster) === roster,
      });
      const { solution, bound } = generateColumns(problem, {
        master,
        pricings,
        options: {
          decisions: toDecisions(problem, restriction.decisions),
          cutoff,
          mustStop,
          onBound: () => undefined,
          roundsMax: roundsPerStep,
          tolerance: toleranceShare,
          fixed,
          center: prices,
        },
      });
      if (solution === null || bound >= cutoff()) return null;
      prices = solution.cellPrice;
      if (!settle(problem, { master, solution, fixed, next })) return null;
      if (fixed.every((roster) => roster !== null)) return fixed;
    }
    return null;
  } finally {
    master.close();
  }
}

/** The cheapest columns of each worker at some prices. */
function cheapestColumns(
  problem: ColumnProblem,
  { columns, prices }: { readonly columns: readonly MasterColumn[]; readonly prices: Float64Array },
): MasterColumn[] {
  const byWorker: { readonly column: MasterColumn; readonly cost: number }[][] = problem.workers.map(() => []);
  for (const column of columns) {
    let cost = column.cost;
    column.roster.forEach((shift, day) => {
      if (shift >= 0) cost -= prices[day * problem.shifts + shift] as number;
    });
    byWorker[column.worker]?.push({ column, cost });
  }
  return byWorker.flatMap((own) =>
    own
      .sort((one, other) => one.cost - other.cost)
      .slice(0, rostersPerWorker)
      .map(({ column }) => column),
  );
}

/** Settles what is whole and a few rosters that are split; returns whether there was anything to settle. */
function settle(
  problem: ColumnProblem,
  {
    master,
    solution,
    fixed,
    next,
  }: {
    readonly master: Master;
    readonly solution: MasterSolution;
    readonly fixed: (Roster | null)[];
    readonly next: (below: number) => number;
  },
): boolean {
  const greatest: ({ readonly share: number; readonly roster: Roster } | null)[] = problem.workers.map(() => null);
  // Columns that came after the solution have no share.
  solution.share.forEach((share, index) => {
    const column = master.columns[index];
    if (column === undefined || fixed[column.worker] !== null || share <= (greatest[column.worker]?.share ?? 1e-6))
      return;
    greatest[column.worker] = { share, roster: column.roster };
  });
  const candidates = greatest
    .flatMap((best, worker) => (best === null ? [] : [{ ...best, worker }]))
    .sort((one, other) => other.share - one.share);
  const split = candidates.filter(({ share }) => share < whole);
  const near = split.filter(({ share }) => share >= nearGreatest * (split[0]?.share ?? 0));
  const first = near[next(near.length)];
  const count = Math.max(1, Math.floor(split.length * partPerStep));
  const chosen = [
    ...candidates.filter(({ share }) => share >= whole),
    ...(first === undefined ? [] : [first]),
    ...split.filter((one) => one !== first && one.share >= shareWished).slice(0, count - 1),
  ];
  for (const { worker, roster } of chosen) fixed[worker] = roster;
  return chosen.length > 0;
}
