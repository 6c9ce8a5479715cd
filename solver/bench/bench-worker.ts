import { ownCase } from './own-cases.js';
import type { OwnCase } from './own-cases.js';
import { runCpSat, runPlainHighs } from './peers.js';
import { runProblem } from './run-instance.js';
import type { BenchOptions } from './run-instance.js';
import type { BenchRun } from './trace.js';

/** Who solves: we, HiGHS alone on the compact model, or CP-SAT on it. */
export type Contestant = { readonly kind: 'zhiban' | 'plainHighs' } | { readonly kind: 'cpSat'; readonly path: string };

/** What a process of its own is asked: one run. A second message cancels it. */
export type BenchRequest =
  | {
      readonly kind: 'run';
      readonly name: OwnCase;
      readonly contestant: Contestant;
      readonly options: Pick<BenchOptions, 'seconds' | 'threads' | 'seed'>;
    }
  | { readonly kind: 'cancel' };

export type BenchReply =
  | {
      readonly kind: 'progress';
      readonly elapsedSeconds: number;
      readonly incumbent: number | null;
      readonly bound: number | null;
    }
  | { readonly kind: 'done'; readonly run: BenchRun; readonly peakMegabytes: number };

const cancelled = new AbortController();

process.on('message', (request: BenchRequest) => {
  if (request.kind === 'cancel') cancelled.abort();
  else void run(request);
});

// Nobody is left to answer to.
process.on('disconnect', () => {
  process.exit(1);
});

/** One contestant on one case; the seconds count from the start of this process. */
async function run({ name, contestant, options }: Extract<BenchRequest, { kind: 'run' }>): Promise<void> {
  const limits: BenchOptions = {
    ...options,
    startedAt: 0,
    signal: cancelled.signal,
    onProgress: ({ elapsedSeconds, incumbent, bound }) => {
      send({ kind: 'progress', elapsedSeconds, incumbent, bound });
    },
  };
  const problem = ownCase(name);
  const outcome =
    contestant.kind === 'cpSat'
      ? await runCpSat(problem, { ...limits, path: contestant.path })
      : await (contestant.kind === 'zhiban' ? runProblem : runPlainHighs)(problem, limits);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({ kind: 'done', run: outcome.run, peakMegabytes } satisfies BenchReply, () => process.exit(0));
}

function send(reply: BenchReply): void {
  process.send?.(reply);
}
