import { parentPort } from 'node:worker_threads';
import solverModule from 'javascript-lp-solver';
import type { ConstraintBound, Model, SolveResult, VariableCoefficients } from 'javascript-lp-solver';
import type { MipModel } from './lp-engine.js';

/** The package's types describe its CommonJS build; its ES build, which runs here, exports the solver itself. */
const solver = solverModule as unknown as typeof solverModule.default;

/** The values when the solver says that its answer is whole; null otherwise. */
export type JavascriptReply = Float64Array | null;

/** The objective's name among the rows; row names carry brackets, so it is free. */
const objective = 'objective';

const port = parentPort;
port?.on('message', (model: MipModel) => {
  const result = solver.Solve(toJson(model)) as SolveResult;
  // At its own time limit the package calls a fractional, too good answer feasible: only `isIntegral` counts.
  const hasIntegers = model.isInteger.includes(1);
  const isTrusted = result.feasible && (!hasIntegers || result.isIntegral === true);
  port.postMessage(
    (isTrusted
      ? Float64Array.from(model.columnNames, (name) => Number(result[name] ?? 0))
      : null) satisfies JavascriptReply,
  );
});

function toJson(model: MipModel): Model {
  const constraints: Record<string, ConstraintBound> = {};
  const variables = model.columnNames.map((_, column): VariableCoefficients => ({
    [objective]: model.cost[column] ?? 0,
  }));
  const addRow = (name: string, lower: number, upper: number): void => {
    constraints[name] =
      lower === upper
        ? { equal: lower }
        : { ...(lower > -Infinity ? { min: lower } : {}), ...(upper < Infinity ? { max: upper } : {}) };
  };
  model.rowNames.forEach((name, row) => {
    addRow(name, model.rowLower[row] ?? -Infinity, model.rowUpper[row] ?? Infinity);
    for (let k = model.rowStarts[row] ?? 0; k < (model.rowStarts[row + 1] ?? 0); k += 1) {
      const variable = variables[model.columnIndices[k] ?? 0];
      if (variable !== undefined) variable[name] = model.coefficients[k] ?? 0;
    }
  });
  // Columns are non-negative in this package; every other bound is a row.
  model.columnNames.forEach((name, column) => {
    const lower = model.lower[column] ?? 0;
    const upper = model.upper[column] ?? Infinity;
    if (lower <= 0 && upper === Infinity) return;
    addRow(`bound ${name}`, lower > 0 ? lower : -Infinity, upper);
    const variable = variables[column];
    if (variable !== undefined) variable[`bound ${name}`] = 1;
  });
  return {
    optimize: objective,
    opType: 'min',
    constraints,
    variables: Object.fromEntries(model.columnNames.map((name, column) => [name, variables[column] ?? {}])),
    ints: Object.fromEntries(
      model.columnNames.filter((_, column) => model.isInteger[column] === 1).map((name) => [name, 1]),
    ),
  };
}
