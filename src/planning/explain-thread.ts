import { answerApart } from './answering-thread.js';
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
  const request: ExplainRequest = { problem, roster: { assignments, to, certificate }, options };
  const mine = turn.then(() =>
    answerApart<RosterExplanation>(new URL('./explain-worker.js', import.meta.url), request),
  );
  turn = mine.catch(() => undefined);
  return mine;
}
