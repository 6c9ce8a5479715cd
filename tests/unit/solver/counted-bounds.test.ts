import type { MipModel } from '../../../solver/engines/lp-engine.js';
import { withCountedBounds } from '../../../solver/search/counted-bounds.js';

/** Four duties that add up to `sums`; `fixed` of them stand, and one may not be. */
function counting(fixed: number, sums: readonly { readonly upper: number; readonly cost: number }[]): MipModel {
  const duties = [0, 1, 2, 3];
  const columns = [...duties, ...sums.map((_, index) => 4 + index)];
  return {
    columnNames: columns.map(String),
    rowNames: ['count'],
    cost: Float64Array.from([0, 0, 0, 0, ...sums.map(({ cost }) => cost)]),
    lower: Float64Array.from(columns, (column) => (column < fixed ? 1 : 0)),
    upper: Float64Array.from([1, 1, 1, 0, ...sums.map(({ upper }) => upper)]),
    isInteger: new Uint8Array(columns.length),
    rowLower: Float64Array.of(0),
    rowUpper: Float64Array.of(0),
    rowStarts: Int32Array.of(0, columns.length),
    columnIndices: Int32Array.from(columns),
    coefficients: Float64Array.from(columns, (column) => (column < 4 ? 1 : -1)),
  };
}

describe('bounds of what only counts', () => {
  it('are the duties that stand and those that may be added', () => {
    const { lower, upper } = withCountedBounds(counting(2, [{ upper: 4, cost: 0 }]));
    expect([lower[4], upper[4]]).toEqual([2, 3]);
  });

  it('take the cheapest pieces first', () => {
    const pieces = [7, 1, 5, 3].map((cost) => ({ upper: 1, cost }));
    const { lower, upper } = withCountedBounds(counting(2, pieces));
    expect([...lower.slice(4)]).toEqual([0, 1, 0, 1]);
    expect([...upper.slice(4)]).toEqual([0, 1, 1, 1]);
  });

  it('leave pieces alone that need not come in order', () => {
    const pieces = [1, 2, 3, 4].map((cost) => ({ upper: 2, cost }));
    const model = counting(2, pieces);
    expect(withCountedBounds(model)).toEqual(model);
  });
});
