import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shijingshan's article 14, as its file has it since payment can be withheld. */
const paymentHold = {
  ground: {
    zh: '甲方有权在乙方更正前拒绝支付合同款',
    en: 'The client may refuse payment until the contractor has corrected the breach',
  },
  clause: '第十四条',
  assumed: {
    zh: '何为违约、何时更正，以甲方文件为准。',
    en: 'What is a breach, and when it is corrected, is for the client’s document to say.',
  },
};

/** A contract that was entered before its file had the clause gets it; one whose amount is another is somebody's own. */
export class PaymentHold1793000027000 implements MigrationInterface {
  readonly name = 'PaymentHold1793000027000';

  async up(runner: QueryRunner): Promise<void> {
    await rewrite(runner, (file) =>
      file['paymentHold'] === undefined && file['amountFen'] === 1_563_100_000 ? { ...file, paymentHold } : file,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, (file) => ({ ...file, paymentHold: undefined }));
  }
}

type ContractFile = Readonly<Record<string, unknown>>;

async function rewrite(runner: QueryRunner, change: (file: ContractFile) => ContractFile): Promise<void> {
  const rows = (await runner.query(`SELECT document FROM service_contract WHERE contract = 'shijingshan'`)) as {
    readonly document: string;
  }[];
  const place = runner.dataSource.options.type === 'postgres' ? '$1' : '?';
  for (const { document } of rows) {
    const changed = JSON.stringify(change(JSON.parse(document) as ContractFile));
    await runner.query(`UPDATE service_contract SET document = ${place} WHERE contract = 'shijingshan'`, [changed]);
  }
}
