import { partings, restrictMaster, toDecisions } from './branching.js';
import type { Parting, Restriction } from './branching.js';
import { costSlack, generateColumns } from './column-generation.js';
import type { Generation } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import type { Master, MasterBasis, MasterSolution } from './master.js';
import { toColumnPlan } from './plan-costs.js';
import { roundedBound } from './shared-plan.js';
import type { SharedPlan } from './shared-plan.js';
import type { WorkerPricing } from './worker-pricing.js';

interface Node {
  readonly restriction: Restriction;
  readonly bound: number;
  readonly center: Float64Array;
  /** Where its parent's linear programme ended. */
  readonly basis: MasterBasis;
}

/** What a node takes beside its prices and its basis, which it shares with the other side of its parting. */
const nodeBytes = 1000;
const treeBytesMax = 300_000_000;
const roundsMax = 1000;
/** Partings that are tried on the known columns, and how many of them with new ones, for so many rounds. */
const probesMax = 10;
const trialsMax = 3;
const trialRounds = 6;

interface TreeGiven {
  readonly problem: ColumnProblem;
  readonly master: Master;
  readonly pricings: readonly WorkerPricing[];
  readonly shared: SharedPlan;
}

interface Exploration extends TreeGiven {
  readonly mustStop: () => boolean;
}

export interface Tree {
  /** Goes on until `mustStop`; returns whether the tree is worked off, which proves the shared plan optimal. */
  explore(mustStop: () => boolean): boolean;
  /** Whether more nodes or columns would take more memory than they may: nothing is explored any more. */
  isFull(): boolean;
  /** What holds in the most promising open node, with prices that served there. */
  leading(): { readonly restriction: Restriction; readonly center: Float64Array };
}

/**
 * Branch and price (Barnhart et al. 1998) with strong branching: of sums of the cover and worker-days the parting is taken whose
 * two sides raise the bound most. The cheapest bound first, the deepest node among equals. Raises the shared bound to the least of
 * the open nodes.
 */
export function openTree({
  rootBound,
  center,
  ...given
}: TreeGiven & { readonly rootBound: number; readonly center: Float64Array }): Tree {
  const { problem, master, shared } = given;
  const root: Restriction = { decisions: [], limits: [] };
  const open: Node[] = [{ restriction: root, bound: rootBound, center, basis: master.basis() }];
  const isFull = (): boolean => {
    const halves = (Float64Array.BYTES_PER_ELEMENT * problem.cells + master.columns.length) / 2;
    return master.isFull() || open.length * (nodeBytes + halves) >= treeBytesMax;
  };
  const work = (tree: Exploration): boolean => {
    while (open.length > 0) {
      const least = open.reduce((bound, node) => Math.min(bound, node.bound), Infinity);
      shared.raiseBound(Math.min(shared.cost(), roundedBound(problem, least)));
      if (tree.mustStop() || isFull()) return false;
      const node = takeBest(problem, open);
      if (isBeaten(tree, node.bound)) continue;
      const generation = solveNode(tree, { node, rounds: roundsMax });
      const bound = Math.max(node.bound, generation.bound);
      if (isBeaten(tree, bound)) continue;
      if (generation.solution === null || !generation.isComplete) {
        open.push({ ...node, bound });
        return false;
      }
      open.push(...branch(tree, { node: { ...node, bound }, solution: generation.solution }));
    }
    if (shared.cost() < Infinity) shared.raiseBound(shared.cost());
    return true;
  };
  return {
    explore(mustStop) {
      const isDone = work({ ...given, mustStop });
      restrictMaster(problem, master, root);
      return isDone;
    },
    isFull,
    leading() {
      const best = open[bestOf(problem, open)];
      return best === undefined ? { restriction: root, center } : best;
    },
  };
}

function isBeaten({ problem, shared }: Exploration, bound: number): boolean {
  return roundedBound(problem, bound) >= shared.cost() - costSlack;
}

/** The bound from which on a node holds no better plan. */
function cutoff({ problem, shared }: Exploration): number {
  return problem.isWhole ? shared.cost() - 1 + 1e-4 : shared.cost() - costSlack;
}

