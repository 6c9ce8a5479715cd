import { parentPort, workerData } from 'node:worker_threads';
import { explainStored, type ExplainOptions, type StoredRoster } from './explain.js';
import type { RosterProblem } from './stored-problem.js';

/** What the thread is started with; it answers once. */
export interface ExplainRequest {
  readonly problem: RosterProblem;
  readonly roster: StoredRoster;
  readonly options: ExplainOptions;
}

if (parentPort !== null) {
  const port = parentPort;
  const { problem, roster, options } = workerData as ExplainRequest;
  // A failure is left unhandled: it ends the thread, whose starter is told of it.
  void explainStored(problem, roster, options).then((explanation) => {
    port.postMessage(explanation);
  });
}
