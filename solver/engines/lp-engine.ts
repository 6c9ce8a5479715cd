/** A mixed-integer linear model, minimised. Rows are compressed row by row; names are unique. */
export interface MipModel {
  readonly columnNames: readonly string[];
  readonly rowNames: readonly string[];
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the column must be a whole number. */
  readonly isInteger: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowStarts: Int32Array;
  readonly columnIndices: Int32Array;
  readonly coefficients: Float64Array;
}

export interface EngineProgress {
  /** null until there is one. */
  readonly incumbent: number | null;
  readonly bound: number | null;
}

export interface EngineOptions {
  readonly timeLimitSeconds: number;
  readonly seed: number;
  /** A feasible vector to start from. */
  readonly start?: Float64Array;
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
  /** `off`: a simplex at once. For relaxed models that are easy and small, presolving takes longer than solving. */
  readonly presolve?: 'off';
  /**
   * `interior`: a relaxed model's row prices by an interior point method, without the way into a corner. Of large models it finds them in a
   * fraction of a simplex's time; they are near the best ones, and bound as any prices do (`dualBound`).
   */
  readonly method?: 'interior';
  /**
   * What the run is for, where another run looks for the other: `plans` leaves out what only finds a first solution, `proof` all costly
   * searches for better ones. Absent: both. An engine may take no heed.
   */
  readonly aim?: 'plans' | 'proof';
  /** Called with a way to offer solutions found elsewhere while the engine runs; engines that can't take any don't call it. */
  readonly onOffer?: (offer: (values: Float64Array) => void) => void;
}

/**
 * What an engine can vouch for. `optimal`: nothing is cheaper. `feasible`: `values` is a solution, `bound` is proven.
 * `limit-reached` and `cancelled`: no solution of its own that could be trusted. `bound` is −∞ when nothing is proven.
 */
export interface EngineOutcome {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'limit-reached' | 'cancelled';
  readonly values: Float64Array | null;
  readonly bound: number;
  /** Of a model without whole numbers: the price of each row at its optimum. Absent when the engine names none. */
  readonly rowPrices?: Float64Array;
}

/** A solver of mixed-integer models, in a thread of its own. Every engine gets the same named rows and columns. */
export interface LpEngine {
  readonly name: 'highs' | 'javascript-lp-solver';
  solve(model: MipModel, options: EngineOptions): Promise<EngineOutcome>;
  /** Ends the engine's threads. */
  close(): Promise<void>;
}

const tolerance = 1e-6;

/** Whether a vector satisfies every bound, row and integrality of the model, to round-off. */
export function isSolution(model: MipModel, values: Float64Array): boolean {
  for (let column = 0; column < model.cost.length; column += 1) {
    const value = values[column] ?? NaN;
    if (!(value >= (model.lower[column] ?? 0) - tolerance && value <= (model.upper[column] ?? 0) + tolerance))
      return false;
    if (model.isInteger[column] === 1 && Math.abs(value - Math.round(value)) > tolerance) return false;
  }
  for (let row = 0; row < model.rowLower.length; row += 1) {
    let sum = 0;
    for (let k = model.rowStarts[row] ?? 0; k < (model.rowStarts[row + 1] ?? 0); k += 1) {
      sum += (model.coefficients[k] ?? 0) * (values[model.columnIndices[k] ?? 0] ?? 0);
    }
    if (sum < (model.rowLower[row] ?? 0) - tolerance || sum > (model.rowUpper[row] ?? 0) + tolerance) return false;
  }
  return true;
}

export function objectiveOf(model: MipModel, values: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < model.cost.length; column += 1)
    sum += (model.cost[column] ?? 0) * (values[column] ?? 0);
  return sum;
}

/** What the rows alone decide about a model without columns; an engine need not be asked, and HiGHS looks at no row of one. */
export function solveWithoutColumns(model: MipModel): EngineOutcome {
  const values = new Float64Array();
  if (!isSolution(model, values)) return { status: 'infeasible', values: null, bound: -Infinity };
  return { status: 'optimal', values, bound: 0, rowPrices: new Float64Array(model.rowLower.length) };
}
