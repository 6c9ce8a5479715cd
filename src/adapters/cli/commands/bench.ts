import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Option, type Command } from 'commander';
import { refuse, type Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { exitCodes, refused } from '../runner.js';
import { figure, searchLimits, withSearchOptions, type SearchLimits, type SearchOptions } from '../search-options.js';

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

/** A run of its own process; null where that ended without an answer, or was not asked for. */
type MeasuredView = (BenchRunView & { readonly peakMegabytes: number }) | null;

export interface ComparisonView {
  readonly name: string;
  readonly ours: MeasuredView;
  readonly plainHighs: MeasuredView;
  readonly cpSat: MeasuredView;
  readonly secondsRatio: number | null;
  readonly objectiveRatio: number | null;
}

interface InstanceText {
  readonly name: string;
  readonly text: string;
}

/** The optimiser's benchmarks, given by the composition root; they need no database. */
export interface BenchPort {
  /** A public instance in the text format of schedulingbenchmarks.org. */
  instance(
    instance: InstanceText,
    limits: SearchLimits,
  ): Promise<Result<{ readonly run: BenchRunView; readonly planCsv: string | null }>>;
  /** The same beside plain HiGHS and, where it is installed, CP-SAT; the plan is ours. */
  comparedInstance(
    instance: InstanceText,
    options: SearchLimits & { readonly peersFolder?: string },
  ): Promise<Result<{ readonly comparison: ComparisonView; readonly planCsv: string | null }>>;
  /** Names of our own generated cases. */
  readonly caseNames: readonly string[];
  /** Our own cases, each beside plain HiGHS and, where it is installed, CP-SAT on the compact model. */
  ownCases(
    limits: SearchLimits & {
      readonly cases: readonly string[];
      readonly withPeers: boolean;
      readonly peersFolder?: string;
      readonly onCase: (comparison: ComparisonView) => void;
    },
  ): Promise<readonly ComparisonView[]>;
  hasCpSat(peersFolder?: string): boolean;
}

interface Options extends SearchOptions {
  readonly case?: readonly string[];
  readonly peers?: string | boolean;
  readonly json?: true;
  readonly out?: string;
}

/** `bench [FILE]`: how good and how fast the optimiser is, on a public instance or on our own cases. */
export function addBench(program: Command, host: CommandHost, port: BenchPort): void {
  withSearchOptions(program.command('bench'))
    .description('基准测试 · solve a public benchmark instance, or our own cases beside their peers')
    .argument('[file]', 'schedulingbenchmarks.org 文本 text')
    .addOption(
      new Option('--case <names...>', '自有算例 own cases instead of FILE; all when left out').choices(port.caseNames),
    )
    .option(
      '--peers [folder]',
      '与 HiGHS 和 CP-SAT 比较；or-tools-wasm 所在文件夹 beside HiGHS and CP-SAT; the folder where or-tools-wasm was installed',
    )
    .option('--no-peers', '不与其他求解器比较 without HiGHS and CP-SAT beside')
    .option('--out <file>', '排班结果 the plan as PLAN.csv, a line a worker')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(async (file: string | undefined, options: Options) => {
      const limits = searchLimits(host, options);
      process.exitCode =
        file === undefined
          ? await own(host, port, { options, limits })
          : await one(host, port, { file, options, limits });
    });
}

async function one(
  host: CommandHost,
  port: BenchPort,
  { file, options, limits }: { readonly file: string; readonly options: Options; readonly limits: SearchLimits },
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
  const instance = { name: basename(file, extname(file)), text };
  const withPeers = options.peers !== undefined && options.peers !== false;
  const answered = withPeers
    ? await compared(host, port, { instance, options, limits })
    : await port.instance(instance, limits);
  host.progress('');
  if (!answered.ok) return refused(host, json, answered.refusal);
  const { planCsv, ...answer } = answered.value;
  if (options.out !== undefined && planCsv !== null) await writeFile(options.out, planCsv);
  if ('run' in answer) host.out(json ? JSON.stringify(answer.run) : runLine(answer.run));
  else host.out(json ? JSON.stringify(answer.comparison) : `${tableHead}\n${tableRows(answer.comparison)}`);
  return planCsv === null ? exitCodes.refused : exitCodes.done;
}

function compared(
  host: CommandHost,
  port: BenchPort,
  {
    instance,
    options,
    limits,
  }: { readonly instance: InstanceText; readonly options: Options; readonly limits: SearchLimits },
): ReturnType<BenchPort['comparedInstance']> {
  const folder = peersFolder(host, port, options);
  return port.comparedInstance(instance, { ...limits, ...folder });
}

/** Where CP-SAT is looked for; says so where it isn't there. */
function peersFolder(host: CommandHost, port: BenchPort, { peers }: Options): { readonly peersFolder?: string } {
  const folder = typeof peers === 'string' ? { peersFolder: peers } : {};
  if (peers !== false && !port.hasCpSat(folder.peersFolder)) host.err(`${noCpSat.zh}\n${noCpSat.en}`);
  return folder;
}

async function own(
  host: CommandHost,
  port: BenchPort,
  { options, limits }: { readonly options: Options; readonly limits: SearchLimits },
): Promise<number> {
  const { peers, json } = options;
  const folder = peersFolder(host, port, options);
  if (json !== true) host.out(tableHead);
  const comparisons = await port.ownCases({
    ...limits,
    ...folder,
    cases: options.case ?? port.caseNames,
    withPeers: peers !== false,
    onCase(comparison) {
      host.progress('');
      if (json !== true) host.out(tableRows(comparison));
    },
  });
  if (json === true) host.out(JSON.stringify(comparisons));
  return exitCodes.done;
}

const noCpSat = {
  zh: '未安装 CP-SAT，只与 HiGHS 比较。需要时运行 npm install --prefix 文件夹 or-tools-wasm（325 MB），再加 --peers 文件夹。',
  en: 'CP-SAT is not installed, so HiGHS is the only peer: npm install --prefix FOLDER or-tools-wasm (325 MB), then add --peers FOLDER.',
};

const widths = [16, 12, 14, 12, 12, 9, 9, 9, 8] as const;

const tableHead = tableLine(['case', 'solver', 'status', 'objective', 'bound', 'gap', 'seconds', 'first s', 'peak MB']);

function tableRows({ name, ours, plainHighs, cpSat }: ComparisonView): string {
  const rows: readonly (readonly [string, MeasuredView])[] = [
    ['Zhiban', ours],
    ['plain HiGHS', plainHighs],
    ['CP-SAT', cpSat],
  ];
  return rows
    .filter(([solver, run]) => run !== null || solver === 'Zhiban')
    .map(([solver, run]) =>
      tableLine([
        name,
        solver,
        run?.status ?? 'no answer',
        figure(run?.objective ?? null),
        figure(run?.bound ?? null),
        percent(run?.gap ?? null),
        figure(run?.seconds ?? null),
        figure(run?.firstFeasibleSeconds ?? null),
        String(run?.peakMegabytes ?? '–'),
      ]),
    )
    .join('\n');
}

/** Words to the left, figures to the right. */
function tableLine(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index < 3 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
    .join(' ');
}

function runLine(run: BenchRunView): string {
  return `${run.instance}  ${run.status}  目标 objective ${figure(run.objective)}  下界 bound ${figure(run.bound)}  差距 gap ${percent(run.gap)}  用时 ${run.seconds.toFixed(1)} s  首解 first ${figure(run.firstFeasibleSeconds)} s`;
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(2)} %`;
}
