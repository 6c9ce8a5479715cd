import { Option, type Command } from 'commander';
import type { CommandHost } from './host.js';
import { readWhole } from './options.js';

/** How long and how a search may run, as `solve` and `bench` are told. */
export interface SearchOptions {
  /** Seconds. */
  readonly time: number;
  readonly threads: string;
  readonly seed: number;
}

/** The same for those who search. */
export interface SearchLimits {
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: {
    readonly elapsedSeconds: number;
    readonly incumbent: number | null;
    readonly bound: number | null;
  }) => void;
}

export function withSearchOptions(command: Command): Command {
  return command
    .option('--time <seconds>', '每题时限（秒） seconds for each problem', readWhole({ min: 1, max: 86_400 }), 60)
    .addOption(new Option('--threads <number>', '线程数 threads').choices(['1', '2']).default('2'))
    .option('--seed <number>', '随机种子 seed', readWhole({ min: 0, max: 2_147_483_647 }), 1);
}

/** Shows its progress on the command's line, and stops at an interruption. */
export function searchLimits(host: CommandHost, { time, threads, seed }: SearchOptions): SearchLimits {
  return {
    seconds: time,
    threads: Number(threads),
    seed,
    signal: host.interruptSignal(),
    onProgress: ({ elapsedSeconds, incumbent, bound }) => {
      host.progress(`${elapsedSeconds.toFixed(1)} s  ${figure(incumbent)}  下界 bound ${figure(bound)}`);
    },
  };
}

export function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
