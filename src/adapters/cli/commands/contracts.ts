import type { Command } from 'commander';
import { listContracts, type ContractSummary } from '../../../application/list-contracts/list-contracts.js';
import type { CommandHost } from '../host.js';
import { yuanText } from '../../../shared/fen.js';

/** `contracts`: the contracts with their term, posts and findings. */
export function addContracts(program: Command, host: CommandHost): void {
  program
    .command('contracts')
    .description('列出合同 · list the contracts')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: { readonly json?: true }) =>
      host.run({
        json: options.json === true,
        work: listContracts,
        print: (contracts) => contracts.map(contractText).join('\n\n'),
      }),
    );
}

function contractText(contract: ContractSummary): string {
  const term = `${contract.term.from} – ${contract.term.to}`;
  return [
    `${contract.key}  ${contract.name.zh}  ${contract.name.en}`,
    `  ${contract.client} ← ${contract.contractor}`,
    `  期限 term ${term}${contract.isBlocked ? '（待确认 to be confirmed）' : ''}  金额 amount ${yuanText(contract.amountFen)}  岗位 posts ${contract.posts}  人员 workers ${contract.workers}`,
    ...contract.findings.map((finding) => `  ! ${finding.text.zh} ${finding.text.en}`),
  ].join('\n');
}
