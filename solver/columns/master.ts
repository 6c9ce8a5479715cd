import type { Highs, Model } from 'highs';
import type { ColumnProblem, ColumnWorker, Roster } from './column-problem.js';
import type { CoverLimit } from './cover-limits.js';
import { rosterCost } from './plan-costs.js';

/** One roster of one worker as a column of the master problem. */
export interface MasterColumn {
  readonly worker: number;
  readonly roster: Roster;
  readonly cost: number;
}

export interface MasterSolution {
  readonly objective: number;
  /** Price of one more person in a cell, within the range below. */
  readonly cellPrice: Float64Array;
  /** What a surplus and a missing person cost, limits included: prices in between prove a bound. */
  readonly priceMin: Float64Array;
  readonly priceMax: Float64Array;
  readonly workerPrice: Float64Array;
  /** Limits in force, with what one person more or less there is worth. */
  readonly limits: readonly { readonly limit: CoverLimit; readonly price: number }[];
  /** Share of each column. */
  readonly share: Float64Array;
  /** People per cell. */
  readonly missing: Float64Array;
  readonly surplus: Float64Array;
}

/** Status of each column and row of the linear programme. */
export interface MasterBasis {
  readonly columns: Uint8Array;
  readonly rows: Uint8Array;
}

export interface Master {
  readonly columns: readonly MasterColumn[];
  /** Whether the columns take as much memory as they may: whoever still generates any stops then. */
  isFull(): boolean;
  /** Adds rosters that aren't there yet; returns how many were new. */
  add(rosters: readonly { readonly worker: number; readonly roster: Roster }[]): number;
  /** Only columns for which `isOpen` holds may be used from now on. */
  restrict(isOpen: (column: MasterColumn) => boolean): void;
  /** Only cover that keeps these limits counts from now on; a master of a span knows none. */
  limitCover(limits: readonly CoverLimit[]): void;
  /** Where the last solution stands, and back there, however many columns and limits came since. */
  basis(): MasterBasis;
  startFrom(basis: MasterBasis): void;
  /** What the open columns cost at least, from a few steps of the dual simplex; only an estimate for the problem itself. */
  probe(): number;
  /** null when the linear programme could not be solved, or not with the columns that are open. */
  solve(): MasterSolution | null;
  close(): void;
}

