import { fork } from 'node:child_process';
import type { BenchReply, BenchRequest, Contestant } from './bench-worker.js';
import { findCpSat } from './cp-sat.js';
import type { OwnCase } from './own-cases.js';
import type { BenchOptions } from './run-instance.js';
import type { BenchRun } from './trace.js';

/** A run in a process of its own. */
export interface MeasuredRun extends BenchRun {
  /** The most memory that the process held at once. */
  readonly peakMegabytes: number;
}

/** One of our own cases, solved by us and by the peers, one after the other on the same machine with the same limit. */
export interface Comparison {
  readonly name: OwnCase;
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

export interface CompareOptions extends Pick<BenchOptions, 'seconds' | 'threads' | 'seed' | 'onProgress' | 'signal'> {
  readonly cases: readonly OwnCase[];
  /** Whether the peers run too. */
  readonly withPeers: boolean;
  /** A folder in which `or-tools-wasm` was installed; absent = looked for beside the product. */
  readonly peersFolder?: string;
  readonly onCase: (comparison: Comparison) => void;
}

/** After the limit, and after being told to stop, a process gets this long to answer before it is ended. */
const graceSeconds = { limit: 60, cancel: 3 } as const;
/** Old space of a process; what it needs beyond counts as no answer. */
const heapMegabytes = 4096;

/** Solves every case by us and, where asked for, by the peers; each run in a process of its own, so that none inherits another's memory. */
export async function compareOwnCases(options: CompareOptions): Promise<readonly Comparison[]> {
  const cpSatPath = options.withPeers ? findCpSat(options.peersFolder) : null;
  const comparisons: Comparison[] = [];
  for (const name of options.cases) {
    const ours = await measure({ name, contestant: { kind: 'zhiban' } }, options);
    const plainHighs = options.withPeers ? await measure({ name, contestant: { kind: 'plainHighs' } }, options) : null;
    const cpSat =
      cpSatPath === null ? null : await measure({ name, contestant: { kind: 'cpSat', path: cpSatPath } }, options);
    const comparison = { name, ours, plainHighs, cpSat, ...ratios(ours, plainHighs) };
    comparisons.push(comparison);
    options.onCase(comparison);
    if (options.signal?.aborted === true) break;
  }
  return comparisons;
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

function measure(
  { name, contestant }: { readonly name: OwnCase; readonly contestant: Contestant },
  { seconds, threads, seed, signal, onProgress }: CompareOptions,
): Promise<MeasuredRun | null> {
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
    let answer: MeasuredRun | null = null;
    const end = (): void => void child.kill('SIGKILL');
    let limit = setTimeout(end, (seconds + graceSeconds.limit) * 1000);
    const cancel = (): void => {
      ask({ kind: 'cancel' });
      clearTimeout(limit);
      limit = setTimeout(end, graceSeconds.cancel * 1000);
    };
    child.on('message', (reply: BenchReply) => {
      if (reply.kind === 'done') answer = { ...reply.run, peakMegabytes: reply.peakMegabytes };
      else onProgress?.({ phase: 'wholeObjective', gap: null, ...reply });
    });
    child.once('exit', () => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', cancel);
      resolve(answer);
    });
    signal?.addEventListener('abort', cancel);
    ask({ kind: 'run', name, contestant, options: { seconds, threads, seed } });
  });
}
