import type { MipModel } from '../engines/lp-engine.js';

/** A part of a model that shares no row with the rest; `columns` are the whole model's indices. */
export interface Component {
  readonly model: MipModel;
  readonly columns: Int32Array;
}

/** Independent parts of a model, smallest first; columns without any row come in no part (see `settleLoose`). */
export function components(model: MipModel): readonly Component[] {
  return tiedColumns(model)
    .map((tied) => part(model, tied))
    .sort((a, b) => a.columns.length - b.columns.length);
}

/** Everything that open columns are tied to, and they themselves. */
export function openPart(model: MipModel, isOpen: (column: number) => boolean): Component {
  const open = tiedColumns(model).filter(({ columns }) => columns.some(isOpen));
  const loose = looseColumns(model).filter(isOpen);
  return part(model, {
    columns: [...open.flatMap(({ columns }) => columns), ...loose],
    rows: open.flatMap(({ rows }) => rows),
  });
}

interface Tied {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

function tiedColumns(model: MipModel): readonly Tied[] {
  const parent = Int32Array.from(model.cost, (_, column) => column);
  const find = (column: number): number => {
    let root = column;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = column; at !== root;) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const rowsOf = new Map<number, number[]>();
  const isInRow = new Uint8Array(model.cost.length);
  for (let row = 0; row < model.rowLower.length; row += 1) {
    const [from, to] = [model.rowStarts[row] ?? 0, model.rowStarts[row + 1] ?? 0];
    const first = model.columnIndices[from] ?? 0;
    for (let k = from; k < to; k += 1) {
      const column = model.columnIndices[k] ?? 0;
      isInRow[column] = 1;
      parent[find(column)] = find(first);
    }
  }
  for (let row = 0; row < model.rowLower.length; row += 1) {
    if (model.rowStarts[row] === model.rowStarts[row + 1]) continue;
    const root = find(model.columnIndices[model.rowStarts[row] ?? 0] ?? 0);
    const rows = rowsOf.get(root);
    if (rows === undefined) rowsOf.set(root, [row]);
    else rows.push(row);
  }
  const columnsOf = new Map<number, number[]>();
  isInRow.forEach((inRow, column) => {
    if (inRow === 0) return;
    const root = find(column);
    const columns = columnsOf.get(root);
    if (columns === undefined) columnsOf.set(root, [column]);
    else columns.push(column);
  });
  return [...columnsOf].map(([root, columns]) => ({ columns, rows: rowsOf.get(root) ?? [] }));
}

/** Puts every column that no row touches at its cheapest bound. */
export function settleLoose(model: MipModel, values: Float64Array): void {
  for (const column of looseColumns(model))
    values[column] = ((model.cost[column] ?? 0) < 0 ? model.upper[column] : model.lower[column]) ?? 0;
}

function looseColumns(model: MipModel): readonly number[] {
  const isInRow = new Uint8Array(model.cost.length);
  for (const column of model.columnIndices) isInRow[column] = 1;
  return [...isInRow.keys()].filter((column) => isInRow[column] === 0);
}

function part(model: MipModel, { columns, rows }: Tied): Component {
  const place = new Map<number, number>();
  columns.forEach((column, index) => place.set(column, index));
  const starts = [0];
  const indices: number[] = [];
  const coefficients: number[] = [];
  for (const row of rows) {
    for (let k = model.rowStarts[row] ?? 0; k < (model.rowStarts[row + 1] ?? 0); k += 1) {
      indices.push(place.get(model.columnIndices[k] ?? 0) ?? 0);
      coefficients.push(model.coefficients[k] ?? 0);
    }
    starts.push(indices.length);
  }
  const pick = (source: Float64Array): Float64Array => Float64Array.from(columns, (column) => source[column] ?? 0);
  const pickRows = (source: Float64Array): Float64Array => Float64Array.from(rows, (row) => source[row] ?? 0);
  return {
    columns: Int32Array.from(columns),
    model: {
      columnNames: columns.map((column) => model.columnNames[column] ?? ''),
      rowNames: rows.map((row) => model.rowNames[row] ?? ''),
      cost: pick(model.cost),
      lower: pick(model.lower),
      upper: pick(model.upper),
      isInteger: Uint8Array.from(columns, (column) => model.isInteger[column] ?? 0),
      rowLower: pickRows(model.rowLower),
      rowUpper: pickRows(model.rowUpper),
      rowStarts: Int32Array.from(starts),
      columnIndices: Int32Array.from(indices),
      coefficients: Float64Array.from(coefficients),
    },
  };
}
