import { Worker } from 'node:worker_threads';
import type { RosterProblem } from '../problem.js';
import { toColumnProblem } from './column-problem.js';
import type { ColumnProblem } from './column-problem.js';
import type { ColumnsReply, ColumnsTask } from './columns-worker.js';
import { isAllowedRoster } from './plan-costs.js';
import { releaseTable } from './pricing-table.js';
import { firstPlan, openPricings } from './roster-moves.js';
import { openSharedPlan } from './shared-plan.js';
import type { SharedPlan } from './shared-plan.js';
import { tableBytesMax } from './worker-pricing.js';

export interface ColumnsOptions {
  readonly timeLimitSeconds: number;
  readonly seed: number;
  /** Search threads: one proves, the others look for better plans. */
  readonly threads: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly incumbent: number; readonly bound: number | null }) => void;
}

export type ColumnsOutcome =
  | {
      readonly kind: 'plan';
      readonly assignments: readonly {
        readonly worker: string;
        readonly day: number;
        readonly shift: string;
        readonly group: string;
      }[];
      readonly objective: number;
      /** Proven; −∞ when nothing is. Equal to the objective when the plan is optimal. */
      readonly bound: number;
      readonly isOptimal: boolean;
      readonly seconds: number;
    }
  /** `infeasible` is proven: some worker has no roster within the limits. */
  | { readonly kind: 'none'; readonly status: 'infeasible' | 'limit-reached' | 'cancelled'; readonly seconds: number };

/** A thread that does not stop by itself after this is ended; what it has found is in shared memory. */
const stopGraceMilliseconds = 500;
/** Threads are asked to stop that much before the limit, or this share of it. */
const stopShareMax = 0.05;
const pollMilliseconds = 100;
/** All threads' tables together. */
const tablesBytesMax = 2 * tableBytesMax;

/** Solves a problem for which `canGenerateColumns` holds: the best plan within the time, and a proven bound. */
export async function solveByColumns(problem: RosterProblem, options: ColumnsOptions): Promise<ColumnsOutcome> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const columns = toColumnProblem(problem);
  const isOver = (): boolean => options.signal?.aborted === true || seconds() >= options.timeLimitSeconds;
  const first = firstPlan(columns, { pricings: openPricings(columns), mustStop: isOver });
  if (first.plan === null) {
    const stopped = options.signal?.aborted === true ? 'cancelled' : 'limit-reached';
    return { kind: 'none', status: first.isExact ? 'infeasible' : stopped, seconds: seconds() };
  }
  const shared = openSharedPlan({ workers: columns.workers.length, days: columns.days });
  shared.offer(first.plan);
  releaseTable();
  options.onProgress?.({ incumbent: first.plan.cost, bound: null });
  await runThreads(columns, { shared, options, secondsLeft: options.timeLimitSeconds - seconds() });
  return { ...toOutcome(problem, { columns, shared }), seconds: seconds() };
}

async function runThreads(
  problem: ColumnProblem,
  {
    shared,
    options,
    secondsLeft,
  }: { readonly shared: SharedPlan; readonly options: ColumnsOptions; readonly secondsLeft: number },
): Promise<void> {
  const end =
    performance.now() + secondsLeft * 1000 - Math.min(stopGraceMilliseconds, secondsLeft * 1000 * stopShareMax);
  const threads = Math.max(1, options.threads);
  const workers = Array.from({ length: threads }, (_, index) => {
    const task: ColumnsTask = {
      problem,
      buffer: shared.buffer,
      role: index === 0 ? 'proof' : 'search',
      seed: options.seed * 1000 + index,
      place: index / threads,
      timeLimitSeconds: secondsLeft,
      tableBytes: Math.min(tableBytesMax, tablesBytesMax / threads),
    };
    return new Worker(new URL('./columns-worker.js', import.meta.url), { workerData: task });
  });
  const running = new Set(workers);
  const failures: unknown[] = [];
  const ended = workers.map(
    (worker) =>
      new Promise<void>((resolve) => {
        const finish = (): void => {
          running.delete(worker);
          resolve();
        };
        worker.once('message', (reply: ColumnsReply) => {
          if (reply.isProven) shared.stop();
          finish();
        });
        worker.once('error', (error) => {
          failures.push(error);
          finish();
        });
      }),
  );
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const bound = shared.bound();
      options.onProgress?.({ incumbent: shared.cost(), bound: Number.isFinite(bound) ? bound : null });
      const isMet = bound >= shared.cost() - 1e-9;
      if (options.signal?.aborted === true || performance.now() >= end || isMet) shared.stop();
      if (shared.isStopped() || running.size === 0) {
        clearInterval(timer);
        resolve();
      }
    }, pollMilliseconds);
  });
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, stopGraceMilliseconds))]);
  await Promise.all(workers.map((worker) => worker.terminate()));
  shared.unlock();
  // One thread may run out of memory and the others go on; when all have failed, something is wrong.
  if (failures.length === workers.length) throw new Error('Every search thread failed', { cause: failures[0] });
}

function toOutcome(
  problem: RosterProblem,
  { columns, shared }: { readonly columns: ColumnProblem; readonly shared: SharedPlan },
): Omit<Extract<ColumnsOutcome, { kind: 'plan' }>, 'seconds'> {
  const rosters = shared.rosters();
  const group = problem.groups[0]?.id ?? '';
  columns.workers.forEach((worker) => {
    const roster = rosters[worker.index];
    if (roster === undefined || !isAllowedRoster(columns, { worker, roster })) {
      throw new Error(`The roster of ${String(problem.workers[worker.index]?.id)} breaks a limit`);
    }
  });
  const objective = shared.cost();
  const isOptimal = shared.bound() >= objective - 1e-9;
  return {
    kind: 'plan',
    assignments: rosters.flatMap((roster, index) =>
      [...roster].flatMap((shift, day) =>
        shift < 0
          ? []
          : [{ worker: problem.workers[index]?.id ?? '', day, shift: problem.shifts[shift]?.id ?? '', group }],
      ),
    ),
    objective,
    bound: isOptimal ? objective : shared.bound(),
    isOptimal,
  };
}
