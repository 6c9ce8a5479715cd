import type { MipModel } from '../engines/lp-engine.js';
import type { RosterModel } from '../rules/roster-model.js';
import { openPart } from './components.js';
import { withoutFixed } from './mip-model.js';
import { withCountedBounds } from './counted-bounds.js';

/** A model reduced to what its open duties are tied to, and the ways between its vectors and the whole model's. */
export interface UndecidedPart {
  readonly model: MipModel;
  readonly of: (values: Float64Array) => Float64Array;
  /** `values` with what was found put in. */
  readonly into: (values: Float64Array, found: Float64Array) => Float64Array;
}

/**
 * What of a model is still to be decided when most duties are fixed; all the rest accounts for those, and is right in any settled plan. Of a year
 * of a desk with two weeks open 17,000 of 18,000 columns go, and an engine's presolve would take longer to find that than the rest takes to solve.
 */
export function undecidedPart(roster: RosterModel, mip: MipModel): UndecidedPart {
  const open = new Uint8Array(mip.cost.length);
  for (const { column } of roster.duties) open[column] = mip.lower[column] === mip.upper[column] ? 0 : 1;
  const { model, columns } = openPart(withoutFixed(withCountedBounds(mip)), (column) => open[column] === 1);
  return {
    model,
    of: (values) => Float64Array.from(columns, (column) => values[column] ?? 0),
    into(values, found) {
      const whole = Float64Array.from(values);
      columns.forEach((column, index) => {
        whole[column] = found[index] ?? 0;
      });
      return whole;
    },
  };
}
