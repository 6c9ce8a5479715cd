import type { Command } from 'commander';
import { exportProblem } from '../../../application/export-problem/export-problem.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import type { CommandHost } from '../host.js';
import { readDate } from '../options.js';
import { writeOutput } from '../output-file.js';

interface Options {
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly format: 'json' | 'lp' | 'mps';
  readonly out: string;
  readonly json?: true;
}

/** `problem`: the roster problem or its named model, for any other solver. */
export function addProblem(program: Command, host: CommandHost): void {
  program
    .command('problem')
    .description('导出排班问题 · write the roster problem or its named model')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--from <date>', '第一天 first day', readDate)
    .requiredOption('--to <date>', '最后一天 last day', readDate)
    .addOption(host.choice('--format <format>', '格式 format', ['json', 'lp', 'mps']))
    .requiredOption('--out <file>', '文件 file')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const result = await exportProblem(context, options);
          return result.ok ? writeOutput(options.out, result.value) : result;
        },
        print: ({ file }) => `已写入 written: ${file}`,
      }),
    );
}