const dualSimplex = 1;
const primalSimplex = 4;
const probeSteps = 150;
const stepsMax = 2_147_483_647;
/** A column of the pool here and in the linear programme: what it takes at least, and for each day. */
const columnBytes = 600;
const columnDayBytes = 30;
const poolBytesMax = 300_000_000;
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
  mostBytes = poolBytesMax,
): Master {
  const { workers } = problem;
  const first = from * problem.shifts;
  const cells = (to - from) * problem.shifts;
  const rows = cells + workers.length;
  const fixed = 2 * cells + workers.length + 1;
  const size: MasterSize = { problem, from, to, first, cells, rows };
  const model = createModel(highs, size);
  const columns: MasterColumn[] = [];
  const known = new Set<string>();
  const limitRows = openLimitRows(model, size);
  // New columns leave the last basis primal feasible, new bounds leave it dual feasible.
  let hasNewBounds = false;
  return {
    columns,
    isFull: () => columns.length * (columnBytes + columnDayBytes * (to - from)) >= mostBytes,
    add(rosters) {
      const fresh: MasterColumn[] = [];
      for (const { worker, roster } of rosters) {
        const key = `${String(worker)}:${String.fromCharCode(...roster.subarray(from, to).map((shift) => shift + 1))}`;
        if (known.has(key)) continue;
        known.add(key);
        const cost = rosterCost(problem, { worker: workers[worker] as ColumnWorker, roster, from, to });
        fresh.push({ worker, roster, cost });
      }
      if (fresh.length > 0) addColumns(model, size, { fresh, rows: rows + limitRows.count() });
      columns.push(...fresh);
      return fresh.length;
    },
    restrict(isOpen) {
      const count = columns.length;
      if (count === 0) return;
      hasNewBounds = true;
      model.changeColsBounds(
        { kind: 'range', from: fixed, to: fixed + count - 1 },
        new Float64Array(count),
        Float64Array.from(columns, (column) => (isOpen(column) ? Infinity : 0)),
      );
    },
    limitCover(limits) {
      limitRows.set(limits);
      hasNewBounds = true;
    },
    basis() {
      const { colStatus, rowStatus } = model.getBasis();
      return { columns: Uint8Array.from(colStatus), rows: Uint8Array.from(rowStatus) };
    },
    startFrom(basis) {
      const { lower, basic } = highs.constants.basisStatus;
      const colStatus = new Int32Array(fixed + columns.length).fill(lower);
      const rowStatus = new Int32Array(rows + limitRows.count()).fill(basic);
      colStatus.set(basis.columns);
      rowStatus.set(basis.rows);
      model.setBasis({ colStatus, rowStatus });
    },
    probe() {
      model.options.set({ simplex_strategy: dualSimplex, simplex_iteration_limit: probeSteps });
      model.run();
      model.options.set({ simplex_iteration_limit: stepsMax });
      return model.getObjectiveValue() + problem.constant;
    },
    solve() {
      model.options.set({ simplex_strategy: hasNewBounds ? dualSimplex : primalSimplex });
      hasNewBounds = false;
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
        // A basis may go stale after many changes; once more from scratch.
        model.clearSolver();
        model.run();
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      }
      const { colValue, rowDual } = model.getSolution();
      const limits = limitRows.prices(rowDual);
      const { priceMin, priceMax } = priceRange(problem, limits);
      const cellPrice = new Float64Array(problem.cells);
      const missing = new Float64Array(problem.cells);
      const surplus = new Float64Array(problem.cells);
      for (let row = 0; row < cells; row += 1) {
        const cell = first + row;
        cellPrice[cell] = Math.min(
          priceMax[cell] as number,
          Math.max(priceMin[cell] as number, rowDual[row] as number),
        );
        missing[cell] = colValue[row] as number;
        surplus[cell] = colValue[cells + row] as number;
      }
      return {
        objective: model.getObjectiveValue() + problem.constant,
        cellPrice,
        priceMin,
        priceMax,
        workerPrice: rowDual.slice(cells, rows),
        limits,
        share: colValue.slice(fixed),
        missing,
        surplus,
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

/** A limit on missing people shifts what they cost in its cells; one on the balance shifts what surplus people cost as well. */
function priceRange(
  problem: ColumnProblem,
  limits: MasterSolution['limits'],
): { readonly priceMin: Float64Array; readonly priceMax: Float64Array } {
  const priceMin = problem.overWeight.map((weight) => -weight);
  const priceMax = Float64Array.from(problem.underWeight);
  for (const { limit, price } of limits) {
    for (const cell of limit.cells) {
      priceMax[cell] = (priceMax[cell] as number) - price;
      if (limit.kind === 'balance') priceMin[cell] = (priceMin[cell] as number) - price;
    }
  }
  return { priceMin, priceMax };
}

interface LimitRows {
  count(): number;
  set(limits: readonly CoverLimit[]): void;
  prices(rowDual: ArrayLike<number>): MasterSolution['limits'];
}

/** One row per sum and sense that was ever limited, below the fixed rows; those out of force are free. */
function openLimitRows(model: Model, { problem, first, cells, rows }: MasterSize): LimitRows {
  const rowOf = new Map<string, number>();
  let inForce: readonly CoverLimit[] = [];
  const keyOf = ({ kind, sense, cells: members }: CoverLimit): string => `${kind} ${sense} ${members.join(' ')}`;
  const addRow = (limit: CoverLimit): number => {
    const missing = limit.cells.map((cell) => cell - first);
    const surplus = limit.kind === 'balance' ? missing.map((row) => cells + row) : [];
    // Too many missing can be bought at a price that is far too high, so that the programme always has a solution.
    const relief = limit.sense === 'atMost' ? [2 * cells + problem.workers.length] : [];
    model.addRow(-Infinity, Infinity, {
      indices: Int32Array.from([...missing, ...surplus, ...relief]),
      values: Float64Array.from([...missing.map(() => 1), ...surplus.map(() => -1), ...relief.map(() => -1)]),
    });
    const row = rows + rowOf.size;
    rowOf.set(keyOf(limit), row);
    return row;
  };
  return {
    count: () => rowOf.size,
    set(limits) {
      for (const limit of inForce) model.changeRowBounds(rowOf.get(keyOf(limit)) as number, -Infinity, Infinity);
      // Of several limits on one sum the tightest binds.
      const tightest = new Map<string, CoverLimit>();
      for (const limit of limits) {
        const other = tightest.get(keyOf(limit))?.people ?? (limit.sense === 'atLeast' ? -Infinity : Infinity);
        if (limit.sense === 'atLeast' ? limit.people > other : limit.people < other) tightest.set(keyOf(limit), limit);
      }
      inForce = [...tightest.values()];
      for (const limit of inForce) {
        const row = rowOf.get(keyOf(limit)) ?? addRow(limit);
        if (limit.sense === 'atLeast') model.changeRowBounds(row, limit.people, Infinity);
        else model.changeRowBounds(row, -Infinity, limit.people);
      }
    },
    prices: (rowDual) =>
      inForce.map((limit) => {
        const price = rowDual[rowOf.get(keyOf(limit)) as number] as number;
        return { limit, price: limit.sense === 'atLeast' ? Math.max(0, price) : Math.min(0, price) };
      }),
  };
}

/**
 * The columns that are always there: missing and surplus people per cell, an artificial roster per worker, and the relief of
 * limits on the cover.
 */
function createModel(highs: Highs, { problem, first, cells, rows }: MasterSize): Model {
  const { workers, preferred, underWeight, overWeight } = problem;
  const count = 2 * cells + workers.length + 1;
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
      starts: Int32Array.from({ length: count + 1 }, (_, column) => Math.min(column, count - 1)),
      indices: Int32Array.from({ length: count - 1 }, (_, column) => (column < cells ? column : column - cells)),
      values: Float64Array.from({ length: count - 1 }, (_, column) => (column >= cells && column < 2 * cells ? -1 : 1)),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off' });
  return model;
}

function addColumns(
  model: Model,
  { problem, from, to, first, cells }: MasterSize,
  { fresh, rows }: { readonly fresh: readonly MasterColumn[]; readonly rows: number },
): void {
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