/** The node with the least bound, the latest of several: it is the deepest of its kind. */
function bestOf(problem: ColumnProblem, open: readonly Node[]): number {
  let best = 0;
  let least = Infinity;
  open.forEach((node, index) => {
    const bound = roundedBound(problem, node.bound);
    if (bound > least) return;
    least = bound;
    best = index;
  });
  return best;
}

function takeBest(problem: ColumnProblem, open: Node[]): Node {
  return open.splice(bestOf(problem, open), 1)[0] as Node;
}

function solveNode(tree: Exploration, { node, rounds }: { readonly node: Node; readonly rounds: number }): Generation {
  const { problem, master, pricings, mustStop } = tree;
  master.startFrom(node.basis);
  restrictMaster(problem, master, node.restriction);
  return generateColumns(problem, {
    master,
    pricings,
    options: {
      decisions: toDecisions(problem, node.restriction.decisions),
      cutoff: () => cutoff(tree),
      mustStop,
      onBound: () => undefined,
      roundsMax: rounds,
      center: node.center,
    },
  });
}

/**
 * The children of a solved node, the likelier last, without those that hold no better plan; none when the solution is a plan,
 * which is then offered. Strong branching: what the known columns make of a parting chooses a few, some rounds of new columns decide.
 */
function branch(
  tree: Exploration,
  { node, solution }: { readonly node: Node; readonly solution: MasterSolution },
): readonly Node[] {
  const { problem, master } = tree;
  const candidates = partings(problem, { master, solution, within: node.restriction });
  if (candidates.length === 0) {
    offerSolution(problem, { master, solution, shared: tree.shared });
    return [];
  }
  const basis = master.basis();
  const childOf = (restriction: Restriction): Node => ({
    restriction,
    bound: node.bound,
    center: solution.cellPrice,
    basis,
  });
  const likeliest = candidates
    .slice(0, probesMax)
    .map((parting) => ({ parting, gain: probe(tree, { parting, basis, solution }) }))
    .sort((one, other) => other.gain - one.gain);
  let best: readonly Node[] = [];
  let bestGain = -1;
  for (const { parting } of likeliest.slice(0, trialsMax)) {
    const children = parting.map((restriction): Node => {
      const child = childOf(restriction);
      const { bound } = solveNode(tree, { node: child, rounds: trialRounds });
      return { ...child, bound: Math.max(child.bound, bound) };
    });
    if (tree.mustStop()) return best.length > 0 ? best : parting.map(childOf);
    const gain = gainOf(tree, { from: node.bound, to: children.map((child) => child.bound) });
    if (gain > bestGain) {
      bestGain = gain;
      best = children;
    }
    if (children.some((child) => isBeaten(tree, child.bound))) break;
  }
  return best.filter((child) => !isBeaten(tree, child.bound));
}

/** What the two sides raise the linear programme by when no roster is added, as a score. */
function probe(
  tree: Exploration,
  {
    parting,
    basis,
    solution,
  }: { readonly parting: Parting; readonly basis: MasterBasis; readonly solution: MasterSolution },
): number {
  const to = parting.map((restriction) => {
    tree.master.startFrom(basis);
    restrictMaster(tree.problem, tree.master, restriction);
    return tree.master.probe();
  });
  return gainOf(tree, { from: solution.objective, to });
}

/** The product of both sides' gains, each as a share of what beats the plan (Achterberg 2007). */
function gainOf(tree: Exploration, { from, to }: { readonly from: number; readonly to: readonly number[] }): number {
  const most = Math.max(costSlack, cutoff(tree) - from);
  return to.reduce((product, value) => product * Math.max(1e-3, Math.min(1, (value - from) / most)), 1);
}

/** When every worker-cell is whole, all of a worker's columns in the solution are the same roster. */
function offerSolution(
  problem: ColumnProblem,
  {
    master,
    solution,
    shared,
  }: { readonly master: Master; readonly solution: MasterSolution; readonly shared: SharedPlan },
): void {
  const rosters: (Roster | undefined)[] = problem.workers.map(() => undefined);
  master.columns.forEach((column, index) => {
    if ((solution.share[index] ?? 0) > 0.5) rosters[column.worker] = column.roster;
  });
  if (rosters.every((roster) => roster !== undefined)) shared.offer(toColumnPlan(problem, rosters));
}
