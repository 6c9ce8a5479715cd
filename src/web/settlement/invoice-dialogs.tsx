import { useState } from 'react';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { fen, yuanDecimal } from '../../shared/fen.js';
import { amountIn } from '../finance/amount.js';
import { PostingDialog } from '../finance/posting-dialog.js';
import { YuanField } from '../finance/yuan-field.js';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { DayField } from '../shell/fields.js';
import { NoteField, TextField } from '../shell/text-fields.js';
import { today } from '../shell/today.js';
import type { StepDialog } from './step.js';

/** An invoice of one instalment; what of its net sum isn't invoiced yet stands in the field until another is written. */
export function InvoiceDialog({ settlement, instalment: first, close }: StepDialog & { readonly instalment: string }) {
  const { m, local } = useLanguage();
  const [number, setNumber] = useState('');
  const [instalment, setInstalment] = useState(first);
  const [yuan, setYuan] = useState(() => notInvoiced(settlement, first));
  const [issuedOn, setIssuedOn] = useState<string>(today());
  const amount = amountIn(yuan);
  const isWrong = number.trim() !== '' && !/^[\w-]{1,40}$/u.test(number.trim());
  const isReady = number.trim() !== '' && !isWrong && amount !== undefined;
  return (
    <PostingDialog
      contract={settlement.contract}
      path="settlement/invoices"
      body={isReady ? { number: number.trim(), instalment, yuan: yuanDecimal(amount), issuedOn } : null}
      title={m.settlement.invoiceTitle}
      button={m.settlement.invoice}
      thanks={m.settlement.invoiceDone}
      close={close}
    >
      <div>
        <TextField
          isNeeded
          label={m.settlement.invoiceNumber}
          maxLength={40}
          value={number}
          fault={isWrong ? m.settlement.invoiceNumberHint : undefined}
          onChange={setNumber}
        />
        {isWrong ? null : <span className="small muted">{m.settlement.invoiceNumberHint}</span>}
      </div>
      <ChoiceField
        label={m.settlement.invoiceInstalment}
        value={instalment}
        onChange={(key) => {
          setInstalment(key);
          setYuan(notInvoiced(settlement, key));
        }}
        options={settlement.instalments.map(({ key, name }) => ({ value: key, label: local(name) }))}
      />
      <YuanField isNeeded label={m.settlement.invoiceAmount} value={yuan} onChange={setYuan} />
      <DayField label={m.settlement.issuedOn} value={issuedOn} onChange={setIssuedOn} />
    </PostingDialog>
  );
}

function notInvoiced({ instalments }: Settlement, key: string): string {
  const found = instalments.find((one) => one.key === key);
  const valid = found?.invoices.filter(({ cancellation }) => cancellation === null) ?? [];
  const rest = (found?.net.fen ?? 0) - valid.reduce((sum, { amount }) => sum + amount.fen, 0);
  return rest > 0 ? yuanDecimal(fen(rest)) : '';
}

export function VoidDialog({ settlement, number, close }: StepDialog & { readonly number: string }) {
  const { m } = useLanguage();
  const [note, setNote] = useState('');
  return (
    <PostingDialog
      contract={settlement.contract}
      path={`settlement/invoices/${encodeURIComponent(number)}/cancellation`}
      body={note.trim() === '' ? null : { note: note.trim() }}
      title={m.settlement.cancelTitle(number)}
      button={m.settlement.cancel}
      thanks={m.settlement.cancelDone}
      close={close}
    >
      <NoteField isNeeded label={m.settlement.cancelNote} rows={3} maxLength={1000} value={note} onChange={setNote} />
    </PostingDialog>
  );
}
