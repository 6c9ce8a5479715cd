import type { MipModel } from '../engines/lp-engine.js';

/** A bound that rests on row prices and nothing else, and what one unit of each column costs at those prices. */
export interface DualBound {
  /** No solution of the model costs less. −∞ when a price speaks for a column without an end. */
  readonly bound: number;
  readonly reducedCosts: Float64Array;
}

/**
 * Lagrange's bound at given row prices: Σ price × the row's binding side + Σ over columns of the cheaper end of reduced cost × column.
 * It holds for any prices whatever, so it is proven by this arithmetic and not by the engine that named them.
 */
export function dualBound(model: MipModel, rowPrices: Float64Array): DualBound {
  const reducedCosts = Float64Array.from(model.cost);
  let bound = 0;
  for (let row = 0; row < model.rowLower.length; row += 1) {
    const price = rowPrices[row] ?? 0;
    const side = (price > 0 ? model.rowLower[row] : model.rowUpper[row]) ?? 0;
    // A price for a side that the row doesn't have is round-off; without it the bound holds all the same.
    if (price === 0 || !Number.isFinite(side)) continue;
    bound += price * side;
    for (let k = model.rowStarts[row] ?? 0; k < (model.rowStarts[row + 1] ?? 0); k += 1) {
      const column = model.columnIndices[k] ?? 0;
      reducedCosts[column] = (reducedCosts[column] ?? 0) - price * (model.coefficients[k] ?? 0);
    }
  }
  reducedCosts.forEach((cost, column) => {
    if (cost !== 0) bound += cost * ((cost > 0 ? model.lower[column] : model.upper[column]) ?? 0);
  });
  return { bound, reducedCosts };
}

/**
 * The model without what no solution of cost `bound + slack` or less can contain: a column whose reduced cost alone exceeds the slack
 * stays at its cheaper end (reduced-cost fixing).
 */
export function withinSlack(model: MipModel, { reducedCosts }: DualBound, slack: number): MipModel {
  const lower = Float64Array.from(model.lower);
  const upper = Float64Array.from(model.upper);
  reducedCosts.forEach((cost, column) => {
    // One unit: whole columns move by ones. A column without whole numbers may move by less, and stays free.
    if (model.isInteger[column] !== 1 || Math.abs(cost) <= slack) return;
    if (cost > 0) upper[column] = lower[column] ?? 0;
    else lower[column] = upper[column] ?? 0;
  });
  return { ...model, lower, upper };
}
