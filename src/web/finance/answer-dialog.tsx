import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { DisputeSettlement, LineAnswers, MonthLines } from '../../adapters/http/schemas/ledger.js';
import { request } from '../api/client.js';
import { randomText } from '../api/random-text.js';
import { useLanguage } from '../messages/language.js';
import { NoteField } from '../shell/fields.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Refused } from '../shell/states.js';

export type AnswerKind = 'agreed' | 'disputed' | 'settlement';

/** Asks once more and for the grounds; `If-Match` makes sure that what is answered is what was seen. */
export function AnswerDialog(props: {
  readonly contract: string;
  readonly month: MonthLines;
  /** Of the month's lines or deductions. */
  readonly lines: readonly { readonly id: string }[];
  readonly kind: AnswerKind;
  readonly close: (isDone: boolean) => void;
}) {
  useFocusReturn();
  const { m } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { contract, month, lines, kind } = props;
  const [note, setNote] = useState('');
  const [document, setDocument] = useState('');
  const [outcome, setOutcome] = useState<DisputeSettlement['outcome']>('accept');
  const [key] = useState(() => `answer-${randomText()}`);
  const ids = { document: useId(), outcome: useId() };
  const sending = useMutation({
    mutationFn: () => {
      const named = { month: month.month, lines: lines.map(({ id }) => id), note: note.trim() };
      const isSettlement = kind === 'settlement';
      const body: DisputeSettlement | LineAnswers = isSettlement
        ? { ...named, outcome, document: document.trim() }
        : { ...named, answer: kind };
      return request<MonthLines>(`/contracts/${contract}/lines/${isSettlement ? 'settlements' : 'answers'}`, {
        method: 'POST',
        body,
        headers: { 'idempotency-key': key, 'if-match': `"${String(month.revision)}"` },
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      void message.success(m.lines.saved(lines.length));
      props.close(true);
    },
  });
  const texts = {
    agreed: { title: m.lines.agreeTitle(lines.length), text: m.lines.agreeText, button: m.lines.agree },
    disputed: { title: m.lines.disputeTitle(lines.length), text: m.lines.disputeText, button: m.lines.dispute },
    settlement: { title: m.lines.settleTitle(lines.length), text: m.lines.settleText, button: m.lines.settle },
  }[kind];
  const isReady = (kind === 'agreed' || note.trim() !== '') && (kind !== 'settlement' || document.trim() !== '');
  return (
    <Modal
      open
      title={texts.title}
      onCancel={() => {
        props.close(false);
      }}
      okText={texts.button}
      cancelText={m.cancel}
      okButtonProps={{ disabled: !isReady, loading: sending.isPending }}
      onOk={() => {
        sending.mutate();
      }}
    >
      <div className="stack">
        <p style={{ margin: 0 }}>{texts.text}</p>
        {kind === 'settlement' ? (
          <>
            <div>
              <label htmlFor={ids.outcome}>{m.lines.outcome}</label>
              <Select
                id={ids.outcome}
                style={{ width: '100%' }}
                value={outcome}
                onChange={setOutcome}
                options={(['accept', 'withdraw', 'waive'] as const).map((value) => ({
                  value,
                  label: m.lines.outcomes[value],
                }))}
              />
            </div>
            <div>
              <label htmlFor={ids.document}>{m.lines.document}</label>
              <Input
                id={ids.document}
                value={document}
                maxLength={400}
                placeholder={m.lines.documentExample}
                onChange={(event) => {
                  setDocument(event.target.value);
                }}
              />
            </div>
          </>
        ) : null}
        <NoteField
          label={kind === 'agreed' ? m.lines.remark : m.lines.note}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
        <Refused error={sending.error} />
      </div>
    </Modal>
  );
}
