import { Worker } from 'node:worker_threads';
import type { SolveOptions, SolveOutcome } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import type { PartReply, PartRequest } from './parts-worker.js';

/** A thread that has not answered this long after it was told to stop is ended. */
const stopGraceMilliseconds = 1000;

/** A thread that solves one part after another. */
export interface PartThread {
  /** null when the thread had to be ended before it had an answer. */
  solve(problem: RosterProblem, options: SolveOptions): Promise<SolveOutcome | null>;
  close(): Promise<void>;
}

/** Opens a thread; it is started with its first part, and anew after one that had to be ended. */
export function openPartThread(): PartThread {
  let thread: Worker | null = null;
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = null;
    await ending?.terminate();
  };
  return {
    async solve(problem, options) {
      thread ??= new Worker(new URL('./parts-worker.js', import.meta.url));
      const outcome = await solveIn(thread, problem, options);
      if (outcome === null) await end();
      return outcome;
    },
    close: end,
  };
}

function solveIn(
  thread: Worker,
  problem: RosterProblem,
  { signal, onProgress, ...options }: SolveOptions,
): Promise<SolveOutcome | null> {
  const ask = (request: PartRequest): void => {
    thread.postMessage(request);
  };
  return new Promise((resolve, reject) => {
    let ending: NodeJS.Timeout | undefined;
    const finish = (): void => {
      clearTimeout(ending);
      signal?.removeEventListener('abort', cancel);
      thread.off('message', onReply);
      thread.off('error', onError);
    };
    const giveUp = (): void => {
      finish();
      resolve(null);
    };
    const cancel = (): void => {
      ask({ kind: 'cancel' });
      ending ??= setTimeout(giveUp, stopGraceMilliseconds);
    };
    const onReply = (reply: PartReply): void => {
      if (reply.kind === 'progress') {
        onProgress?.(reply.progress);
        return;
      }
      finish();
      if (reply.kind === 'done') resolve(reply.outcome);
      else reject(new Error(`A part of the problem failed: ${reply.message}`));
    };
    const onError = (error: Error): void => {
      finish();
      reject(error);
    };
    thread.on('message', onReply);
    thread.on('error', onError);
    ask({ kind: 'solve', problem, options });
    if (signal?.aborted === true) cancel();
    else signal?.addEventListener('abort', cancel);
  });
}
