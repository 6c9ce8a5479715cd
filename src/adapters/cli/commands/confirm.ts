import type { Command } from 'commander';
import { confirmTerm } from '../../../application/confirm-contract/confirm-contract.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import type { CommandHost } from '../host.js';
import { readDate } from '../options.js';

interface Options {
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly document: string;
  readonly json?: true;
}

/** `confirm`: a person's decision on a term that the contract leaves contradictory. */
export function addConfirm(program: Command, host: CommandHost): void {
  program
    .command('confirm')
    .description('确认合同期限 · settle a contradictory term')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--from <date>', '期限首日 first day of the term', readDate)
    .requiredOption('--to <date>', '期限末日 last day of the term', readDate)
    .requiredOption('--document <text>', '依据文件 source document')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: (context) => confirmTerm(context, options),
        print: ({ value, document }) => `已确认 confirmed: ${value['from'] ?? ''} – ${value['to'] ?? ''} (${document})`,
      }),
    );
}
