import { parentPort } from 'node:worker_threads';
import { candidatesStored, replacementsStored } from './explain.js';
import type { CandidateList, ReplacementList, StoredRoster, WantedPlace, WorkerDay } from './explain.js';
import type { RosterProblem } from './stored-problem.js';

/** Who could take duties or come to a place, of one stored roster. */
export type RankingQuestion =
  | { readonly kind: 'replacements'; readonly duties: readonly WorkerDay[] }
  | { readonly kind: 'candidates'; readonly place: WantedPlace };

/** What the kept thread is asked, one question after another. */
export interface RankingRequest {
  readonly problemHash: string;
  /** null when the thread was given it before and has it still. */
  readonly problem: RosterProblem | null;
  /** Hashes that will not be asked for any more without their problem. */
  readonly forgotten: readonly string[];
  readonly roster: StoredRoster;
  readonly question: RankingQuestion;
}

export type RankingAnswer =
  | { readonly kind: 'replacements'; readonly lists: readonly (ReplacementList | undefined)[] }
  | { readonly kind: 'candidates'; readonly list: CandidateList };

if (parentPort !== null) {
  const port = parentPort;
  const problems = new Map<string, RosterProblem>();
  port.on('message', ({ problemHash, problem, forgotten, roster, question }: RankingRequest) => {
    if (problem !== null) problems.set(problemHash, problem);
    for (const hash of forgotten) problems.delete(hash);
    const known = problems.get(problemHash);
    // Left unhandled, a failure ends the thread, whose keeper is told of it.
    if (known === undefined) throw new Error(`The ranking thread has no problem ${problemHash}`);
    port.postMessage(answer(known, roster, question));
  });
}

function answer(problem: RosterProblem, roster: StoredRoster, question: RankingQuestion): RankingAnswer {
  return question.kind === 'candidates'
    ? { kind: 'candidates', list: candidatesStored(problem, roster, question.place) }
    : {
        kind: 'replacements',
        lists: question.duties.map((duty) => replacementsStored(problem, roster, duty)),
      };
}
