import type { Infeasibility, Plan, Progress, SolveOptions, SolveOutcome } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import type { IndependentPart } from './independent-parts.js';
import { mergePlans, pinnedDuties, unprovenPlan } from './merge-plans.js';
import { openPartThread } from './part-thread.js';
import type { EndedPart } from './part-thread.js';
import { startStopwatch } from './stopwatch.js';
import { openTimeShares } from './time-shares.js';
import type { TimeShares } from './time-shares.js';

/** Parts that are no more than this share of the whole are solved while the one that is nearly all of it is still being built. */
const fewShare = 0.1;
/** Kept back for putting the plans together, seconds. */
const reserveSeconds = 0.3;

/**
 * Solves independent parts in a fixed number of threads and puts their plans together. Parts run side by side with one thread each, the
 * largest first; one that is more than a thread's share of the whole comes after them, or beside them when they are few, and has all threads.
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

  /** Works off a queue with so many parts at a time, each with its threads; a part without a plan ends everything. */
  async function work(
    queue: IndependentPart[],
    { lanes, threads: each, shares }: { readonly lanes: number; readonly threads: number; readonly shares: TimeShares },
  ): Promise<void> {
    const lane = async (): Promise<void> => {
      const thread = openPartThread();
      try {
        for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
          const place = parts.indexOf(part);
          const share = shares.begin({ size: part.size, threads: each });
          const outcome = signal.aborted
            ? ({ kind: 'ended', assignments: null } as const)
            : await thread.solve(part.problem, {
                engine: options.engine,
                seed: options.seed,
                threads: each,
                timeLimitSeconds: share.seconds,
                signal,
                onProgress: (progress) => {
                  report(place, progress);
                },
              });
          share.end();
          outcomes[place] = outcome.kind === 'ended' ? unproven(part.problem, outcome, options) : outcome;
          if (outcomes[place].kind === 'none') stop.abort();
        }
      } finally {
        await thread.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(lanes, queue.length) }, lane));
  }

  try {
    const dominant = parts.filter(isDominant);
    const others = parts.filter((part) => !isDominant(part));
    if (others.reduce((sum, { size }) => sum + size, 0) > total * fewShare) {
      const shares = sharesOf(parts, threads);
      await work(others, { lanes: threads, threads: 1, shares });
      await work(dominant, { lanes: 1, threads, shares });
    } else {
      await Promise.all([
        work(others, { lanes: 1, threads: 1, shares: sharesOf(others, 1) }),
        work(dominant, { lanes: 1, threads, shares: sharesOf(dominant, threads) }),
      ]);
    }
  } catch (error) {
    stop.abort();
    throw error;
  }
  return together(problem, outcomes, {
    seconds: watch.elapsedSeconds(),
    isCancelled: options.signal?.aborted ?? false,
  });
}

/** A part whose thread was ended, or that was not begun before the end. */
function unproven(problem: RosterProblem, { assignments }: EndedPart, options: SolveOptions): SolveOutcome {
  const status = options.signal?.aborted === true ? 'cancelled' : 'limit-reached';
  const plan = unprovenPlan(problem, assignments ?? pinnedDuties(problem), { ...options, status });
  return plan === null ? { kind: 'none', status, conflicts: [], seconds: 0 } : { kind: 'plan', plan };
}

function together(
  problem: RosterProblem,
  outcomes: readonly SolveOutcome[],
  at: { readonly seconds: number; readonly isCancelled: boolean },
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

/** Progress of the whole: sums over the parts, known as soon as every part has a plan. */
function sumOfProgress(
  parts: number,
  elapsedSeconds: () => number,
  onProgress: SolveOptions['onProgress'],
): (place: number, progress: Progress) => void {
  const incumbents = new Float64Array(parts).fill(Infinity);
  const bounds = new Float64Array(parts).fill(-Infinity);
  return (place, { phase, incumbent, bound }) => {
    // The first stage counts minutes, not yuan.
    if (phase !== 'fewestVacancies') {
      incumbents[place] = Math.min(incumbents[place] ?? Infinity, incumbent ?? Infinity);
      bounds[place] = Math.max(bounds[place] ?? -Infinity, bound ?? -Infinity);
    }
    const [best, proven] = [sum(incumbents), sum(bounds)];
    const isKnown = best !== null && proven !== null;
    onProgress?.({
      phase: 'wholeObjective',
      elapsedSeconds: elapsedSeconds(),
      incumbent: best,
      bound: proven,
      gap: isKnown ? Math.max(0, best - proven) / Math.max(1, Math.abs(best)) : null,
    });
  };
}

function sum(values: Float64Array): number | null {
  const total = values.reduce((one, other) => one + other, 0);
  return Number.isFinite(total) ? total : null;
}
