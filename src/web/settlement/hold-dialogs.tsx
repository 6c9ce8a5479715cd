import { useState } from 'react';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { PostingDialog } from '../finance/posting-dialog.js';
import { useLanguage } from '../messages/language.js';
import { DocumentField, NoteField } from '../shell/text-fields.js';
import type { StepDialog } from './step.js';

interface Held extends StepDialog {
  /** null = every instalment. */
  readonly instalment: string | null;
}

/** What is withheld, by name. */
export function useHeldName({ instalments }: Settlement): (instalment: string | null) => string {
  const { m, local } = useLanguage();
  return (instalment) => {
    const found = instalments.find(({ key }) => key === instalment);
    return found === undefined ? m.settlement.everyInstalment : local(found.name);
  };
}

/** The client withholds payment: the breach, and the client's document. */
export function HoldDialog(props: Held) {
  const { m, local } = useLanguage();
  const [reason, setReason] = useState('');
  const [written, setDocument] = useState('');
  const { settlement, instalment, close } = props;
  const name = useHeldName(settlement)(instalment);
  const document = written.trim();
  const { paymentHold } = settlement;
  return (
    <PostingDialog
      contract={settlement.contract}
      path="settlement/holds"
      body={document === '' || reason.trim() === '' ? null : { instalment, reason: reason.trim(), document }}
      title={m.settlement.holdTitle(name)}
      button={m.settlement.hold}
      thanks={m.settlement.holdDone}
      close={close}
    >
      {paymentHold === null ? null : (
        <p style={{ margin: 0 }}>
          {local(paymentHold.ground)} <span className="small muted">{paymentHold.clause}</span>
        </p>
      )}
      <NoteField
        isNeeded
        label={m.settlement.holdReason}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <DocumentField
        isNeeded
        label={m.settlement.holdDocument}
        example={m.settlement.holdExample}
        value={written}
        onChange={setDocument}
      />
    </PostingDialog>
  );
}

/** The breach is corrected: the client's document that says so. */
export function ReleaseDialog(props: Held) {
  const { m } = useLanguage();
  const [written, setDocument] = useState('');
  const { settlement, instalment, close } = props;
  const name = useHeldName(settlement)(instalment);
  const document = written.trim();
  return (
    <PostingDialog
      contract={settlement.contract}
      path="settlement/releases"
      body={document === '' ? null : { instalment, document }}
      title={m.settlement.releaseTitle(name)}
      button={m.settlement.release}
      thanks={m.settlement.releaseDone}
      close={close}
    >
      <DocumentField
        isNeeded
        label={m.settlement.holdDocument}
        example={m.settlement.releaseExample}
        value={written}
        onChange={setDocument}
      />
    </PostingDialog>
  );
}
