import { Worker } from 'node:worker_threads';
import type { PlanAssignment, SolveOptions, SolveOutcome } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import type { PartReply, PartRequest } from './parts-worker.js';

/** A thread that has not answered this long after it was told to stop is ended. */
const stopGraceMilliseconds = 700;

/** The thread had to be ended before it had an answer; the best duties that it had reported, null when there were none. */
export interface EndedPart {
  readonly kind: 'ended';
  readonly assignments: readonly PlanAssignment[] | null;
}

/** A thread that solves one part after another. */
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
    const finish = (): void => {
      clearTimeout(ending);
      signal?.removeEventListener('abort', cancel);
      thread.off('message', onReply);
      thread.off('error', onError);
    };
    const giveUp = (): void => {
      finish();
      resolve({ kind: 'ended', assignments: known });
    };
    const cancel = (): void => {
      ask({ kind: 'cancel' });
      ending ??= setTimeout(giveUp, graceMilliseconds);
    };
    const onReply = (reply: PartReply): void => {
      if (reply.kind === 'progress') {
        onProgress?.(reply.progress);
        return;
      }
      if (reply.kind === 'assignments') {
        known = reply.assignments;
        onAssignments?.(known);
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
