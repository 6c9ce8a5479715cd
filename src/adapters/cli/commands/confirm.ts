import type { Command } from 'commander';
import { confirmTerm } from '../../../application/confirm-contract/confirm-contract.js';
import type { CommandHost } from '../host.js';

interface Options {
  readonly contract: string;
  readonly from: string;
  readonly to: string;
  readonly document: string;
}

/** `confirm`: a person's decision on a term that the contract leaves contradictory. */
export function addConfirm(program: Command, host: CommandHost): void {
  program
    .command('confirm')
    .description('确认合同期限 · settle a contradictory term')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--from <date>', '期限首日 first day of the term')
    .requiredOption('--to <date>', '期限末日 last day of the term')
    .requiredOption('--document <text>', '依据文件 source document')
    .action((options: Options) =>
      host.run({
        json: false,
        work: (context) => confirmTerm(context, options),
        print: ({ value, document }) => `已确认 confirmed: ${value['from'] ?? ''} – ${value['to'] ?? ''} (${document})`,
      }),
    );
}
