import type { Decisions } from './column-generation.js';
import type { ColumnProblem } from './column-problem.js';
import { fractionalSums } from './cover-limits.js';
import type { CoverLimit } from './cover-limits.js';
import type { Master, MasterColumn, MasterSolution } from './master.js';

/** One decision about a worker: works on a day, or not (`cell` null); works a cell, or not. */
export interface Decision {
  readonly worker: number;
  readonly day: number;
  readonly cell: number | null;
  readonly isYes: boolean;
}

/** What holds in a node of the tree. */
export interface Restriction {
  readonly decisions: readonly Decision[];
  readonly limits: readonly CoverLimit[];
}

/** Two restrictions that part the plans between them; the second is the likelier. */
export type Parting = readonly [Restriction, Restriction];

/** So many worker-days stand for election. */
const workerDaysTried = 4;

/** Partings that cut the solution off: the worker-days nearest to a half, then one per family of sums of the cover. None when it is a plan. */
export function partings(
  problem: ColumnProblem,
  {
    master,
    solution,
    within,
  }: { readonly master: Master; readonly solution: MasterSolution; readonly within: Restriction },
): Parting[] {
  const { worked, shares } = workShares(problem, { master, solution });
  const { cells, days, shifts } = problem;
  const decide = (decision: Omit<Decision, 'isYes'>, share: number): Parting => {
    const [other, likely] = [share < 0.5, share >= 0.5].map((isYes) => ({
      ...within,
      decisions: [...within.decisions, { ...decision, isYes }],
    }));
    return [other as Restriction, likely as Restriction];
  };
  const found: Parting[] = [];
  for (const at of nearestToHalf(worked).slice(0, workerDaysTried)) {
    found.push(decide({ worker: Math.floor(at / days), day: at % days, cell: null }, worked[at] as number));
  }
  const sums = fractionalSums(problem, solution).map(({ kind, cells: members, value }): Parting => [
    { ...within, limits: [...within.limits, { kind, cells: members, sense: 'atMost', people: Math.floor(value) }] },
    { ...within, limits: [...within.limits, { kind, cells: members, sense: 'atLeast', people: Math.ceil(value) }] },
  ]);
  if (found.length + sums.length > 0) return [...found, ...sums];
  return nearestToHalf(shares)
    .slice(0, 1)
    .map((at) =>
      decide(
        { worker: Math.floor(at / cells), day: Math.floor((at % cells) / shifts), cell: at % cells },
        shares[at] as number,
      ),
    );
}

/** How much of each worker works a day (worker × days + day) and a cell (worker × cells + cell). */
function workShares(
  problem: ColumnProblem,
  { master, solution }: { readonly master: Master; readonly solution: MasterSolution },
): { readonly worked: Float64Array; readonly shares: Float64Array } {
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
  return { worked, shares };
}

/** Where the values that aren't whole stand, nearest to a half first. */
function nearestToHalf(values: Float64Array): number[] {
  const found: number[] = [];
  values.forEach((value, index) => {
    if (Math.abs(value - 0.5) < 0.5 - 1e-6) found.push(index);
  });
  const distance = (index: number): number => Math.abs((values[index] as number) - 0.5);
  return found.sort((one, other) => distance(one) - distance(other));
}

/** Opens in the master what a node allows, and of that only what `isOpen` says. */
export function restrictMaster(
  problem: ColumnProblem,
  master: Master,
  { decisions, limits, isOpen = () => true }: Restriction & { readonly isOpen?: (column: MasterColumn) => boolean },
): void {
  const byWorker = new Map<number, Decision[]>();
  for (const decision of decisions) {
    const own = byWorker.get(decision.worker);
    if (own === undefined) byWorker.set(decision.worker, [decision]);
    else own.push(decision);
  }
  master.restrict(
    (column) =>
      isOpen(column) &&
      (byWorker.get(column.worker) ?? []).every(({ day, cell, isYes }) => {
        const shift = column.roster[day] as number;
        return (cell === null ? shift >= 0 : shift === cell % problem.shifts) === isYes;
      }),
  );
  master.limitCover(limits);
}

/** The same for the pricing. */
export function toDecisions(problem: ColumnProblem, decisions: readonly Decision[]): Decisions {
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
