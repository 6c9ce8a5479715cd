import type { Command } from 'commander';
import { done, type Result } from '../../../shared/result.js';
import type { LocalText } from '../../../shared/text.js';
import type { CommandHost } from '../host.js';
import { readInput } from '../input-file.js';
import { writeOutput } from '../output-file.js';
import { exitCodes, settled } from '../runner.js';
import { figure, searchLimits, withSearchOptions, type SearchLimits, type SearchOptions } from '../search-options.js';

/** A plan with its certificate; the documented JSON form is the optimiser's own. */
export interface SolvedProblem {
  readonly assignments: readonly object[];
  readonly certificate: {
    readonly status: string;
    readonly objective: number;
    readonly bound: number;
    readonly gap: number;
    readonly missingMinutes: number;
    readonly missingMinutesBound: number;
    readonly seconds: number;
  };
}

/** Roster problems and plans as files, given by the composition root; they need no database. */
export interface ProblemFilesPort {
  solve(problem: string, limits: SearchLimits): Promise<Result<SolvedProblem>>;
  /** Every difference between what a plan claims and what it counts; none when it holds. */
  check(problem: string, plan: string): Result<{ readonly differences: readonly LocalText[] }>;
}

interface SolveOptions extends SearchOptions {
  readonly json?: true;
  readonly out?: string;
}

/** `solve FILE`: a roster problem as `problem --format json` writes it, solved without a database. */
export function addSolve(program: Command, host: CommandHost, port: ProblemFilesPort): void {
  withSearchOptions(program.command('solve'))
    .description('求解排班问题文件 · solve a roster problem from a file, with a certificate')
    .argument('<file>', '排班问题 a problem as JSON')
    .option('--out <file>', '排班结果 the plan as JSON')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(async (file: string, options: SolveOptions) => {
      const text = await readInput(file);
      const solved = text.ok ? await port.solve(text.value.toString(), searchLimits(host, options)) : text;
      host.progress('');
      const written =
        solved.ok && options.out !== undefined
          ? await writeOutput(options.out, JSON.stringify(solved.value))
          : done(undefined);
      process.exitCode = settled(host, written.ok ? solved : written, {
        json: options.json === true,
        print: certificateText,
      });
    });
}

/** `check PROBLEM PLAN`: the plan recounted from the problem alone; exit code 1 on any difference. */
export function addCheck(program: Command, host: CommandHost, port: ProblemFilesPort): void {
  program
    .command('check')
    .description('重算排班结果 · recount a plan from the problem alone')
    .argument('<problem>', '排班问题 the problem as JSON')
    .argument('<plan>', '排班结果 the plan as JSON')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(async (problemFile: string, planFile: string, options: { readonly json?: true }) => {
      const problem = await readInput(problemFile);
      const plan = await readInput(planFile);
      const result = !problem.ok
        ? problem
        : !plan.ok
          ? plan
          : port.check(problem.value.toString(), plan.value.toString());
      process.exitCode = settled(host, result, {
        json: options.json === true,
        exitCode: ({ differences }) => (differences.length === 0 ? exitCodes.done : exitCodes.refused),
        print: ({ differences }) =>
          differences.length === 0
            ? '重算一致 the plan is what it says'
            : ['重算不一致 the plan is not what it says', ...differences.map(({ zh, en }) => `  ! ${zh} ${en}`)].join(
                '\n',
              ),
      });
    });
}

function certificateText({ assignments, certificate }: SolvedProblem): string {
  const { status, objective, bound, gap, missingMinutes, missingMinutesBound, seconds } = certificate;
  return [
    `${status}  目标 objective ${figure(objective)}  下界 bound ${figure(bound)}  差距 gap ${(gap * 100).toFixed(2)} %  用时 ${seconds.toFixed(1)} s`,
    `班次 duties ${assignments.length}  缺员分钟 missing minutes ${missingMinutes}，至少 at least ${missingMinutesBound}`,
  ].join('\n');
}
