import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import type { Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import type { Outcome } from '../../../adapters/http/schemas/reconciliation.js';
import { request } from '../../api/client.js';
import { randomText } from '../../api/random-text.js';
import { useMessages } from '../../messages/language.js';
import { NoteField } from '../../shell/fields.js';
import { useFocusReturn } from '../../shell/focus-return.js';
import { Refused } from '../../shell/states.js';

/** What both parties decided, with its reason and their document; the journal follows. */
export function DecisionDialog(props: {
  readonly month: Reconciliation;
  readonly keys: readonly string[];
  readonly close: (isDone: boolean) => void;
}) {
  useFocusReturn();
  const m = useMessages();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { month, keys } = props;
  const [outcome, setOutcome] = useState<Outcome>('ours');
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [idempotencyKey] = useState(() => `decision-${randomText()}`);
  const documentId = useId();
  const sending = useMutation({
    mutationFn: () =>
      request(`/contracts/${month.contract}/reconciliations/${month.month}/decisions`, {
        method: 'POST',
        body: { differences: keys, outcome, reason: reason.trim(), document: document.trim() },
        headers: { 'idempotency-key': idempotencyKey },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', month.contract] });
      void message.success(m.reconciliation.decided(keys.length));
      props.close(true);
    },
  });
  return (
    <Modal
      open
      title={m.reconciliation.decideTitle(keys.length)}
      onCancel={() => {
        props.close(false);
      }}
      okText={m.reconciliation.decide}
      cancelText={m.cancel}
      okButtonProps={{ disabled: reason.trim() === '' || document.trim() === '', loading: sending.isPending }}
      onOk={() => {
        sending.mutate();
      }}
    >
      <div className="stack">
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
        <NoteField label={m.reconciliation.reason} rows={3} maxLength={2000} value={reason} onChange={setReason} />
        <div>
          <label htmlFor={documentId}>{m.reconciliation.document}</label>
          <Input
            id={documentId}
            maxLength={2000}
            value={document}
            placeholder={m.reconciliation.documentExample}
            onChange={(event) => {
              setDocument(event.target.value);
            }}
          />
        </div>
        <Refused error={sending.error} />
      </div>
    </Modal>
  );
}
