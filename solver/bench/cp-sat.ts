import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineOutcome, MipModel } from '../engines/lp-engine.js';

/** What we use of `or-tools-wasm/cp-sat`: a model and an answer as plain protocol data. */
interface CpSatPackage {
  readonly CpModel: new (proto: CpModelProto) => object;
  readonly CpSolver: new () => {
    solve(model: object, parameters: Readonly<Record<string, number | boolean>>): Promise<unknown>;
    response(): CpResponse | null;
  };
}

interface CpModelProto {
  readonly variables: readonly { readonly domain: readonly number[] }[];
  readonly constraints: readonly { readonly linear: LinearProto }[];
  readonly floatingPointObjective: { readonly vars: readonly number[]; readonly coeffs: readonly number[] };
}

interface LinearProto {
  readonly vars: readonly number[];
  readonly coeffs: readonly number[];
  readonly domain: readonly number[];
}

interface CpResponse {
  readonly status?: string | number;
  readonly solution?: readonly (number | string | bigint | { toString(): string })[];
  readonly bestObjectiveBound?: number;
}

const packageName = 'or-tools-wasm/cp-sat';

/** CP-SAT takes whole numbers only; sides beyond this are no limit for a roster. */
const unbounded = 1_000_000_000;

/**
 * The CP-SAT package, found in `folder` or beside the product; null where it isn't installed. It weighs 325 MB and bundles solvers under other
 * licences, so it is no dependency: whoever wants the comparison installs it in a folder of its own.
 */
export function findCpSat(folder?: string): string | null {
  try {
    const require = createRequire(folder === undefined ? import.meta.url : join(folder, 'package.json'));
    return require.resolve(packageName);
  } catch {
    return null;
  }
}

/** The peer: CP-SAT on the compact model in one thread. It says nothing before the end and can't be cancelled. */
export async function solveByCpSat(
  model: MipModel,
  { path, seconds, seed }: { readonly path: string; readonly seconds: number; readonly seed: number },
): Promise<EngineOutcome> {
  const { CpModel, CpSolver } = (await import(pathToFileURL(path).href)) as CpSatPackage;
  const solver = new CpSolver();
  await solver.solve(new CpModel(toProto(model)), {
    maxTimeInSeconds: Math.max(0.1, seconds),
    numSearchWorkers: 1,
    // Without cuts and the whole relaxation in the LP it is far behind on rosters.
    linearizationLevel: 2,
    randomSeed: seed,
  });
  const response = solver.response();
  const values = response?.solution ?? [];
  const bound = response?.bestObjectiveBound ?? -Infinity;
  const status = String(response?.status);
  if (status === 'INFEASIBLE' || status === '3') return { status: 'infeasible', values: null, bound };
  if (values.length === 0) return { status: 'limit-reached', values: null, bound };
  return {
    status: status === 'OPTIMAL' || status === '4' ? 'optimal' : 'feasible',
    values: Float64Array.from(values, Number),
    bound,
  };
}

/** Every accounting column of the compact model is whole where the decisions are, so whole numbers lose nothing. */
function toProto(model: MipModel): CpModelProto {
  const constraints = Array.from(model.rowLower, (_, row) => {
    const [from, to] = [model.rowStarts[row] ?? 0, model.rowStarts[row + 1] ?? 0];
    const coefficients = [...model.coefficients.subarray(from, to)];
    const scale = wholeScale(coefficients);
    const [lower, upper] = [model.rowLower[row] ?? 0, model.rowUpper[row] ?? 0];
    return {
      linear: {
        vars: [...model.columnIndices.subarray(from, to)],
        coeffs: coefficients.map((value) => Math.round(value * scale)),
        domain: [wholeSide(Math.ceil(lower * scale - 1e-6)), wholeSide(Math.floor(upper * scale + 1e-6))],
      },
    };
  });
  const priced = [...model.cost.keys()].filter((column) => model.cost[column] !== 0);
  return {
    variables: Array.from(model.lower, (lower, column) => ({
      domain: [wholeSide(Math.ceil(lower - 1e-6)), wholeSide(Math.floor((model.upper[column] ?? 0) + 1e-6))],
    })),
    constraints,
    floatingPointObjective: { vars: priced, coeffs: priced.map((column) => model.cost[column] ?? 0) },
  };
}

function wholeSide(value: number): number {
  return Math.min(unbounded, Math.max(-unbounded, value));
}

/** The least factor that makes every coefficient of a row whole. */
function wholeScale(coefficients: readonly number[]): number {
  for (let scale = 1; scale <= 1440; scale += 1)
    if (coefficients.every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-9)) return scale;
  throw new RangeError('A row has coefficients that no small factor makes whole');
}
