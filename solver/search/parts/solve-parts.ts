import { setImmediate } from 'node:timers/promises';
import { canGenerateColumns } from '../../columns/column-problem.js';
import { problemHash } from '../../formats/problem-hash.js';
import type { Infeasibility, Plan, Progress, SolveOptions, SolveOutcome } from '../../plan.js';
import type { RosterProblem } from '../../problem.js';
import type { IndependentPart } from './independent-parts.js';
import { knownOfBoth, mergePlans, pinnedDuties, unprovenPlan } from './merge-plans.js';
import { openYuan, PartQueue } from './part-queue.js';
import type { PartTurn } from './part-queue.js';
import { openPartThread } from './part-thread.js';
import type { EndedPart, PartThread } from './part-thread.js';
import { startStopwatch } from '../stopwatch.js';
import { openTimeShares } from './time-shares.js';
import type { TimeShares } from './time-shares.js';

/** Parts that are no more than this share of the whole are solved while the one that is nearly all of it is still being built. */
const fewShare = 0.1;
/** A turn that ended before this share of its time, and left things as they were, would do so again. */
const spentShare = 0.8;
/** Where more parts than this wait for each thread, all get a first plan before any is solved: half a second each for a hall's week. */
const waitingMax = 4;
/** With less time left a part that is not proven does not go on: its model alone takes a second. */
const leastTurnSeconds = 2;
/** Kept back for putting the plans together, seconds. */
const reserveSeconds = 0.3;

/** What a turn has left. */
interface Taken {
  /** From which the part goes on when it has another turn; null when it is done with. */
  readonly plan: Plan | null;
  /** All of its time was spent on the first plan, to no avail. */
  readonly isTooShort: boolean;
}

/** So many parts at a time, each with so many threads. */
interface Lanes {
  readonly lanes: number;
  readonly threads: number;
}

/**
 * Solves independent parts in a fixed number of threads and puts their plans together. Parts run side by side with one thread each, the
 * largest first; one that is more than a thread's share of the whole comes after them, or beside them when they are few, and has all threads.
 * What is left of the time goes to the parts that are not proven, the one with the largest gap first, each from its plan and bound. Of many parts
 * each has a first plan before any is solved, so that none is empty whenever the search ends.
 */
export async function solveParts(
  problem: RosterProblem,
  parts: readonly IndependentPart[],
  options: SolveOptions,
): Promise<SolveOutcome> {
  const watch = startStopwatch(Math.max(0, options.timeLimitSeconds - reserveSeconds));
  const threads = Math.max(1, options.threads ?? 2);
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const isDominant = ({ size }: IndependentPart): boolean => threads > 1 && size * threads > total;
  const sharesOf = (of: readonly IndependentPart[], lanes: number): TimeShares =>
    openTimeShares({ sizes: of.map(({ size }) => size), threads: lanes, leftSeconds: () => watch.leftSeconds() });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const report = sumOfProgress(parts.length, () => watch.elapsedSeconds(), options.onProgress);
  const outcomes: SolveOutcome[] = [];
  // While the threads are at work.
  const hashing = setImmediate().then(() => problemHash(problem));

  /** A first plan, which costs no more than a model; none where minima demand a search. */
  async function begin(thread: PartThread, queue: PartQueue, part: IndependentPart): Promise<void> {
    const place = parts.indexOf(part);
    if (signal.aborted || watch.leftSeconds() <= 0 || canGenerateColumns(part.problem)) return;
    const answer = await thread.solve(part.problem, {
      engine: options.engine,
      seed: options.seed,
      threads: 1,
      timeLimitSeconds: 0,
      signal,
      onProgress: (progress) => {
        report(place, progress);
      },
    });
    if (answer.kind !== 'plan') return;
    outcomes[place] = answer;
    queue.begin(part, answer.plan);
  }

  /** One turn of a part. */
  async function take(
    thread: PartThread,
    { part, before }: PartTurn,
    { seconds, threads: each }: { readonly seconds: number; readonly threads: number },
  ): Promise<Taken> {
    const place = parts.indexOf(part);
    const from = watch.leftSeconds();
    const isOver = signal.aborted || (before !== null && from <= 0);
    const answer: SolveOutcome | EndedPart = isOver
      ? { kind: 'ended', assignments: null, bound: 0 }
      : await thread.solve(part.problem, {
          engine: options.engine,
          seed: options.seed,
          threads: each,
          timeLimitSeconds: seconds,
          signal,
          ...(before === null
            ? {}
            : { start: { assignments: before.plan.assignments, bound: before.plan.certificate.bound } }),
          onProgress: (progress) => {
            report(place, progress);
          },
        });
    const outcome = answer.kind === 'ended' ? unproven(part.problem, answer, options) : answer;
    if (outcome.kind === 'none') {
      // A later turn without a plan takes nothing away.
      if (before === null) {
        outcomes[place] = outcome;
        stop.abort();
      }
      return { plan: null, isTooShort: false };
    }
    const plan = before === null ? outcome.plan : knownOfBoth(before.plan, outcome.plan);
    outcomes[place] = { kind: 'plan', plan };
    const isSpent = from - watch.leftSeconds() > seconds * spentShare;
    const isGoingOn = before === null || isSpent || openYuan(plan) < openYuan(before.plan);
    const isAsBefore = before?.seconds === 0 && plan.certificate.objective >= before.plan.certificate.objective;
    return {
      plan: plan.certificate.status !== 'optimal' && isGoingOn ? plan : null,
      isTooShort: isSpent && isAsBefore,
    };
  }

  /**
   * Works off a queue with so many parts at a time, each with its threads; a part without a plan ends everything. What is not proven goes on
   * in the queue `later` while there is time.
   */
  async function work(
    queue: PartQueue,
    { lanes, threads: each, shares, later }: Lanes & { readonly shares: TimeShares; readonly later: PartQueue },
  ): Promise<void> {
    let running = 0;
    const unplanned = queue.length > lanes * waitingMax ? [...queue.unplanned] : [];
    const lane = async (): Promise<void> => {
      const thread = openPartThread();
      try {
        for (let part = unplanned.shift(); part !== undefined; part = unplanned.shift())
          await begin(thread, queue, part);
        for (let turn = queue.next(); turn !== undefined; turn = queue.next()) {
          const { part, before } = turn;
          // Nobody else needs a thread any more.
          const isLast = running === 0 && queue.length === 0;
          const own = isLast ? lanes * each : each;
          running += 1;
          const share = shares.begin({
            size: part.size,
            threads: own,
            before: before?.seconds ?? 0,
          });
          const { plan, isTooShort } = await take(thread, turn, { seconds: share.seconds, threads: own });
          running -= 1;
          const comesBack = plan !== null && !signal.aborted && watch.leftSeconds() > leastTurnSeconds;
          if (comesBack) later.putBack(part, { plan, seconds: share.seconds });
          share.end({ comesBack: comesBack && later === queue, isTooShort });
        }
      } finally {
        await thread.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(lanes, queue.length) }, lane));
  }

  try {
    const dominant = new PartQueue(parts.filter(isDominant));
    const others = new PartQueue(parts.filter((part) => !isDominant(part)));
    const rest = others.parts;
    const later = dominant.length === 0 ? others : new PartQueue([]);
    if (rest.reduce((sum, { size }) => sum + size, 0) > total * fewShare) {
      const shares = sharesOf(parts, threads);
      await work(others, { lanes: threads, threads: 1, shares, later });
      await work(dominant, { lanes: 1, threads, shares, later });
    } else {
      await Promise.all([
        work(others, { lanes: 1, threads: 1, shares: sharesOf(rest, 1), later }),
        work(dominant, { lanes: 1, threads, shares: sharesOf(dominant.parts, threads), later }),
      ]);
    }
    await work(later, { lanes: threads, threads: 1, shares: sharesOf(later.parts, threads), later });
  } catch (error) {
    stop.abort();
    throw error;
  }
  return together(problem, outcomes, {
    hash: await hashing,
    seconds: watch.elapsedSeconds(),
    isCancelled: options.signal?.aborted ?? false,
  });
}

