import type { MipModel } from '../engines/lp-engine.js';
import type { LinearModel } from '../rules/linear-model.js';

/** The linear model as the engines take it, with the given cost of each column. */
export function toMip(linear: LinearModel, cost: Float64Array): MipModel {
  const entries = linear.rows.reduce((sum, row) => sum + row.columns.length, 0);
  const rowStarts = new Int32Array(linear.rows.length + 1);
  const columnIndices = new Int32Array(entries);
  const coefficients = new Float64Array(entries);
  let at = 0;
  linear.rows.forEach((row, index) => {
    columnIndices.set(row.columns, at);
    coefficients.set(row.coefficients, at);
    at += row.columns.length;
    rowStarts[index + 1] = at;
  });
  return {
    columnNames: unique(linear.columns.map((column) => column.name)),
    rowNames: unique(linear.rows.map((row) => row.name)),
    cost,
    lower: Float64Array.from(linear.columns, (column) => column.lower),
    upper: Float64Array.from(linear.columns, (column) => column.upper),
    isInteger: Uint8Array.from(linear.columns, (column) => (column.isInteger ? 1 : 0)),
    rowLower: Float64Array.from(linear.rows, (row) => row.lower),
    rowUpper: Float64Array.from(linear.rows, (row) => row.upper),
    rowStarts,
    columnIndices,
    coefficients,
  };
}

/** The model with one more row: Σ coefficient × column ≤ `upper`. */
export function withLimit(
  model: MipModel,
  { name, coefficients, upper }: { readonly name: string; readonly coefficients: Float64Array; readonly upper: number },
): MipModel {
  const columns = [...coefficients.keys()].filter((column) => coefficients[column] !== 0);
  return {
    ...model,
    rowNames: [...model.rowNames, name],
    rowLower: Float64Array.from([...model.rowLower, -Infinity]),
    rowUpper: Float64Array.from([...model.rowUpper, upper]),
    rowStarts: Int32Array.from([...model.rowStarts, model.columnIndices.length + columns.length]),
    columnIndices: Int32Array.from([...model.columnIndices, ...columns]),
    coefficients: Float64Array.from([...model.coefficients, ...columns.map((column) => coefficients[column] ?? 0)]),
  };
}

/** The model with columns that can take one value only out of its rows, so that less hangs together. */
export function withoutFixed(model: MipModel): MipModel {
  const rowStarts = new Int32Array(model.rowStarts.length);
  const kept: number[] = [];
  const rowLower = Float64Array.from(model.rowLower);
  const rowUpper = Float64Array.from(model.rowUpper);
  for (let row = 0; row < rowLower.length; row += 1) {
    for (let k = model.rowStarts[row] ?? 0; k < (model.rowStarts[row + 1] ?? 0); k += 1) {
      const column = model.columnIndices[k] ?? 0;
      const value = model.lower[column] ?? 0;
      if (value !== model.upper[column]) {
        kept.push(k);
        continue;
      }
      rowLower[row] = (rowLower[row] ?? 0) - value * (model.coefficients[k] ?? 0);
      rowUpper[row] = (rowUpper[row] ?? 0) - value * (model.coefficients[k] ?? 0);
    }
    rowStarts[row + 1] = kept.length;
  }
  return {
    ...model,
    rowLower,
    rowUpper,
    rowStarts,
    columnIndices: Int32Array.from(kept, (k) => model.columnIndices[k] ?? 0),
    coefficients: Float64Array.from(kept, (k) => model.coefficients[k] ?? 0),
  };
}

/** Two accounts of a worker may share a name; a second `hoursMaximum[W1,month]` becomes `hoursMaximum[W1,month]~2`. */
function unique(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}~${times}`;
  });
}
