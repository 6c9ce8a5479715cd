import { Worker } from 'node:worker_threads';
import type { ExplainOptions, RosterExplanation, StoredRoster } from './explain.js';
import type { ExplainRequest } from './explain-worker.js';
import type { RosterProblem } from './stored-problem.js';

/** One at a time: a manager who opens ten vacancies at once doesn't take the machine from everybody else. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reasons and remedies, worked out in a thread of their own: building and judging their models takes seconds of
 * processor time, in which the server goes on answering.
 */
export function explainApart(
  problem: RosterProblem,
  { assignments, to, certificate }: StoredRoster,
  options: ExplainOptions,
): Promise<RosterExplanation> {
  const mine = turn.then(() => explainInThread({ problem, roster: { assignments, to, certificate }, options }));
  turn = mine.catch(() => undefined);
  return mine;
}

function explainInThread(request: ExplainRequest): Promise<RosterExplanation> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./explain-worker.js', import.meta.url), { workerData: request });
    thread.once('message', (explanation: RosterExplanation) => {
      resolve(explanation);
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(new Error(`The explaining thread ended without an answer (${String(code)})`));
    });
  });
}
