import type { Command } from 'commander';
import { verify, type Verification } from '../../../application/verify/verify.js';
import { exitCodes } from '../runner.js';
import type { CommandHost } from '../host.js';

/** `verify`: recomputes the journal's chain, balances and seals and every published roster; exit code 1 when something is wrong. */
export function addVerify(program: Command, host: CommandHost): void {
  program
    .command('verify')
    .description('核验账簿与已发布的排班 · prove the journal and the published rosters')
    .option('--contract <key>', '合同 contract；不写则全部 all when absent')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: { readonly contract?: string; readonly json?: true }) =>
      host.run({
        json: options.json === true,
        work: (context) => verify(context, options.contract === undefined ? {} : { contract: options.contract }),
        exitCode: ({ isSound }) => (isSound ? exitCodes.done : exitCodes.refused),
        print: verificationText,
      }),
    );
}

function verificationText({ isSound, contracts }: Verification): string {
  return [
    isSound ? '核验通过 verified' : '核验发现问题 problems found',
    ...contracts.flatMap(({ contract, journalEntries, sealedMonths, publishedRosters, problems }) => [
      `${contract}: 分录 entries ${journalEntries}, 封账月 sealed months ${sealedMonths}, 已发布排班 published rosters ${publishedRosters}`,
      ...problems.map((problem) => `  ! ${problem.zh} ${problem.en}`),
    ]),
  ].join('\n');
}
