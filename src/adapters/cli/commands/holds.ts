import type { Command } from 'commander';
import type { Context } from '../../../application/context.js';
import { readNames } from '../../../application/person-names.js';
import { holdPayment, releasePayment } from '../../../application/settlement/hold-payment.js';
import { presentSettlement } from '../../../application/settlement/present.js';
import { viewSettlement, type SettlementState } from '../../../application/settlement/read-settlement.js';
import type { SettlementView } from '../../../application/settlement/view.js';
import { done, type Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';

interface Options {
  readonly contract: string;
  readonly json?: true;
}
interface Decision extends Options {
  readonly instalment?: string;
  readonly document: string;
}

/** `settlement show`, `settlement hold`, `settlement release`: what each instalment comes to, and what the client withholds. */
export function addHolds(settlement: Command, host: CommandHost): void {
  const run = ({ json }: Options, work: (context: Context) => Promise<Result<SettlementState>>) =>
    host.run({
      json: json === true,
      async work(context) {
        const state = await work(context);
        return state.ok ? done(presentSettlement(state.value, await readNames(context))) : state;
      },
      print: settlementText,
    });
  const command = (name: string, description: string) =>
    settlement
      .command(name)
      .description(description)
      .requiredOption('--contract <key>', '合同 contract')
      .option('--json', '输出一个 JSON 文档 one JSON document');
  const decision = (name: string, description: string) =>
    command(name, description)
      .option('--instalment <key>', '款项，不写则为全部款项 instalment; absent = every one')
      .requiredOption('--document <text>', '甲方文件 the client’s document');

  command('show', '各期款项与暂停支付 · instalments, and what is withheld').action((options: Options) =>
    run(options, (context) => viewSettlement(context, options)),
  );
  decision('hold', '暂停支付，待乙方更正 · withhold payment until a breach is corrected')
    .requiredOption('--reason <text>', '需要更正的违约事项 breach to be corrected')
    .action((options: Decision & { readonly reason: string }) =>
      run(options, (context) => holdPayment(context, { ...options, instalment: options.instalment ?? null })),
    );
  decision('release', '解除暂停支付 · release what was withheld').action((options: Decision) =>
    run(options, (context) => releasePayment(context, { ...options, instalment: options.instalment ?? null })),
  );
}

const statuses: Readonly<Record<SettlementView['instalments'][number]['status'], string>> = {
  open: '条件未齐 waiting',
  ready: '可结算 ready',
  settled: '已结算 settled',
  paid: '已付清 paid',
};

function settlementText({ instalments, holds }: SettlementView): string {
  return [
    ...instalments.map(
      ({ key, name, status, net, outstanding, isHeld }) =>
        `${key}  ${name.zh} ${name.en}  ${statuses[status]}${isHeld ? '，暂停支付 withheld' : ''}  净额 net ¥${net.yuan}  未付 outstanding ¥${outstanding.yuan}`,
    ),
    ...holds.map(({ text }) => `! ${text.zh} ${text.en}`),
  ].join('\n');
}
