import { parentPort } from 'node:worker_threads';
import type { PlanAssignment, Progress, SolveOptions, SolveOutcome } from '../../plan.js';
import type { RosterProblem } from '../../problem.js';
import { solvePart } from '../solve-part.js';

/** What a thread of the pool is asked; one part at a time. */
export type PartRequest =
  | {
      readonly kind: 'solve';
      readonly problem: RosterProblem;
      readonly options: Pick<SolveOptions, 'engine' | 'timeLimitSeconds' | 'seed' | 'threads' | 'start'>;
    }
  | { readonly kind: 'cancel' };

export type PartReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'assignments'; readonly assignments: readonly PlanAssignment[] }
  | { readonly kind: 'done'; readonly outcome: SolveOutcome }
  | { readonly kind: 'failed'; readonly message: string };

if (parentPort !== null) {
  const port = parentPort;
  const reply = (message: PartReply): void => {
    port.postMessage(message);
  };
  let running = new AbortController();
  port.on('message', (request: PartRequest) => {
    if (request.kind === 'cancel') {
      running.abort();
      return;
    }
    running = new AbortController();
    void solvePart(request.problem, {
      ...request.options,
      signal: running.signal,
      onProgress: (progress) => {
        reply({ kind: 'progress', progress });
      },
      onAssignments: (assignments) => {
        reply({ kind: 'assignments', assignments });
      },
    })
      .then((outcome) => {
        reply({ kind: 'done', outcome });
      })
      .catch((error: unknown) => {
        reply({ kind: 'failed', message: String(error) });
      });
  });
}
