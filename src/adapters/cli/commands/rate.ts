import type { Command } from 'commander';
import { enterRate } from '../../../application/enter-rate/enter-rate.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import type { CommandHost } from '../host.js';
import { readDate } from '../options.js';

interface Options {
  readonly contract: string;
  readonly yuanPerPostYear: string;
  readonly document: string;
  readonly from: CivilDate;
  readonly json?: true;
}

/** `rate`: enters the approved personnel-cost standard with its source document. */
export function addRate(program: Command, host: CommandHost): void {
  program
    .command('rate')
    .description('录入批复的人员费用标准 · enter an approved rate')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--yuan-per-post-year <yuan>', '每岗每年（元） yuan per post and year')
    .requiredOption('--document <text>', '依据文件 source document')
    .requiredOption('--from <date>', '生效日 effective from', readDate)
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: (context) =>
          enterRate(context, {
            contract: options.contract,
            yuanPerPostYear: options.yuanPerPostYear,
            document: options.document,
            from: options.from,
          }),
        print: (rate) => `已录入 entered: ${rate.document}, ${rate.from}`,
      }),
    );
}
