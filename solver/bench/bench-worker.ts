import type { RosterProblem } from '../problem.js';
import { ownCase } from './own-cases.js';
import type { OwnCase } from './own-cases.js';
import { runCpSat, runPlainHighs } from './peers.js';
import { runInstance, runProblem } from './run-instance.js';
import type { BenchOptions, Instance, ProblemRun } from './run-instance.js';
import type { BenchRun } from './trace.js';

/** Who solves: we, HiGHS alone on the compact model, or CP-SAT on it. */
export type Contestant = { readonly kind: 'zhiban' | 'plainHighs' } | { readonly kind: 'cpSat'; readonly path: string };

/** What is solved: one of our own cases or a public instance. */
export type BenchSubject =
  { readonly kind: 'case'; readonly name: OwnCase } | ({ readonly kind: 'instance' } & Instance);

/** What a process of its own is asked: one run. A second message cancels it. */
export type BenchRequest =
  | {
      readonly kind: 'run';
      readonly subject: BenchSubject;
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
  | {
      readonly kind: 'done';
      readonly run: BenchRun;
      readonly peakMegabytes: number;
      /** Of a public instance; null without a plan. */
      readonly planCsv: string | null;
    };

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
async function run({ subject, contestant, options }: Extract<BenchRequest, { kind: 'run' }>): Promise<void> {
  const limits: BenchOptions = {
    ...options,
    startedAt: 0,
    signal: cancelled.signal,
    onProgress: ({ elapsedSeconds, incumbent, bound }) => {
      send({ kind: 'progress', elapsedSeconds, incumbent, bound });
    },
  };
  const outcome = await solveSubject(subject, { contestant, limits });
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({ kind: 'done', run: outcome.run, planCsv: outcome.planCsv, peakMegabytes } satisfies BenchReply, () =>
    process.exit(0),
  );
}

function send(reply: BenchReply): void {
  process.send?.(reply);
}

async function solveSubject(
  subject: BenchSubject,
  { contestant, limits }: { readonly contestant: Contestant; readonly limits: BenchOptions },
): Promise<{ readonly run: BenchRun; readonly planCsv: string | null }> {
  const solve = (problem: RosterProblem, given: BenchOptions): Promise<ProblemRun> => {
    if (contestant.kind === 'cpSat') return runCpSat(problem, { ...given, path: contestant.path });
    return contestant.kind === 'zhiban' ? runProblem(problem, given) : runPlainHighs(problem, given);
  };
  if (subject.kind === 'case') return { run: (await solve(ownCase(subject.name), limits)).run, planCsv: null };
  const outcome = await runInstance(subject, limits, solve);
  if (!outcome.ok) throw new Error(outcome.errors.join('; '));
  return outcome;
}
