import type { MipModel } from '../engines/lp-engine.js';

/** Round-off of a sum of fractions. */
const tolerance = 1e-6;

/**
 * The model with the bounds that its fixed duties leave to what only counts them. Such a row says that duties add up to a number of people, or to
 * the unit pieces of a convex cost, each 0 … 1, found in no other row and dearer than the one before. A number lies between the duties that are
 * fixed and those that may be added; and since cheaper pieces come first in a cheapest plan, when the duties lie between n and m the first n pieces are 1 and those
 * after m are 0: of a person with ninety nights in a year and a fortnight open that leaves fourteen.
 */
export function withCountedBounds(model: MipModel): MipModel {
  const lower = Float64Array.from(model.lower);
  const upper = Float64Array.from(model.upper);
  const uses = new Int32Array(model.cost.length);
  for (const column of model.columnIndices) uses[column] = (uses[column] ?? 0) + 1;
  const isPiece = (column: number): boolean =>
    uses[column] === 1 && model.lower[column] === 0 && model.upper[column] === 1 && (model.cost[column] ?? 0) > 0;
  for (let row = 0; row < model.rowLower.length; row += 1) {
    if (model.rowLower[row] !== 0 || model.rowUpper[row] !== 0) continue;
    const sums: number[] = [];
    let [least, most] = [0, 0];
    for (let k = model.rowStarts[row] ?? 0; k < (model.rowStarts[row + 1] ?? 0); k += 1) {
      const column = model.columnIndices[k] ?? 0;
      const coefficient = model.coefficients[k] ?? 0;
      if (coefficient === -1) {
        sums.push(column);
        continue;
      }
      const ends = [coefficient * (model.lower[column] ?? 0), coefficient * (model.upper[column] ?? 0)];
      least += Math.min(...ends);
      most += Math.max(...ends);
    }
    const [only] = sums;
    if (only !== undefined && sums.length === 1) {
      lower[only] = Math.max(lower[only] ?? 0, least);
      upper[only] = Math.min(upper[only] ?? 0, most);
    } else if (sums.every(isPiece)) {
      sums.sort((a, b) => (model.cost[a] ?? 0) - (model.cost[b] ?? 0));
      sums.forEach((column, index) => {
        if (index + 1 <= least + tolerance) lower[column] = 1;
        if (index >= most - tolerance) upper[column] = 0;
      });
    }
  }
  return { ...model, lower, upper };
}
