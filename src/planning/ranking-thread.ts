import { Worker } from 'node:worker_threads';
import type { CandidateList, ReplacementList, StoredRoster, WantedPlace, WorkerDay } from './explain.js';
import type { RankingAnswer, RankingQuestion, RankingRequest } from './ranking-worker.js';
import type { RosterProblem } from './stored-problem.js';

/** With a month of a hall with 140 posts, some 10 MB each, here and in the thread. */
const keptMax = 4;

/**
 * One thread, kept from question to question: its code is warm, and a problem crosses once. The server goes on answering
 * meanwhile. A process that has nothing else to do doesn't wait for it.
 */
let thread: Worker | null = null;
/** Hashes of the problems that the thread has, the longest unasked first. */
let held: string[] = [];
let turn: Promise<unknown> = Promise.resolve();

/** Loads the thread's code before somebody waits for it; gives the thread, which nobody has to keep. */
export function startRankingThread(): Worker {
  const started = startedThread();
  started.unref();
  return started;
}

/** A thread that ends, even while nobody asks it anything, takes nothing else with it: the next question gets a new one. */
function startedThread(): Worker {
  if (thread !== null) return thread;
  const started = new Worker(new URL('./ranking-worker.js', import.meta.url));
  const over = () => {
    if (thread !== started) return;
    thread = null;
    held = [];
  };
  started.on('error', over);
  started.on('exit', over);
  thread = started;
  return started;
}

/** Who else could take each of these duties; undefined for a day on which the worker has none. */
export async function replacementsApart(
  problem: RosterProblem,
  roster: StoredRoster,
  duties: readonly WorkerDay[],
): Promise<readonly (ReplacementList | undefined)[]> {
  if (duties.length === 0) return [];
  const answer = await ask(problem, roster, { kind: 'replacements', duties });
  if (answer.kind !== 'replacements') throw new Error(`Asked for replacements, answered ${answer.kind}`);
  return answer.lists;
}

/** Who could be in a group at a time of a day. */
export async function candidatesApart(
  problem: RosterProblem,
  roster: StoredRoster,
  place: WantedPlace,
): Promise<CandidateList> {
  const answer = await ask(problem, roster, { kind: 'candidates', place });
  if (answer.kind !== 'candidates') throw new Error(`Asked for candidates, answered ${answer.kind}`);
  return answer.list;
}

/** One question at a time, in the order in which they were asked. */
function ask(problem: RosterProblem, roster: StoredRoster, question: RankingQuestion): Promise<RankingAnswer> {
  const mine = turn.then(() => askNow(problem, roster, question));
  turn = mine.catch(() => undefined);
  return mine;
}

function askNow(
  problem: RosterProblem,
  { assignments, to, certificate }: StoredRoster,
  question: RankingQuestion,
): Promise<RankingAnswer> {
  const asked = startedThread();
  const { problemHash } = certificate;
  const isHeld = held.includes(problemHash);
  const order = [...held.filter((hash) => hash !== problemHash), problemHash];
  held = order.slice(-keptMax);
  const request: RankingRequest = {
    problemHash,
    problem: isHeld ? null : problem,
    forgotten: order.slice(0, -keptMax),
    roster: { assignments, to, certificate },
    question,
  };
  return new Promise((resolve, reject) => {
    const over = () => {
      asked.off('message', onAnswer);
      asked.off('error', onError);
      asked.off('exit', onExit);
      asked.unref();
    };
    const onAnswer = (answer: RankingAnswer) => {
      over();
      resolve(answer);
    };
    const onError = (error: Error) => {
      over();
      reject(error);
    };
    const onExit = (code: number) => {
      onError(new Error(`The ranking thread ended without an answer (${String(code)})`));
    };
    asked.ref();
    asked.on('message', onAnswer);
    asked.on('error', onError);
    asked.on('exit', onExit);
    asked.postMessage(request);
  });
}
