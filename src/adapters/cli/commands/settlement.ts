import type { Command } from 'commander';
import { actualSettlement } from '../../../application/actual-settlement/actual-settlement.js';
import { presentActualSettlement } from '../../../application/actual-settlement/present.js';
import type { ActualSettlementView } from '../../../application/actual-settlement/view.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { done } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { readDate } from '../options.js';
import { addHolds } from './holds.js';

interface Options {
  readonly contract: string;
  readonly on: CivilDate;
  readonly termination?: string;
  readonly json?: true;
}

/** `settlement hold`, `settlement release`, and `settlement actual`: what was served until a day, and what is then owed or paid back. */
export function addSettlement(program: Command, host: CommandHost): void {
  const settlement = program.command('settlement').description('结算 · settlement');
  addHolds(settlement, host);
  settlement
    .command('actual')
    .description('据实结算 · value what was served until a day, and what is then owed or paid back')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--on <date>', '服务最后一日 the last day served', readDate)
    .option('--termination <rule>', '终止所依条款 rule under which the contract ends')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(({ contract, on, termination, json }: Options) =>
      host.run({
        json: json === true,
        work: async (context) => {
          const settled = await actualSettlement(context, { contract, on, termination: termination ?? null });
          return settled.ok ? done(presentActualSettlement(settled.value)) : settled;
        },
        print: settlementText,
      }),
    );
}

const standards: Readonly<Record<ActualSettlementView['balances'][number]['standard'], string>> = {
  'approved-standard': '按批复人员费用标准 at the approved standard',
  'contract-price': '按合同单价 at the contract’s price',
  'service-time': '按服务时间 by time served',
};

function settlementText({ clause, assumed, balances, daysWithoutAttendance }: ActualSettlementView): string {
  const amount = (sum: { readonly yuan: string } | null) => (sum === null ? '无标准 no rate' : `¥${sum.yuan}`);
  return [
    `依据 by: ${clause}`,
    ...(assumed === null ? [] : [`* ${assumed.zh} ${assumed.en}`]),
    ...balances.flatMap((balance) => [
      standards[balance.standard],
      `  已服务 served ${amount(balance.served)}  核减 reductions ${amount(balance.reductions)}  扣减 deductions ${amount(balance.deductions)}  甲方赔偿 damages ${amount(balance.damages)}  已付 paid ${amount(balance.paid)}  已退 repaid ${amount(balance.repaid)}`,
      `  ${owed(balance)}  其中有争议 contested ${amount(balance.contested)}`,
    ]),
    ...(daysWithoutAttendance.length === 0
      ? []
      : [
          `! ${daysWithoutAttendance.length} 天没有考勤，未计入已服务 days without attendance, not counted as served: ${daysWithoutAttendance[0] ?? ''} – ${daysWithoutAttendance.at(-1) ?? ''}`,
        ]),
  ].join('\n');
}

function owed({ balance }: ActualSettlementView['balances'][number]): string {
  if (balance === null) return '须先录入批复标准 enter the approved rate first';
  return balance.fen < 0
    ? `乙方应退 to be repaid ¥${balance.yuan.slice(1)}`
    : `甲方应付 owed by the client ¥${balance.yuan}`;
}
