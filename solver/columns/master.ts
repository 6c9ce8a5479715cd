import type { Highs, Model } from 'highs';
import type { ColumnProblem, ColumnWorker, Roster } from './column-problem.js';
import { rosterCost } from './plan-costs.js';

/** One roster of one worker as a column of the master problem. */
export interface MasterColumn {
  readonly worker: number;
  readonly roster: Roster;
  readonly cost: number;
}

export interface MasterSolution {
  readonly objective: number;
  /** Price of one more person in a cell, clipped to what a missing or surplus person costs. */
  readonly cellPrice: Float64Array;
  readonly workerPrice: Float64Array;
  /** Share of each column. */
  readonly share: Float64Array;
}

export interface Master {
  readonly columns: readonly MasterColumn[];
  /** Adds rosters that aren't there yet; returns how many were new. */
  add(rosters: readonly { readonly worker: number; readonly roster: Roster }[]): number;
  /** Only columns for which `isOpen` holds may be used from now on. */
  restrict(isOpen: (column: MasterColumn) => boolean): void;
  /** null when the linear programme could not be solved, or not with the columns that are open. */
  solve(): MasterSolution | null;
  close(): void;
}

/** What a worker without an open column costs: far more than any plan, so that such a solution is seen. */
const artificialFactor = 10;

/**
 * The restricted master problem (Dantzig & Wolfe 1960): a convex combination of known rosters per worker, and for every cell the
 * missing and surplus people. HiGHS keeps its basis from call to call: primal simplex without presolve takes it up again.
 */
export function openMaster(
  highs: Highs,
  problem: ColumnProblem,
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: problem.days },
): Master {
  const { workers } = problem;
  const first = from * problem.shifts;
  const cells = (to - from) * problem.shifts;
  const rows = cells + workers.length;
  const fixed = 2 * cells + workers.length;
  const size: MasterSize = { problem, from, to, first, cells, rows };
  const model = createModel(highs, size);
  const columns: MasterColumn[] = [];
  const known = new Set<string>();
  return {
    columns,
    add(rosters) {
      const fresh: MasterColumn[] = [];
      for (const { worker, roster } of rosters) {
        const key = `${String(worker)}:${String.fromCharCode(...roster.map((shift) => shift + 1))}`;
        if (known.has(key)) continue;
        known.add(key);
        const cost = rosterCost(problem, { worker: workers[worker] as ColumnWorker, roster, from, to });
        fresh.push({ worker, roster, cost });
      }
      if (fresh.length > 0) addColumns(model, size, fresh);
      columns.push(...fresh);
      return fresh.length;
    },
    restrict(isOpen) {
      const count = columns.length;
      if (count === 0) return;
      model.changeColsBounds(
        { kind: 'range', from: fixed, to: fixed + count - 1 },
        new Float64Array(count),
        Float64Array.from(columns, (column) => (isOpen(column) ? Infinity : 0)),
      );
    },
    solve() {
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
        // A basis may go stale after many changes; once more from scratch.
        model.clearSolver();
        model.run();
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      }
      const { colValue, rowDual } = model.getSolution();
      const cellPrice = new Float64Array(problem.cells);
      for (let row = 0; row < cells; row += 1) {
        cellPrice[first + row] = Math.min(
          problem.underWeight[first + row] as number,
          Math.max(-(problem.overWeight[first + row] as number), rowDual[row] as number),
        );
      }
      return {
        objective: model.getObjectiveValue() + problem.constant,
        cellPrice,
        workerPrice: rowDual.slice(cells, rows),
        share: colValue.slice(fixed),
      };
    },
    close() {
      model.dispose();
    },
  };
}

function artificialCost(problem: ColumnProblem): number {
  let sum = 1;
  for (let cell = 0; cell < problem.cells; cell += 1) sum = Math.max(sum, problem.underWeight[cell] as number);
  return sum * problem.days * artificialFactor;
}

interface MasterSize {
  readonly problem: ColumnProblem;
  readonly from: number;
  readonly to: number;
  /** The first cell of the span, which is row 0. */
  readonly first: number;
  readonly cells: number;
  readonly rows: number;
}

/** The columns that are always there: missing and surplus people per cell, and an artificial roster per worker. */
function createModel(highs: Highs, { problem, first, cells, rows }: MasterSize): Model {
  const { workers, preferred, underWeight, overWeight } = problem;
  const count = 2 * cells + workers.length;
  const row = new Float64Array(rows).fill(1);
  row.set(preferred.subarray(first, first + cells));
  const cost = new Float64Array(count).fill(artificialCost(problem));
  cost.set(underWeight.subarray(first, first + cells));
  cost.set(overWeight.subarray(first, first + cells), cells);
  const model = highs.createModel({
    numCols: count,
    numRows: rows,
    colCost: cost,
    colLower: new Float64Array(count),
    colUpper: new Float64Array(count).fill(Infinity),
    rowLower: row,
    rowUpper: row,
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: count,
      starts: Int32Array.from({ length: count + 1 }, (_, column) => column),
      indices: Int32Array.from({ length: count }, (_, column) => (column < cells ? column : column - cells)),
      values: Float64Array.from({ length: count }, (_, column) => (column >= cells && column < 2 * cells ? -1 : 1)),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
  return model;
}

function addColumns(model: Model, size: MasterSize, fresh: readonly MasterColumn[]): void {
  const { problem, from, to, first, cells, rows } = size;
  const starts = [0];
  const indices: number[] = [];
  for (const { worker, roster } of fresh) {
    for (let day = from; day < to; day += 1) {
      const shift = roster[day] as number;
      if (shift >= 0) indices.push(day * problem.shifts + shift - first);
    }
    indices.push(cells + worker);
    starts.push(indices.length);
  }
  model.addCols({
    cost: Float64Array.from(fresh, (column) => column.cost),
    lower: new Float64Array(fresh.length),
    upper: new Float64Array(fresh.length).fill(Infinity),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: fresh.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  });
}
