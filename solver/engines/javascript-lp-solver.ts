import { Worker } from 'node:worker_threads';
import type { JavascriptReply } from './javascript-lp-solver-worker.js';
import { isSolution, objectiveOf, solveWithoutColumns } from './lp-engine.js';
import type { EngineOptions, EngineOutcome, LpEngine, MipModel } from './lp-engine.js';

/**
 * The pure-JavaScript engine, for small teams and as a cross-check. It may cycle for ever and ignores its own time
 * limit, so it runs in a thread that is ended; an answer counts only when it is whole and satisfies every row.
 */
export function openJavascriptLpSolver(): LpEngine {
  return {
    name: 'javascript-lp-solver',
    async solve(model: MipModel, options: EngineOptions): Promise<EngineOutcome> {
      if (model.cost.length === 0) return solveWithoutColumns(model);
      const unproven = { values: null, bound: -Infinity } as const;
      const start = options.start !== undefined && isSolution(model, options.start) ? options.start : null;
      const reply = await solveInThread(model, options);
      if (reply !== null && typeof reply === 'object' && isSolution(model, reply)) {
        // Whole and feasible, yet dearer than what was known: the package was wrong about its optimum.
        const isCredible = start === null || objectiveOf(model, reply) <= objectiveOf(model, start) + 1e-6;
        if (isCredible) return { status: 'optimal', values: reply, bound: objectiveOf(model, reply) };
      }
      if (start !== null) return { status: 'feasible', values: start, bound: -Infinity };
      return { status: reply === 'cancelled' ? 'cancelled' : 'limit-reached', ...unproven };
    },
    close: () => Promise.resolve(),
  };
}

function solveInThread(
  model: MipModel,
  { timeLimitSeconds, signal }: EngineOptions,
): Promise<JavascriptReply | 'cancelled' | 'limit'> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./javascript-lp-solver-worker.js', import.meta.url));
    const finish = (reply: JavascriptReply | 'cancelled' | 'limit'): void => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate().then(() => {
        resolve(reply);
      });
    };
    const cancel = (): void => {
      finish('cancelled');
    };
    const limit = setTimeout(
      () => {
        finish('limit');
      },
      Math.max(0, timeLimitSeconds) * 1000,
    );
    worker.once('message', finish);
    worker.once('error', () => {
      finish(null);
    });
    if (signal?.aborted === true) cancel();
    else signal?.addEventListener('abort', cancel);
    worker.postMessage(model);
  });
}
