import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Option, type Command } from 'commander';
import { refuse, type Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { readWhole } from '../options.js';
import { exitCodes, refused } from '../runner.js';

/** How well one problem was solved; the documented JSON form. Seconds count from the start of the run. */
export interface BenchRunView {
  readonly instance: string;
  readonly status: string;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
  readonly firstFeasibleSeconds: number | null;
  readonly trace: readonly (readonly [number, number | null, number | null])[];
}

export interface ComparisonView {
  readonly ours: BenchRunView;
  readonly plainHighs: BenchRunView;
  readonly secondsRatio: number | null;
  readonly objectiveRatio: number | null;
}

interface Limits {
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

/** The optimiser's benchmarks, given by the composition root; they need no database. */
export interface BenchPort {
  /** A public instance in the text format of schedulingbenchmarks.org. */
  instance(
    instance: { readonly name: string; readonly text: string },
    limits: Limits,
  ): Promise<Result<{ readonly run: BenchRunView; readonly planCsv: string | null }>>;
  /** Our own generated cases, each beside plain HiGHS on the compact model. */
  ownCases(
    limits: Limits & { readonly onCase: (comparison: ComparisonView) => void },
  ): Promise<readonly ComparisonView[]>;
}

interface Options {
  readonly time: number;
  readonly threads: string;
  readonly seed: number;
  readonly json?: true;
  readonly out?: string;
}

/** `bench [FILE]`: how good and how fast the optimiser is, on a public instance or on our own cases. */
export function addBench(program: Command, host: CommandHost, port: BenchPort): void {
  program
    .command('bench')
    .description('基准测试 · solve a public benchmark instance, or our own cases beside plain HiGHS')
    .argument('[file]', 'schedulingbenchmarks.org 文本 text')
    .option('--time <seconds>', '每题时限（秒） seconds for each problem', readWhole({ min: 1, max: 86_400 }), 60)
    .addOption(new Option('--threads <number>', '线程数 threads').choices(['1', '2']).default('2'))
    .option('--seed <number>', '随机种子 seed', readWhole({ min: 0, max: 2_147_483_647 }), 1)
    .option('--out <file>', '排班结果 the plan as PLAN.csv, a line a worker')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(async (file: string | undefined, options: Options) => {
      const limits: Limits = {
        seconds: options.time,
        threads: Number(options.threads),
        seed: options.seed,
        signal: host.interruptSignal(),
        onProgress: ({ elapsedSeconds, incumbent, bound }) => {
          host.progress(`${elapsedSeconds.toFixed(1)} s  ${figure(incumbent)}  下界 bound ${figure(bound)}`);
        },
      };
      process.exitCode =
        file === undefined
          ? await own(host, port, { options, limits })
          : await one(host, port, { file, options, limits });
    });
}

async function one(
  host: CommandHost,
  port: BenchPort,
  { file, options, limits }: { readonly file: string; readonly options: Options; readonly limits: Limits },
): Promise<number> {
  const json = options.json === true;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    const unreadable = refuse('invalid-input', {
      zh: `读不到文件 ${file}。请检查路径。`,
      en: `${file} can't be read: check the path.`,
    });
    return unreadable.ok ? exitCodes.done : refused(host, json, unreadable.refusal);
  }
  const result = await port.instance({ name: basename(file, extname(file)), text }, limits);
  host.progress('');
  if (!result.ok) return refused(host, json, result.refusal);
  const { run, planCsv } = result.value;
  if (options.out !== undefined && planCsv !== null) await writeFile(options.out, planCsv);
  host.out(json ? JSON.stringify(run) : runLine(run));
  return planCsv === null ? exitCodes.refused : exitCodes.done;
}

async function own(
  host: CommandHost,
  port: BenchPort,
  { options, limits }: { readonly options: Options; readonly limits: Limits },
): Promise<number> {
  const comparisons = await port.ownCases({
    ...limits,
    onCase(comparison) {
      host.progress('');
      if (options.json === true) return;
      const { ours, plainHighs, secondsRatio, objectiveRatio } = comparison;
      host.out(
        [
          `值班 Zhiban    ${runLine(ours)}`,
          `plain HiGHS    ${runLine(plainHighs)}`,
          `比值 ratio     用时 seconds ${figure(secondsRatio)}  目标 objective ${figure(objectiveRatio)}`,
        ].join('\n'),
      );
    },
  });
  if (options.json === true) host.out(JSON.stringify(comparisons));
  return exitCodes.done;
}

function runLine(run: BenchRunView): string {
  const gap = run.gap === null ? '–' : `${(run.gap * 100).toFixed(2)} %`;
  return `${run.instance}  ${run.status}  目标 objective ${figure(run.objective)}  下界 bound ${figure(run.bound)}  差距 gap ${gap}  用时 ${run.seconds.toFixed(1)} s  首解 first ${figure(run.firstFeasibleSeconds)} s`;
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
