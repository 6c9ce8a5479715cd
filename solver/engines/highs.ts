import { Worker } from 'node:worker_threads';
import { keepHighsCode } from './highs-code.js';
import type { HighsReply, HighsRequest } from './highs-messages.js';
import { isSolution, objectiveOf, solveWithoutColumns } from './lp-engine.js';
import type { EngineOptions, EngineOutcome, LpEngine, MipModel } from './lp-engine.js';

/** After its limit a run stops gently, in 30–330 ms as a rule and seconds inside a sub-model; after this the thread is ended. */
const stopGraceMilliseconds = 800;

/** A thread whose heap grew beyond this is not used again: a WASM heap never shrinks. */
const reusableHeapBytes = 300_000_000;

/** After a run that filled the heap: keep few cuts, so that the next run stays small. */
const smallPool = 1000;

type Done = Extract<HighsReply, { kind: 'done' }>;

/**
 * HiGHS in WebAssembly, one thread a run; the main engine. The thread loads at once, beside whatever the caller does before its first solve.
 * A run that is aborted answers at once with what it had reported, and its thread is ended.
 */
export function openHighs(): LpEngine {
  const open = (): Worker => {
    const worker = new Worker(new URL('./highs-worker.js', import.meta.url));
    worker.unref();
    return worker;
  };
  let idle: Worker | null = open();
  let isClosed = false;

  const keepOrEnd = async (worker: Worker, done: Done | null): Promise<void> => {
    const isReusable = done !== null && done.status !== 'heapFull' && done.heapBytes <= reusableHeapBytes;
    if (isReusable && idle === null && !isClosed) idle = worker;
    else await worker.terminate();
  };

  const start = (): Worker => {
    const worker = idle ?? open();
    idle = null;
    return worker;
  };

  async function solve(model: MipModel, options: EngineOptions): Promise<EngineOutcome> {
    if (model.cost.length === 0) return solveWithoutColumns(model);
    const deadline = performance.now() + options.timeLimitSeconds * 1000;
    let best = options.start !== undefined && isSolution(model, options.start) ? options.start : null;
    let bound = -Infinity;
    let poolSoftLimit: number | null = null;
    while (options.signal?.aborted !== true) {
      const worker = start();
      const seconds = (deadline - performance.now()) / 1000;
      const run = await runOnce(worker, { model, options, seconds, poolSoftLimit, best }).catch(
        async (error: unknown) => {
          await worker.terminate();
          throw error;
        },
      );
      best = run.best;
      bound = Math.max(bound, run.bound);
      await keepOrEnd(worker, run.done);
      if (run.done?.status === 'optimal' && best !== null) {
        const { rowPrices } = run.done;
        return { status: 'optimal', values: best, bound, ...(rowPrices === null ? {} : { rowPrices }) };
      }
      if (run.done?.status === 'infeasible') return { status: 'infeasible', values: null, bound };
      if (run.done?.status !== 'heapFull' || performance.now() >= deadline) break;
      poolSoftLimit = smallPool;
    }
    if (best !== null) return { status: 'feasible', values: best, bound };
    return { status: options.signal?.aborted === true ? 'cancelled' : 'limit-reached', values: null, bound };
  }

  return {
    name: 'highs',
    solve,
    async close() {
      isClosed = true;
      await idle?.terminate();
      idle = null;
    },
  };
}

interface Run {
  readonly model: MipModel;
  readonly options: EngineOptions;
  readonly seconds: number;
  readonly poolSoftLimit: number | null;
  readonly best: Float64Array | null;
}

/** One run in one thread. `done` is null when the thread has to be ended; what it reported before still counts. */
function runOnce(
  worker: Worker,
  { model, options, seconds, poolSoftLimit, best: known }: Run,
): Promise<{ readonly done: Done | null; readonly best: Float64Array | null; readonly bound: number }> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const offers = new Int32Array(new SharedArrayBuffer(4));
  const offered = new Float64Array(new SharedArrayBuffer(8 * model.cost.length));
  let best = known;
  let bound = -Infinity;
  const consider = (values: Float64Array | null): void => {
    if (values === null || !isSolution(model, values)) return;
    if (best === null || objectiveOf(model, values) < objectiveOf(model, best)) best = values;
  };
  options.onOffer?.((values) => {
    consider(values);
    offered.set(values);
    Atomics.add(offers, 0, 1);
  });
  return new Promise((resolve, reject) => {
    let ending: NodeJS.Timeout | undefined;
    const leave = (): void => {
      clearTimeout(ending);
      clearTimeout(limit);
      options.signal?.removeEventListener('abort', giveUp);
      worker.off('message', onMessage);
      worker.off('error', giveUp);
    };
    const finish = (done: Done | null): void => {
      leave();
      resolve({ done, best, bound });
    };
    // Aborted, or crashed (its heap, for one): the thread is lost but not what it had found.
    const giveUp = (): void => {
      finish(null);
    };
    const askToStop = (): void => {
      Atomics.store(stop, 0, 1);
      ending = setTimeout(giveUp, stopGraceMilliseconds);
    };
    const onMessage = (reply: HighsReply): void => {
      if (reply.kind === 'failed') {
        leave();
        reject(new Error(`HiGHS failed: ${reply.message}`));
        return;
      }
      bound = Math.max(bound, reply.bound ?? -Infinity);
      consider(reply.values);
      if (reply.kind === 'done') {
        keepHighsCode();
        finish(reply);
      } else options.onProgress?.({ incumbent: reply.incumbent, bound: reply.bound });
    };
    const limit = setTimeout(askToStop, Math.max(0, seconds) * 1000);
    worker.on('message', onMessage);
    worker.on('error', giveUp);
    options.signal?.addEventListener('abort', giveUp);
    worker.postMessage({
      // Names are for people; tens of thousands of them would be copied for nothing.
      model: { ...model, columnNames: [], rowNames: [] },
      timeLimitSeconds: seconds,
      seed: options.seed,
      start: best,
      presolve: options.presolve ?? 'on',
      method: options.method ?? null,
      aim: options.aim ?? null,
      poolSoftLimit,
      stop,
      offered,
      offers,
    } satisfies HighsRequest);
  });
}
