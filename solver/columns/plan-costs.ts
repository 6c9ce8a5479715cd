import type { ColumnProblem, ColumnWorker, Roster } from './column-problem.js';

/** A whole plan: one roster per worker, how many people work each cell, and what it costs. */
export interface ColumnPlan {
  readonly rosters: Roster[];
  readonly cover: Int32Array;
  cost: number;
}

/** The plan of these rosters with its cost, counted anew. */
export function toColumnPlan(problem: ColumnProblem, rosters: readonly Roster[]): ColumnPlan {
  const cover = new Int32Array(problem.cells);
  let cost = problem.constant;
  rosters.forEach((roster, index) => {
    cost += rosterCost(problem, { worker: problem.workers[index] as ColumnWorker, roster });
    addToCover(problem, { cover, roster, amount: 1 });
  });
  for (let cell = 0; cell < problem.cells; cell += 1) cost += coverCost(problem, cell, cover[cell] as number);
  return { rosters: rosters.map((roster) => Int8Array.from(roster)), cover, cost };
}

/** What the worker's own requests make of a roster, from the first day up to but without `to`. */
export function rosterCost(
  problem: ColumnProblem,
  {
    worker,
    roster,
    from = 0,
    to = problem.days,
  }: { readonly worker: ColumnWorker; readonly roster: Roster; readonly from?: number; readonly to?: number },
): number {
  let cost = 0;
  for (let day = from; day < to; day += 1) {
    const shift = roster[day] as number;
    if (shift >= 0) cost += worker.cellCost[day * problem.shifts + shift] as number;
  }
  return cost;
}

export function coverCost(problem: ColumnProblem, cell: number, people: number): number {
  const missing = (problem.preferred[cell] as number) - people;
  return missing > 0
    ? missing * (problem.underWeight[cell] as number)
    : -missing * (problem.overWeight[cell] as number);
}

export function addToCover(
  problem: ColumnProblem,
  { cover, roster, amount }: { readonly cover: Int32Array; readonly roster: Roster; readonly amount: number },
): void {
  for (let day = 0; day < problem.days; day += 1) {
    const shift = roster[day] as number;
    if (shift < 0) continue;
    const cell = day * problem.shifts + shift;
    cover[cell] = (cover[cell] as number) + amount;
  }
}

/**
 * What each cell costs a worker when everybody else stays: the request and the change of the cover cost. A worker adds at
 * most one person to a cell, so this is exact although cover costs are bent.
 */
export function marginalCosts(
  problem: ColumnProblem,
  { worker, others, into }: { readonly worker: ColumnWorker; readonly others: Int32Array; readonly into: Float64Array },
): Float64Array {
  for (let cell = 0; cell < problem.cells; cell += 1) {
    into[cell] =
      (worker.cellCost[cell] as number) +
      ((others[cell] as number) < (problem.preferred[cell] as number)
        ? marginalBelow(problem, cell, others[cell] as number)
        : (problem.overWeight[cell] as number));
  }
  return into;
}

/** A preferred number need not be whole: the last person may be partly too many. */
function marginalBelow(problem: ColumnProblem, cell: number, people: number): number {
  return coverCost(problem, cell, people + 1) - coverCost(problem, cell, people);
}

/** Whether a roster keeps every limit of its worker: a plain recount, apart from the pricing's own bookkeeping. */
export function isAllowedRoster(
  problem: ColumnProblem,
  { worker, roster }: { readonly worker: ColumnWorker; readonly roster: Roster },
): boolean {
  const { days, shifts } = problem;
  const counts = new Int32Array(shifts);
  const weekends = new Set<number>();
  let units = 0;
  let start = 0;
  for (let day = 0; day < days; day += 1) {
    const shift = roster[day] as number;
    const last = day === 0 ? -1 : (roster[day - 1] as number);
    if (shift < 0 && worker.mustWork[day] === 1) return false;
    if (shift >= 0) {
      if (worker.mayWork[day * shifts + shift] === 0) return false;
      if (last >= 0 && problem.mayFollow[last * shifts + shift] === 0) return false;
      units += problem.shiftUnits[shift] as number;
      counts[shift] = (counts[shift] as number) + 1;
      const weekend = problem.weekendOf[day] as number;
      if (weekend >= 0) weekends.add(weekend);
    }
    const isLast = day === days - 1;
    if (isLast || shift >= 0 !== (roster[day + 1] as number) >= 0) {
      const length = day + 1 - start;
      const touchesEdge = start === 0 || isLast;
      if (shift >= 0 && (length > worker.runMax || (!touchesEdge && length < worker.runMin))) return false;
      if (shift < 0 && !touchesEdge && length < worker.offMin) return false;
      start = day + 1;
    }
  }
  if (units < worker.unitsMin || units > worker.unitsMax || weekends.size > worker.weekendsMax) return false;
  return counts.every((count, shift) => count <= (worker.shiftMax[shift] as number));
}
