import type { Roster } from '../../domain/rostering/roster.js';
import type { Progress } from '../../planning/solve.js';
import type { CivilDate } from '../../shared/civil-date.js';
import type { Refusal, Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { planRoster, type PlanRequest } from './plan-roster.js';

/** A solve that was asked for; `done` and `refused` are final. A cancelled job is `done` when a plan had been found. */
export interface PlanJob {
  readonly id: string;
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly status: 'queued' | 'running' | 'done' | 'refused';
  readonly progress: Progress | null;
  readonly rosterId: string | null;
  readonly refusal: Refusal | null;
  readonly isCancelled: boolean;
  readonly startedAt: string;
}

type JobRequest = Omit<PlanRequest, 'onProgress' | 'signal'>;
interface Entry {
  job: PlanJob;
  readonly context: Context;
  readonly request: JobRequest;
  readonly abort: AbortController;
  readonly listeners: Set<(job: PlanJob) => void>;
}

/** Finished jobs that are remembered, for a page that comes back late. */
const finishedJobsMax = 50;

/**
 * The solves of one process: one runs, the others wait in order of arrival, since a solve takes a whole processor and
 * up to a gigabyte. Jobs live in memory; a roster that a job has planned is in the database.
 */
export class PlanJobs {
  readonly #entries = new Map<string, Entry>();
  #isRunning = false;

  constructor(
    private readonly plan: (context: Context, request: PlanRequest) => Promise<Result<Roster>> = planRoster,
  ) {}

  /** Queues a solve under the caller's context (tenant checks are the caller's) and returns its job at once. */
  start(context: Context, request: JobRequest): PlanJob {
    const { contract, from, to } = request;
    const job: PlanJob = {
      id: context.randomness.id(),
      contract,
      from,
      to,
      status: 'queued',
      progress: null,
      rosterId: null,
      refusal: null,
      isCancelled: false,
      startedAt: context.clock.now(),
    };
    this.#entries.set(job.id, { job, context, request, abort: new AbortController(), listeners: new Set() });
    void this.#runNext();
    return this.find(contract, job.id) ?? job;
  }

  find(contract: string, id: string): PlanJob | undefined {
    const job = this.#entries.get(id)?.job;
    return job?.contract === contract ? job : undefined;
  }

  /** Of every contract, newest first: for who looks after the machine. */
  all(): PlanJob[] {
    return [...this.#entries.values()].map(({ job }) => job).reverse();
  }

  /** Newest first. */
  list(contract: string): PlanJob[] {
    return this.all().filter((job) => job.contract === contract);
  }

  /** Asks a running solve to stop and keep its best plan; a queued one ends at once. False when there is nothing to cancel. */
  cancel(contract: string, id: string): boolean {
    const entry = this.#entries.get(id);
    if (entry?.job.contract !== contract || isFinal(entry.job)) return false;
    const isQueued = entry.job.status === 'queued';
    this.#change(entry, { isCancelled: true, ...(isQueued ? { status: 'refused', refusal: cancelledInQueue } : {}) });
    entry.abort.abort();
    return true;
  }

  /** Calls back with the job as it is now and after every change, the final one included. Returns how to stop listening. */
  subscribe(contract: string, id: string, listener: (job: PlanJob) => void): (() => void) | undefined {
    const entry = this.#entries.get(id);
    if (entry?.job.contract !== contract) return undefined;
    entry.listeners.add(listener);
    listener(entry.job);
    return () => entry.listeners.delete(listener);
  }

  /** Cancels everything that is queued or running: the process is about to end. */
  cancelAll(): void {
    for (const { job } of [...this.#entries.values()]) this.cancel(job.contract, job.id);
  }

  async #runNext(): Promise<void> {
    const next = [...this.#entries.values()].find(({ job }) => job.status === 'queued');
    if (this.#isRunning || next === undefined) return;
    this.#isRunning = true;
    try {
      await this.#run(next);
    } finally {
      this.#isRunning = false;
      this.#forgetOldest();
      void this.#runNext();
    }
  }

  async #run(entry: Entry): Promise<void> {
    this.#change(entry, { status: 'running' });
    try {
      const result = await this.plan(entry.context, {
        ...entry.request,
        signal: entry.abort.signal,
        onProgress: (progress) => {
          this.#change(entry, { progress });
        },
      });
      this.#change(
        entry,
        result.ok ? { status: 'done', rosterId: result.value.id } : { status: 'refused', refusal: result.refusal },
      );
    } catch (error) {
      // Nobody awaits a job, so a failure has to reach its listeners as a refusal.
      this.#change(entry, { status: 'refused', refusal: failure(error) });
    }
  }

  #change(entry: Entry, change: Partial<PlanJob>): void {
    entry.job = { ...entry.job, ...change };
    for (const listener of entry.listeners) listener(entry.job);
    if (isFinal(entry.job)) entry.listeners.clear();
  }

  #forgetOldest(): void {
    const finished = [...this.#entries.values()].filter(({ job }) => isFinal(job));
    for (const { job } of finished.slice(0, Math.max(0, finished.length - finishedJobsMax)))
      this.#entries.delete(job.id);
  }
}

const cancelledInQueue: Refusal = {
  code: 'plan-rejected',
  message: {
    zh: '已在排队时取消，没有开始计算。需要时请重新排班。',
    en: 'Cancelled while it waited; nothing was computed. Plan again when you need it.',
  },
};

function isFinal({ status }: PlanJob): boolean {
  return status === 'done' || status === 'refused';
}

function failure(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'plan-rejected',
    message: {
      zh: `排班计算中断：${reason}。请重试；若再次出现，请联系管理员。`,
      en: `The planning broke off: ${reason}. Try again; if it happens once more, tell the administrator.`,
    },
  };
}
