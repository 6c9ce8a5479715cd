import type { Highs } from 'highs';
import { openTree } from './branch-and-price.js';
import type { Tree } from './branch-and-price.js';
import type { Restriction } from './branching.js';
import { costSlack, generateColumns } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import { dive } from './diving.js';
import { openMaster } from './master.js';
import type { Master } from './master.js';
import { toColumnPlan } from './plan-costs.js';
import { chooseFromPool } from './pool-choice.js';
import { diveByRosters } from './roster-dive.js';
import { roundedBound } from './shared-plan.js';
import type { SharedPlan } from './shared-plan.js';
import type { WorkerPricing } from './worker-pricing.js';

/** Of the time left, column generation may take this share and the choice from the pool that one. */
const generationShare = 0.6;
const poolShare = 0.15;
const poolSecondsMax = 10;

/** The tree's first turn, as a share of what column generation took; the shortest and the longest turn before a dive. */
const firstTurnShare = 0.5;
const turnSecondsMin = 1;
const turnSecondsMax = 60;
/** Without a tree, or with a full one, there is nothing new to dive from: so many dives in a row that find nothing better are enough. */
const idleDivesMax = 2;

export interface RootSearch {
  readonly highs: Highs;
  readonly problem: ColumnProblem;
  readonly pricings: readonly WorkerPricing[];
  readonly shared: SharedPlan;
  /** A whole number from 0 up to but without its argument, by the seed. */
  readonly next: (below: number) => number;
  readonly secondsLeft: () => number;
  readonly mustStop: () => boolean;
  /** Where sweeps begin, as a share of the horizon. */
  readonly place: number;
}

/**
 * The proof: column generation over the whole problem for the bound, a quick dive and a choice from the columns for a plan; then by
 * turns branch and price, and a dive by whole rosters from its most promising node. Returns whether the shared plan is proven optimal.
 */
export function searchRoot(search: RootSearch): boolean {
  const { highs, problem, pricings, shared, secondsLeft, mustStop } = search;
  const started = secondsLeft();
  const generationEnd = started * (1 - generationShare);
  const master = openMaster(highs, problem);
  try {
    master.add(shared.rosters().map((roster, worker) => ({ worker, roster })));
    let seen = shared.version();
    const generation = generateColumns(problem, {
      master,
      pricings,
      options: {
        decisions: null,
        cutoff: () => cutoff(search),
        mustStop: () => {
          // What the other thread has found makes good columns too.
          if (shared.version() !== seen) {
            seen = shared.version();
            master.add(shared.rosters().map((roster, worker) => ({ worker, roster })));
          }
          return mustStop() || secondsLeft() < generationEnd;
        },
        onBound: (bound) => {
          shared.raiseBound(Math.min(shared.cost(), roundedBound(problem, bound)));
        },
        roundsMax: Infinity,
      },
    });
    if (isProven(search)) return true;
    if (generation.solution === null || mustStop()) return false;
    // Columns that came after the last solution have no share and no price yet.
    const solution = master.solve();
    if (solution === null) return false;
    const dived = dive(problem, { master, pricings, solution, mustStop });
    if (dived !== null) shared.offer(toColumnPlan(problem, dived));
    if (isProven(search) || mustStop()) return isProven(search);
    const again = master.solve();
    if (again === null) return false;
    return takeTurns(search, {
      master,
      tree: generation.isComplete
        ? openTree({ problem, master, pricings, shared, rootBound: generation.bound, center: again.cellPrice })
        : null,
      center: again.cellPrice,
      firstTurnSeconds: (started - secondsLeft()) * firstTurnShare,
    });
  } finally {
    master.close();
  }
}

function isProven({ shared }: RootSearch): boolean {
  return shared.bound() >= shared.cost() - costSlack;
}

/** The bound from which on nothing better is left. */
function cutoff({ problem, shared }: RootSearch): number {
  return problem.isWhole ? shared.cost() - 1 + 1e-4 : shared.cost();
}

/** By turns the tree and a dive, each as long as the other; after the first dive a choice from the columns. */
function takeTurns(
  search: RootSearch,
  {
    master,
    tree,
    center,
    firstTurnSeconds,
  }: {
    readonly master: Master;
    /** null when column generation did not come to its end. */
    readonly tree: Tree | null;
    readonly center: Float64Array;
    readonly firstTurnSeconds: number;
  },
): boolean {
  const { highs, problem, pricings, shared, next, secondsLeft, mustStop } = search;
  const root: Restriction = { decisions: [], limits: [] };
  let turnSeconds = firstTurnSeconds;
  for (let turn = 0, idle = 0; !mustStop(); turn += 1) {
    const turnEnd = secondsLeft() - Math.max(turnSecondsMin, Math.min(turnSecondsMax, turnSeconds));
    if (tree?.explore(() => mustStop() || secondsLeft() < turnEnd) === true || isProven(search)) return true;
    if (mustStop()) return false;
    const diveStart = secondsLeft();
    const dived = diveByRosters(highs, {
      problem,
      columns: master.columns,
      pricings,
      ...(tree?.leading() ?? { restriction: root, center }),
      next: turn === 0 ? () => 0 : next,
      cutoff: () => cutoff(search),
      mustStop,
    });
    turnSeconds = diveStart - secondsLeft();
    const isBetter = dived !== null && shared.offer(toColumnPlan(problem, dived));
    if (dived !== null) master.add(dived.map((roster, worker) => ({ worker, roster })));
    if (isProven(search)) return true;
    if (turn === 0) improveByPool(search, master);
    idle = isBetter ? 0 : idle + 1;
    if ((tree?.isFull() ?? true) && idle >= idleDivesMax) return false;
  }
  return false;
}

/** The best choice from all known columns, in a little time. */
function improveByPool(search: RootSearch, master: Master): void {
  const { highs, problem, shared, secondsLeft, mustStop } = search;
  const start: readonly Roster[] = shared.rosters();
  master.add(start.map((roster, worker) => ({ worker, roster })));
  const solution = master.solve();
  if (solution === null || mustStop()) return;
  const chosen = chooseFromPool(highs, {
    problem,
    master,
    solution,
    gap: shared.cost() - shared.bound(),
    seconds: Math.min(poolSecondsMax, secondsLeft() * poolShare),
    mustStop,
    span: { from: 0, to: problem.days },
    start,
  });
  if (chosen !== null) shared.offer(toColumnPlan(problem, chosen));
}
