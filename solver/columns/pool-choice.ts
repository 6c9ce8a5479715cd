import type { Highs } from 'highs';
import type { ColumnProblem, Roster } from './column-problem.js';
import type { Master, MasterColumn, MasterSolution } from './master.js';

/** More columns make the choice slow without making it better: the cheapest by reduced cost are kept. */
const columnsMax = 4000;

/**
 * The best plan among the rosters that are known: the master problem with whole shares, as a MIP. `start` must consist of
 * known rosters. Not a proof for the problem itself, for other rosters exist. null when HiGHS found nothing better.
 */
export function chooseFromPool(
  highs: Highs,
  {
    problem,
    master,
    solution,
    gap,
    seconds,
    mustStop,
    span,
    start,
  }: {
    readonly problem: ColumnProblem;
    readonly master: Master;
    readonly solution: MasterSolution;
    /** Rosters whose reduced cost is above this can't be in a better plan. */
    readonly gap: number;
    readonly seconds: number;
    readonly mustStop: () => boolean;
    readonly span: { readonly from: number; readonly to: number };
    readonly start: readonly Roster[];
  },
): Roster[] | null {
  const pool = poolOf(problem, { master, solution, gap, span, start });
  const first = span.from * problem.shifts;
  const cells = (span.to - span.from) * problem.shifts;
  const count = 2 * cells + pool.length;
  const rows = cells + problem.workers.length;
  const starts = new Int32Array(count + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < count; column += 1) {
    if (column < 2 * cells) {
      indices.push(column % cells);
      values.push(column < cells ? 1 : -1);
    } else {
      const { worker, roster } = pool[column - 2 * cells] as MasterColumn;
      for (let day = span.from; day < span.to; day += 1) {
        const shift = roster[day] as number;
        if (shift >= 0) indices.push(day * problem.shifts + shift - first);
      }
      indices.push(cells + worker);
      while (values.length < indices.length) values.push(1);
    }
    starts[column + 1] = indices.length;
  }
  const side = new Float64Array(rows).fill(1);
  side.set(problem.preferred.subarray(first, first + cells));
  const model = highs.createModel({
    numCols: count,
    numRows: rows,
    colCost: Float64Array.from([
      ...problem.underWeight.subarray(first, first + cells),
      ...problem.overWeight.subarray(first, first + cells),
      ...pool.map((column) => column.cost),
    ]),
    colLower: new Float64Array(count),
    colUpper: Float64Array.from({ length: count }, (_, column) => (column < 2 * cells ? Infinity : 1)),
    rowLower: side,
    rowUpper: side,
    integrality: Int32Array.from({ length: count }, (_, column) => (column < 2 * cells ? 0 : 1)),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: count,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  try {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_heuristic_effort: 0.2 });
    model.setSolution({ colValue: startVector({ problem, pool, start, first, cells, count }) });
    model.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        if (mustStop()) event.interrupt();
        return undefined;
      },
    });
    if (Number(model.info.get('primal_solution_status')) !== highs.constants.solutionStatus.feasible) return null;
    const { colValue } = model.getSolution();
    const rosters: (Roster | undefined)[] = problem.workers.map(() => undefined);
    pool.forEach((column, index) => {
      if ((colValue[2 * cells + index] as number) > 0.5) rosters[column.worker] = column.roster;
    });
    return rosters.every((roster) => roster !== undefined) ? rosters : null;
  } finally {
    model.dispose();
  }
}

function poolOf(
  problem: ColumnProblem,
  {
    master,
    solution,
    gap,
    span,
    start,
  }: {
    readonly master: Master;
    readonly solution: MasterSolution;
    readonly gap: number;
    readonly span: { readonly from: number; readonly to: number };
    readonly start: readonly Roster[];
  },
): MasterColumn[] {
  const reduced = master.columns.map((column) => {
    let cost = column.cost - (solution.workerPrice[column.worker] as number);
    for (let day = span.from; day < span.to; day += 1) {
      const shift = column.roster[day] as number;
      if (shift >= 0) cost -= solution.cellPrice[day * problem.shifts + shift] as number;
    }
    return { column, cost: isSame(column.roster, start[column.worker]) ? -Infinity : cost };
  });
  return reduced
    .filter(({ cost }) => cost <= gap)
    .sort((one, other) => one.cost - other.cost)
    .slice(0, columnsMax)
    .map(({ column }) => column);
}

function isSame(one: Roster, other: Roster | undefined): boolean {
  return other !== undefined && one.every((shift, day) => shift === other[day]);
}

function startVector({
  problem,
  pool,
  start,
  first,
  cells,
  count,
}: {
  readonly problem: ColumnProblem;
  readonly pool: readonly MasterColumn[];
  readonly start: readonly Roster[];
  readonly first: number;
  readonly cells: number;
  readonly count: number;
}): Float64Array {
  const vector = new Float64Array(count);
  const cover = new Float64Array(problem.cells);
  pool.forEach((column, index) => {
    if (!isSame(column.roster, start[column.worker])) return;
    vector[2 * cells + index] = 1;
    column.roster.forEach((shift, day) => {
      if (shift < 0) return;
      const cell = day * problem.shifts + shift;
      cover[cell] = (cover[cell] as number) + 1;
    });
  });
  for (let row = 0; row < cells; row += 1) {
    const missing = (problem.preferred[first + row] as number) - (cover[first + row] as number);
    vector[row] = Math.max(0, missing);
    vector[cells + row] = Math.max(0, -missing);
  }
  return vector;
}
