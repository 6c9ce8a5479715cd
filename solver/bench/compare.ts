import { fork } from 'node:child_process';
import type { BenchReply, BenchRequest, BenchSubject, Contestant } from './bench-worker.js';
import { findCpSat } from './cp-sat.js';
import type { OwnCase } from './own-cases.js';
import type { BenchOptions, Instance } from './run-instance.js';
import type { BenchRun } from './trace.js';

/** A run in a process of its own. */
export interface MeasuredRun extends BenchRun {
  /** The most memory that the process held at once. */
  readonly peakMegabytes: number;
}

/** One of our own cases or a public instance, solved by us and by the peers, one after the other on the same machine with the same limit. */
export interface Comparison {
  readonly name: string;
  /** null where the process ended without an answer: memory, as a rule. */
  readonly ours: MeasuredRun | null;
  readonly plainHighs: MeasuredRun | null;
  /** null too where `or-tools-wasm` isn't installed. */
  readonly cpSat: MeasuredRun | null;
  /** Our seconds over plain HiGHS's where both ran to the proof; below 1 we are faster. null where either did not. */
  readonly secondsRatio: number | null;
  /** Our objective over plain HiGHS's; null where either has none. */
  readonly objectiveRatio: number | null;
}

interface MeasureOptions extends Pick<BenchOptions, 'seconds' | 'threads' | 'seed' | 'onProgress' | 'signal'> {
  /** Whether the peers run too. */
  readonly withPeers: boolean;
  /** A folder in which `or-tools-wasm` was installed; absent = looked for beside the product. */
  readonly peersFolder?: string;
}

export interface CompareOptions extends MeasureOptions {
  readonly cases: readonly OwnCase[];
  readonly onCase: (comparison: Comparison) => void;
}

/** After the limit, and after being told to stop, a process gets this long to answer before it is ended. */
const graceSeconds = { limit: 60, cancel: 3 } as const;
/** Old space of a process; what it needs beyond counts as no answer. */
const heapMegabytes = 4096;

/** Solves every case by us and, where asked for, by the peers; each run in a process of its own, so that none inherits another's memory. */
export async function compareOwnCases(options: CompareOptions): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const name of options.cases) {
    const { comparison } = await compareSubject({ kind: 'case', name }, options);
    comparisons.push(comparison);
    options.onCase(comparison);
    if (options.signal?.aborted === true) break;
  }
  return comparisons;
}

/** The same for a public instance, which must be readable; with our plan, as `writePlanCsv` does. Every contestant's plan is evaluated from the texts alone. */
export function compareInstance(
  instance: Instance,
  options: MeasureOptions,
): Promise<{ readonly comparison: Comparison; readonly planCsv: string | null }> {
  return compareSubject({ kind: 'instance', ...instance }, options);
}

async function compareSubject(
  subject: BenchSubject,
  options: MeasureOptions,
): Promise<{ readonly comparison: Comparison; readonly planCsv: string | null }> {
  const { withPeers } = options;
  const cpSatPath = withPeers ? findCpSat(options.peersFolder) : null;
  const measured = (contestant: Contestant): Promise<Measured | null> => measure({ subject, contestant }, options);
  const ours = await measured({ kind: 'zhiban' });
  const plainHighs = withPeers ? await measured({ kind: 'plainHighs' }) : null;
  const cpSat = cpSatPath === null ? null : await measured({ kind: 'cpSat', path: cpSatPath });
  const runs = { ours: ours?.run ?? null, plainHighs: plainHighs?.run ?? null, cpSat: cpSat?.run ?? null };
  return {
    comparison: { name: subject.name, ...runs, ...ratios(runs.ours, runs.plainHighs) },
    planCsv: ours?.planCsv ?? null,
  };
}

function ratios(
  ours: BenchRun | null,
  peer: BenchRun | null,
): { readonly secondsRatio: number | null; readonly objectiveRatio: number | null } {
  const bothProven = ours?.status === 'optimal' && peer?.status === 'optimal';
  const [cost, peerCost] = [ours?.objective ?? null, peer?.objective ?? null];
  return {
    secondsRatio: bothProven ? ours.seconds / peer.seconds : null,
    objectiveRatio: cost === null || peerCost === null || peerCost === 0 ? null : cost / peerCost,
  };
}

interface Measured {
  readonly run: MeasuredRun;
  readonly planCsv: string | null;
}

function measure(
  { subject, contestant }: { readonly subject: BenchSubject; readonly contestant: Contestant },
  { seconds, threads, seed, signal, onProgress }: MeasureOptions,
): Promise<Measured | null> {
  if (signal?.aborted === true) return Promise.resolve(null);
  const child = fork(new URL('./bench-worker.js', import.meta.url), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // Ctrl+C reaches every process of a terminal; ours are told by us.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ask = (request: BenchRequest): void => {
    child.send(request, () => undefined);
  };
  return new Promise((resolve) => {
    let answer: Measured | null = null;
    const end = (): void => void child.kill('SIGKILL');
    let limit = setTimeout(end, (seconds + graceSeconds.limit) * 1000);
    const cancel = (): void => {
      ask({ kind: 'cancel' });
      clearTimeout(limit);
      limit = setTimeout(end, graceSeconds.cancel * 1000);
    };
    child.on('message', (reply: BenchReply) => {
      if (reply.kind === 'done')
        answer = { run: { ...reply.run, peakMegabytes: reply.peakMegabytes }, planCsv: reply.planCsv };
      else onProgress?.({ phase: 'wholeObjective', gap: null, ...reply });
    });
    child.once('exit', () => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', cancel);
      resolve(answer);
    });
    signal?.addEventListener('abort', cancel);
    ask({ kind: 'run', subject, contestant, options: { seconds, threads, seed } });
  });
}
