import { Radio } from 'antd';
import { useState } from 'react';
import type { Outcome, Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import { useMessages } from '../../messages/language.js';
import { NoteField, TextField } from '../../shell/text-fields.js';
import { PostingDialog } from '../posting-dialog.js';

/** What both parties decided, with its reason and their document; the journal follows. */
export function DecisionDialog(props: {
  readonly month: Reconciliation;
  readonly keys: readonly string[];
  readonly close: (isDone: boolean) => void;
}) {
  const m = useMessages();
  const { month, keys } = props;
  const [outcome, setOutcome] = useState<Outcome>('ours');
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const decision = { differences: keys, outcome, reason: reason.trim(), document: document.trim() };
  return (
    <PostingDialog
      contract={month.contract}
      path={`reconciliations/${month.month}/decisions`}
      body={decision.reason === '' || decision.document === '' ? null : decision}
      title={m.reconciliation.decideTitle(keys.length)}
      button={m.reconciliation.decide}
      thanks={m.reconciliation.decided(keys.length)}
      close={props.close}
    >
      <Radio.Group
        aria-label={m.reconciliation.outcome}
        value={outcome}
        onChange={(event) => {
          setOutcome(event.target.value as Outcome);
        }}
        options={Object.entries(m.reconciliation.outcomes).map(([value, label]) => ({ value, label }))}
      />
      <p className="small muted" style={{ margin: 0 }} aria-live="polite">
        {m.reconciliation.outcomeTexts[outcome]}
      </p>
      <NoteField
        isNeeded
        label={m.reconciliation.reason}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <TextField
        isNeeded
        label={m.reconciliation.document}
        maxLength={2000}
        value={document}
        placeholder={m.reconciliation.documentExample}
        onChange={setDocument}
      />
    </PostingDialog>
  );
}
