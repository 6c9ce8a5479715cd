import { useState } from 'react';
import { yuanDecimal } from '../../shared/fen.js';
import { amountIn } from '../finance/amount.js';
import { PostingDialog } from '../finance/posting-dialog.js';
import { YuanField } from '../finance/yuan-field.js';
import { useLanguage } from '../messages/language.js';
import { DayField } from '../shell/fields.js';
import { DocumentField } from '../shell/text-fields.js';
import { today } from '../shell/today.js';
import type { StepDialog } from './step.js';

/** A version of the contract total with its document (M24). */
export function BaseDialog({ settlement, close }: StepDialog) {
  const { m } = useLanguage();
  const [yuan, setYuan] = useState('');
  const [from, setFrom] = useState<string>(today());
  const [written, setDocument] = useState('');
  const amount = amountIn(yuan);
  const document = written.trim();
  const isReady = amount !== undefined && document !== '';
  return (
    <PostingDialog
      contract={settlement.contract}
      path="settlement/bases"
      body={isReady ? { yuan: yuanDecimal(amount), from, document } : null}
      title={m.settlement.baseTitle}
      button={m.settlement.enterBase}
      thanks={m.settlement.baseDone}
      close={close}
    >
      <p style={{ margin: 0 }}>{m.settlement.basesText}</p>
      <YuanField isNeeded label={m.settlement.baseAmount} value={yuan} onChange={setYuan} />
      <DayField label={m.settlement.baseFrom} value={from} onChange={setFrom} />
      <DocumentField
        isNeeded
        label={m.settlement.baseDocumentLabel}
        example={m.settlement.baseExample}
        value={written}
        onChange={setDocument}
      />
    </PostingDialog>
  );
}
