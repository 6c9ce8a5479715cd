import { costSlack, generateColumns } from './column-generation.js';
import type { Decisions } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import type { Master, MasterColumn, MasterSolution } from './master.js';
import { toColumnPlan } from './plan-costs.js';
import { roundedBound } from './shared-plan.js';
import type { SharedPlan } from './shared-plan.js';
import type { WorkerPricing } from './worker-pricing.js';

/** One decision: a worker works on a day, or not (`cell` null); or works a cell, or not. */
interface Decision {
  readonly worker: number;
  readonly day: number;
  readonly cell: number | null;
  readonly isYes: boolean;
}

interface Node {
  readonly decisions: readonly Decision[];
  readonly bound: number;
  readonly center: Float64Array | null;
}

/** Open nodes beyond this would only fill the memory. */
const nodesMax = 50_000;
const roundsMax = 1000;

/**
 * Branch and price (Barnhart et al. 1998): first on whether a worker works on a day, then on the shift; the cheapest bound first,
 * plunging into the child that the solution leans to. Raises the shared bound to the least of the open nodes; returns whether the
 * tree was worked off, which proves the shared plan optimal.
 */
export function branchAndPrice(
  problem: ColumnProblem,
  {
    master,
    pricings,
    shared,
    rootBound,
    center,
    mustStop,
  }: {
    readonly master: Master;
    readonly pricings: readonly WorkerPricing[];
    readonly shared: SharedPlan;
    readonly rootBound: number;
    readonly center: Float64Array;
    readonly mustStop: () => boolean;
  },
): boolean {
  const open: Node[] = [{ decisions: [], bound: rootBound, center }];
  const isBeaten = (bound: number): boolean => roundedBound(problem, bound) >= shared.cost() - costSlack;
  let plunge: Node | null = null;
  while (plunge !== null || open.length > 0) {
    const least = open.reduce((bound, node) => Math.min(bound, node.bound), plunge?.bound ?? Infinity);
    shared.raiseBound(Math.min(shared.cost(), roundedBound(problem, least)));
    if (mustStop() || open.length > nodesMax) return false;
    const node: Node = plunge ?? takeBest(open);
    plunge = null;
    if (isBeaten(node.bound)) continue;
    const decisions = toDecisions(problem, node.decisions);
    master.restrict((column) => node.decisions.every((decision) => keeps(problem, { column, decision })));
    const generation = generateColumns(problem, {
      master,
      pricings,
      options: {
        decisions,
        cutoff: () => (problem.isWhole ? shared.cost() - 1 + 1e-4 : shared.cost() - costSlack),
        mustStop,
        onBound: () => undefined,
        roundsMax,
        center: node.center,
      },
    });
    const bound = Math.max(node.bound, generation.bound);
    if (isBeaten(bound)) continue;
    if (generation.solution === null || !generation.isComplete) {
      open.push({ ...node, bound });
      if (mustStop()) continue;
      return false;
    }
    const branch = mostFractional(problem, { master, solution: generation.solution });
    if (branch === null) {
      offerSolution(problem, { master, solution: generation.solution, shared });
      continue;
    }
    const children = [true, false].map((isYes): Node => ({
      decisions: [...node.decisions, { ...branch.decision, isYes }],
      bound,
      center: generation.solution?.cellPrice ?? null,
    }));
    const [likely, other] = branch.share >= 0.5 ? children : children.reverse();
    plunge = likely ?? null;
    if (other !== undefined) open.push(other);
  }
  if (shared.cost() < Infinity) shared.raiseBound(shared.cost());
  return true;
}

function takeBest(open: Node[]): Node {
  let best = 0;
  for (let index = 1; index < open.length; index += 1) {
    if ((open[index] as Node).bound < (open[best] as Node).bound) best = index;
  }
  return open.splice(best, 1)[0] as Node;
}

function toDecisions(problem: ColumnProblem, decisions: readonly Decision[]): Decisions {
  const forbidden: (Uint8Array | null)[] = problem.workers.map(() => null);
  const mustWork: (Uint8Array | null)[] = problem.workers.map(() => null);
  for (const { worker, day, cell, isYes } of decisions) {
    const cells = (forbidden[worker] ??= new Uint8Array(problem.cells));
    const days = (mustWork[worker] ??= Uint8Array.from(problem.workers[worker]?.mustWork ?? []));
    if (cell !== null && !isYes) cells[cell] = 1;
    if (cell === null && !isYes) cells.fill(1, day * problem.shifts, (day + 1) * problem.shifts);
    if (isYes) days[day] = 1;
    if (cell !== null && isYes) {
      for (let other = day * problem.shifts; other < (day + 1) * problem.shifts; other += 1) {
        if (other !== cell) cells[other] = 1;
      }
    }
  }
  return { forbidden, mustWork };
}

function keeps(
  problem: ColumnProblem,
  { column, decision }: { readonly column: MasterColumn; readonly decision: Decision },
): boolean {
  if (column.worker !== decision.worker) return true;
  const shift = column.roster[decision.day] as number;
  const isSo = decision.cell === null ? shift >= 0 : shift === decision.cell % problem.shifts;
  return isSo === decision.isYes;
}

interface Branch {
  readonly decision: Decision;
  readonly share: number;
}

/** The worker-day whose work share is nearest to a half; when all are whole, the worker-cell. null when all is whole. */
function mostFractional(
  problem: ColumnProblem,
  { master, solution }: { readonly master: Master; readonly solution: MasterSolution },
): Branch | null {
  const { cells, days, shifts, workers } = problem;
  const shares = new Float64Array(workers.length * cells);
  const worked = new Float64Array(workers.length * days);
  master.columns.forEach(({ worker, roster }, index) => {
    const share = solution.share[index] ?? 0;
    if (share <= 1e-9) return;
    for (let day = 0; day < days; day += 1) {
      const shift = roster[day] as number;
      if (shift < 0) continue;
      worked[worker * days + day] = (worked[worker * days + day] as number) + share;
      const at = worker * cells + day * shifts + shift;
      shares[at] = (shares[at] as number) + share;
    }
  });
  const nearest = (values: Float64Array): number => {
    let best = -1;
    let distance = 0.5 - 1e-6;
    values.forEach((value, index) => {
      if (Math.abs(value - 0.5) < distance) {
        distance = Math.abs(value - 0.5);
        best = index;
      }
    });
    return best;
  };
  const day = nearest(worked);
  if (day >= 0) {
    return {
      decision: { worker: Math.floor(day / days), day: day % days, cell: null, isYes: true },
      share: worked[day] as number,
    };
  }
  const cell = nearest(shares);
  if (cell < 0) return null;
  return {
    decision: {
      worker: Math.floor(cell / cells),
      day: Math.floor((cell % cells) / shifts),
      cell: cell % cells,
      isYes: true,
    },
    share: shares[cell] as number,
  };
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
