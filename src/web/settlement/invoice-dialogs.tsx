import { Select } from 'antd';
import { useId, useState } from 'react';
import { parseYuan, yuanDecimal } from '../../shared/fen.js';
import { PostingDialog } from '../finance/posting-dialog.js';
import { YuanField } from '../finance/yuan-field.js';
import { useLanguage } from '../messages/language.js';
import { DateField, NoteField, TextField } from '../shell/fields.js';
import { today } from '../shell/today.js';
import type { StepDialog } from './step.js';

/** An invoice of one instalment; its net sum stands in the field until another is written. */
export function InvoiceDialog({ settlement, instalment: first, close }: StepDialog & { readonly instalment: string }) {
  const { m, local } = useLanguage();
  const netOf = (key: string) => settlement.instalments.find((one) => one.key === key)?.net.yuan ?? '';
  const [number, setNumber] = useState('');
  const [instalment, setInstalment] = useState(first);
  const [yuan, setYuan] = useState(netOf(first));
  const [issuedOn, setIssuedOn] = useState<string>(today());
  const ids = { instalment: useId(), date: useId() };
  const amount = parseYuan(yuan);
  const isReady = /^[\w-]{1,40}$/u.test(number.trim()) && amount !== undefined && amount > 0;
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
        <TextField label={m.settlement.invoiceNumber} maxLength={40} value={number} onChange={setNumber} />
        <span className="small muted">{m.settlement.invoiceNumberHint}</span>
      </div>
      <div>
        <label htmlFor={ids.instalment}>{m.settlement.invoiceInstalment}</label>
        <Select
          id={ids.instalment}
          style={{ width: '100%' }}
          value={instalment}
          onChange={(key) => {
            setInstalment(key);
            setYuan(netOf(key));
          }}
          options={settlement.instalments.map(({ key, name }) => ({ value: key, label: local(name) }))}
        />
      </div>
      <YuanField label={m.settlement.invoiceAmount} value={yuan} onChange={setYuan} />
      <div>
        <label htmlFor={ids.date}>{m.settlement.issuedOn}</label>
        <div>
          <DateField id={ids.date} label={m.settlement.issuedOn} value={issuedOn} onChange={setIssuedOn} />
        </div>
      </div>
    </PostingDialog>
  );
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
      <NoteField label={m.settlement.cancelNote} rows={3} maxLength={1000} value={note} onChange={setNote} />
    </PostingDialog>
  );
}
