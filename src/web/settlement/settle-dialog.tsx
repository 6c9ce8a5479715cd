import { useState } from 'react';
import { fen, yuanText } from '../../shared/fen.js';
import { Money } from '../finance/money.js';
import { PostingDialog } from '../finance/posting-dialog.js';
import { useLanguage } from '../messages/language.js';
import { DocumentField } from '../shell/text-fields.js';
import type { StepDialog } from './step.js';

/** Settles an instalment: its sums once more, what stays out of it, and the document that both parties go by. */
export function SettleDialog({ settlement, instalment: key, close }: StepDialog & { readonly instalment: string }) {
  const { m, local } = useLanguage();
  const [written, setDocument] = useState('');
  const instalment = settlement.instalments.find((one) => one.key === key);
  if (instalment === undefined) return null;
  const document = written.trim();
  const { pending } = settlement;
  return (
    <PostingDialog
      contract={settlement.contract}
      path="settlement/instalments"
      body={document === '' ? null : { instalment: key, document }}
      title={m.settlement.settleTitle(local(instalment.name))}
      button={m.settlement.settle}
      thanks={m.settlement.settleDone}
      close={close}
    >
      <p style={{ margin: 0 }}>{m.settlement.settleText}</p>
      <dl className="sums">
        {(['fee', 'deducted', 'net'] as const).map((part) => (
          <div key={part}>
            <dt>{m.settlement[part]}</dt>
            <dd>
              <Money amount={instalment[part].fen} />
            </dd>
          </div>
        ))}
      </dl>
      {pending.fen === 0 ? null : (
        <div className="notice caution">{m.settlement.settlePending(yuanText(fen(pending.fen)))}</div>
      )}
      <DocumentField
        isNeeded
        label={m.settlement.settleDocument}
        example={m.settlement.settleExample}
        value={written}
        onChange={setDocument}
      />
    </PostingDialog>
  );
}
