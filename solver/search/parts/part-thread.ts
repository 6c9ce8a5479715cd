import { Worker } from 'node:worker_threads';
import { keepHighsCode } from '../../engines/highs-code.js';
import type { PlanAssignment, SolveOptions, SolveOutcome } from '../../plan.js';
import type { RosterProblem } from '../../problem.js';
import type { PartReply, PartRequest } from './parts-worker.js';

/** A thread that has not answered this long after it was told to stop is ended: on a busy machine the rest of a second goes by until its plan is put together. */
const stopGraceMilliseconds = 400;
/** A thread that is still at work this long after its limit is told to stop: as a rule it answers just before. */
const overrunMilliseconds = 200;
/** The longest time that a timer takes. */
const timerMillisecondsMax = 2 ** 31 - 1;

/** The thread had to be ended before it had an answer. */
export interface EndedPart {
  readonly kind: 'ended';
  /** The best duties that it had reported, null when there were none. */
  readonly assignments: readonly PlanAssignment[] | null;
  /** The highest bound of the objective that it had reported, yuan; no cost is below 0. */
  readonly bound: number;
}

/**
 * A thread that solves one part after another. It answers within a second of the signal, whatever it is at, and within a second of its limit or of its
 * first plan, where that comes later: a plan, however late, is better than none.
 */
export interface PartThread {
  solve(problem: RosterProblem, options: SolveOptions): Promise<SolveOutcome | EndedPart>;
  close(): Promise<void>;
}

/** Opens a thread; it is started with its first part, and anew after one that had to be ended. */
export function openPartThread(graceMilliseconds = stopGraceMilliseconds): PartThread {
  let thread: Worker | null = null;
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = null;
    await ending?.terminate();
  };
  return {
    async solve(problem, options) {
      thread ??= new Worker(new URL('./parts-worker.js', import.meta.url));
      const outcome = await solveIn(thread, { problem, options, graceMilliseconds });
      if (outcome.kind === 'ended') await end();
      return outcome;
    },
    close: end,
  };
}

function solveIn(
  thread: Worker,
  {
    problem,
    options: { signal, onProgress, onAssignments, ...options },
    graceMilliseconds,
  }: { readonly problem: RosterProblem; readonly options: SolveOptions; readonly graceMilliseconds: number },
): Promise<SolveOutcome | EndedPart> {
  const ask = (request: PartRequest): void => {
    thread.postMessage(request);
  };
  return new Promise((resolve, reject) => {
    let ending: NodeJS.Timeout | undefined;
    let known: readonly PlanAssignment[] | null = null;
    let bound = 0;
    let isOverdue = false;
    const finish = (): void => {
      clearTimeout(ending);
      clearTimeout(limit);
      signal?.removeEventListener('abort', cancel);
      thread.off('message', onReply);
      thread.off('error', onError);
    };
    const giveUp = (): void => {
      finish();
      resolve({ kind: 'ended', assignments: known, bound });
    };
    const cancel = (): void => {
      ask({ kind: 'cancel' });
      ending ??= setTimeout(giveUp, graceMilliseconds);
    };
    const onReply = (reply: PartReply): void => {
      if (reply.kind === 'progress') {
        // The first stage counts minutes, not yuan.
        if (reply.progress.phase !== 'fewestVacancies') bound = Math.max(bound, reply.progress.bound ?? 0);
        onProgress?.(reply.progress);
        return;
      }
      if (reply.kind === 'assignments') {
        known = reply.assignments;
        onAssignments?.(known);
        if (isOverdue) cancel();
        return;
      }
      finish();
      if (reply.kind === 'done') {
        // The part's thread still has the engine's code; here it outlives it.
        if (options.engine === 'highs') keepHighsCode();
        resolve(reply.outcome);
      } else reject(new Error(`A part of the problem failed: ${reply.message}`));
    };
    const onError = (error: Error): void => {
      finish();
      reject(error);
    };
    const limit = setTimeout(
      () => {
        isOverdue = true;
        if (known !== null) cancel();
      },
      Math.min(timerMillisecondsMax, options.timeLimitSeconds * 1000 + overrunMilliseconds),
    );
    thread.on('message', onReply);
    thread.on('error', onError);
    ask({ kind: 'solve', problem, options });
    if (signal?.aborted === true) cancel();
    else signal?.addEventListener('abort', cancel);
  });
}
