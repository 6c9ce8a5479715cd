import { useState } from 'react';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { fen, yuanDecimal } from '../../shared/fen.js';
import { amountIn } from '../finance/amount.js';
import { PostingDialog } from '../finance/posting-dialog.js';
import { YuanField } from '../finance/yuan-field.js';
import { useLanguage } from '../messages/language.js';
import { DayField } from '../shell/fields.js';
import { DocumentField } from '../shell/text-fields.js';
import { today } from '../shell/today.js';
import type { Purpose, StepDialog } from './step.js';

/** Money that changed hands; what is outstanding stands in the field until another sum is written. */
export function PaymentDialog(props: StepDialog & { readonly purpose: Purpose; readonly instalment: string | null }) {
  const { m, local } = useLanguage();
  const { settlement, purpose, instalment, close } = props;
  const [yuan, setYuan] = useState(yuanDecimal(fen(outstanding(settlement, { purpose, instalment }))));
  const [paidOn, setPaidOn] = useState<string>(today());
  const [written, setDocument] = useState('');
  const amount = amountIn(yuan);
  const document = written.trim();
  const isReady = amount !== undefined && document !== '';
  const name = settlement.instalments.find(({ key }) => key === instalment)?.name;
  return (
    <PostingDialog
      contract={settlement.contract}
      path="settlement/payments"
      body={isReady ? { purpose, instalment, yuan: yuanDecimal(amount), paidOn, document } : null}
      title={m.settlement.paymentTitle}
      button={m.settlement.payment}
      thanks={m.settlement.paymentDone}
      close={close}
    >
      <strong>{name === undefined ? m.settlement.purposes[purpose] : local(name)}</strong>
      <YuanField isNeeded label={m.settlement.paidAmount} value={yuan} onChange={setYuan} />
      <DayField label={m.settlement.paidOn} value={paidOn} onChange={setPaidOn} />
      <DocumentField
        isNeeded
        label={m.settlement.voucher}
        example={m.settlement.voucherExample}
        value={written}
        onChange={setDocument}
      />
    </PostingDialog>
  );
}

function outstanding(
  { instalments, debt, debtPaid, damages, damagesPaid }: Settlement,
  { purpose, instalment }: { readonly purpose: Purpose; readonly instalment: string | null },
): number {
  if (purpose === 'debt') return debt.fen - debtPaid.fen;
  if (purpose === 'damages') return damages.fen - damagesPaid.fen;
  return instalments.find(({ key }) => key === instalment)?.outstanding.fen ?? 0;
}