/** A part whose thread was ended, or that was not begun before the end. */
function unproven(problem: RosterProblem, { assignments, bound }: EndedPart, options: SolveOptions): SolveOutcome {
  const status = options.signal?.aborted === true ? 'cancelled' : 'limit-reached';
  const plan = unprovenPlan(problem, assignments ?? pinnedDuties(problem), { ...options, status, bound });
  return plan === null ? { kind: 'none', status, conflicts: [], seconds: 0 } : { kind: 'plan', plan };
}

function together(
  problem: RosterProblem,
  outcomes: readonly SolveOutcome[],
  at: { readonly hash: string; readonly seconds: number; readonly isCancelled: boolean },
): SolveOutcome {
  const plans: Plan[] = [];
  const conflicts: Infeasibility[] = [];
  let status: Extract<SolveOutcome, { kind: 'none' }>['status'] | null = null;
  for (const outcome of outcomes) {
    if (outcome.kind === 'plan') {
      plans.push(outcome.plan);
      continue;
    }
    conflicts.push(...outcome.conflicts);
    status = status === 'infeasible' ? status : outcome.status;
  }
  if (status !== null) return { kind: 'none', status, conflicts, seconds: at.seconds };
  return { kind: 'plan', plan: mergePlans(problem, plans, at) };
}

/** Progress of the whole: sums over the parts, known as soon as every part has a plan. A single part tells its own phases. */
function sumOfProgress(
  parts: number,
  elapsedSeconds: () => number,
  onProgress: SolveOptions['onProgress'],
): (place: number, progress: Progress) => void {
  const incumbents = new Float64Array(parts).fill(Infinity);
  // No cost is below 0.
  const bounds = new Float64Array(parts);
  return (place, progress) => {
    const { phase, incumbent, bound } = progress;
    if (parts === 1) {
      onProgress?.({ ...progress, elapsedSeconds: elapsedSeconds() });
      return;
    }
    // The first stage counts minutes, not yuan.
    if (phase !== 'fewestVacancies') {
      incumbents[place] = Math.min(incumbents[place] ?? Infinity, incumbent ?? Infinity);
      bounds[place] = Math.max(bounds[place] ?? 0, bound ?? 0);
    }
    const sum = (values: Float64Array): number => values.reduce((one, other) => one + other, 0);
    const [best, proven] = [sum(incumbents), sum(bounds)];
    const isKnown = Number.isFinite(best);
    onProgress?.({
      phase: 'wholeObjective',
      elapsedSeconds: elapsedSeconds(),
      incumbent: isKnown ? best : null,
      bound: proven,
      gap: isKnown ? Math.max(0, best - proven) / Math.max(1, Math.abs(best)) : null,
    });
  };
}
