import { parentPort } from 'node:worker_threads';
import highsModule from 'highs';
import type { Highs, Model } from 'highs';
import type { HighsReply, HighsRequest } from './highs-messages.js';
import type { MipModel } from './lp-engine.js';

/** The package's types describe its CommonJS build; its ES build, which runs here, exports the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** The WASM heap aborts the whole run near 2 GB and never shrinks: stop well before, and start again in a new thread. */
const heapBytesMax = 900_000_000;

/** Progress at most four times a second; each message copies a whole vector when there is a new one. */
const progressSeconds = 0.25;

const port = parentPort;
if (port !== null) {
  const loading = loadHighs();
  port.on('message', (request: HighsRequest) => {
    void loading
      .then((highs) => {
        port.postMessage(
          solve(highs, request, (reply) => {
            port.postMessage(reply);
          }),
        );
      })
      .catch((error: unknown) => {
        port.postMessage({ kind: 'failed', message: String(error) } satisfies HighsReply);
      });
  });
}

function solve(highs: Highs, request: HighsRequest, post: (reply: HighsReply) => void): HighsReply {
  const model = highs.createModel(toHighs(request.model));
  try {
    setOptions(model, request);
    if (request.start !== null) model.setSolution({ colValue: request.start });
    const { isHeapFull, bound } = run(highs, model, { request, post });
    return result(highs, model, { isHeapFull, bound, isMip: request.model.isInteger.includes(1) });
  } finally {
    model.dispose();
  }
}

function toHighs(model: MipModel): Parameters<Highs['createModel']>[0] {
  return {
    numCols: model.cost.length,
    numRows: model.rowLower.length,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    integrality: Int32Array.from(model.isInteger),
    matrix: {
      format: 'csr',
      numRows: model.rowLower.length,
      numCols: model.cost.length,
      starts: model.rowStarts,
      indices: model.columnIndices,
      values: model.coefficients,
    },
  };
}

function setOptions(model: Model, request: HighsRequest): void {
  model.options.set({
    output_flag: true, // The logging callback, which carries the bound, is silent without it.
    log_to_console: false,
    time_limit: Math.max(0.05, request.timeLimitSeconds),
    random_seed: request.seed,
    // `optimal` must mean optimal: nothing but round-off may be left.
    mip_rel_gap: 0,
    mip_abs_gap: 1e-7,
    ...(request.presolve === 'off' ? { presolve: 'off' } : {}),
    ...(request.method === 'interior' ? { solver: 'ipm', run_crossover: 'off' } : {}),
    // On a hall week's crews the jump took a sixth of the run, the searches in sub-models two fifths.
    ...(request.aim === null ? {} : { mip_heuristic_run_feasibility_jump: false }),
    ...(request.aim === 'proof' ? { mip_heuristic_run_rens: false, mip_heuristic_run_root_reduced_cost: false } : {}),
    ...(request.poolSoftLimit === null ? {} : { mip_pool_soft_limit: request.poolSoftLimit }),
  });
}

function run(
  highs: Highs,
  model: Model,
  { request, post }: { readonly request: HighsRequest; readonly post: (reply: HighsReply) => void },
): { readonly isHeapFull: boolean; readonly bound: number } {
  const { callbackType } = highs.constants;
  let isHeapFull = false;
  let bound = -Infinity;
  let lastPost = -Infinity;
  let taken = 0;
  const mustStop = (): boolean => {
    isHeapFull ||= highs.memoryBytes > heapBytesMax;
    return isHeapFull || Atomics.load(request.stop, 0) === 1;
  };
  const finite = (value: number | undefined): number | null =>
    value !== undefined && Math.abs(value) < 1e20 ? value : null;
  model.run({
    [callbackType.mipImprovingSolution](event) {
      bound = Math.max(bound, finite(event.data.mip_dual_bound) ?? -Infinity);
      post({
        kind: 'progress',
        incumbent: finite(event.data.objective_function_value),
        bound: bound === -Infinity ? null : bound,
        values: event.data.mip_solution ?? null,
      });
      return undefined;
    },
    [callbackType.mipLogging](event) {
      bound = Math.max(bound, finite(event.data.mip_dual_bound) ?? -Infinity);
      return undefined;
    },
    [callbackType.mipInterrupt](event) {
      bound = Math.max(bound, finite(event.data.mip_dual_bound) ?? -Infinity);
      const seconds = event.data.running_time ?? 0;
      if (seconds - lastPost >= progressSeconds) {
        lastPost = seconds;
        post({
          kind: 'progress',
          incumbent: finite(event.data.mip_primal_bound),
          bound: bound === -Infinity ? null : bound,
          values: null,
        });
      }
      if (mustStop()) event.interrupt();
      return undefined;
    },
    [callbackType.mipUserSolution](event) {
      const count = Atomics.load(request.offers, 0);
      if (count === taken) return undefined;
      taken = count;
      // HiGHS checks it: a vector that changes while it is read is refused.
      event.setSolution(Float64Array.from(request.offered));
      return undefined;
    },
    [callbackType.simplexInterrupt](event) {
      if (mustStop()) event.interrupt();
      return undefined;
    },
  });
  return { isHeapFull, bound };
}

function result(
  highs: Highs,
  model: Model,
  { isHeapFull, bound, isMip }: { readonly isHeapFull: boolean; readonly bound: number; readonly isMip: boolean },
): HighsReply {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  const isOptimal = status === modelStatus.optimal;
  const hasValues = isOptimal || (isMip && Number(model.info.get('primal_solution_status')) === 2);
  const dualBound = isMip
    ? Number(model.info.get('mip_dual_bound'))
    : isOptimal
      ? model.getObjectiveValue()
      : -Infinity;
  return {
    kind: 'done',
    status: isOptimal
      ? 'optimal'
      : status === modelStatus.infeasible
        ? 'infeasible'
        : isHeapFull
          ? 'heapFull'
          : 'stopped',
    values: hasValues ? Float64Array.from(model.getSolution().colValue) : null,
    bound: Math.max(bound, Math.abs(dualBound) < 1e20 ? dualBound : -Infinity),
    heapBytes: highs.memoryBytes,
    rowPrices: isOptimal && !isMip ? Float64Array.from(model.getSolution().rowDual) : null,
  };
}
