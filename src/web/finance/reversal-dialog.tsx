import { useState } from 'react';
import type { JournalEntry, ReversalRequest } from '../../adapters/http/schemas/ledger.js';
import { useMessages } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { NoteField } from '../shell/text-fields.js';
import { PostingDialog } from './posting-dialog.js';

const ofLines = [
  'reversal-attendance-corrected',
  'reversal-rate-changed',
  'reversal-ruling-changed',
  'reversal-entry-error',
  'waiver',
] as const;
/** Of settlements and payments: only a line can be waived, and what it rests on may have changed. */
const ofMoney = ['reversal-entry-error', 'reversal-attendance-corrected', 'reversal-rate-changed'] as const;

/** Takes an entry back by a second one, for a reason and with a note. */
export function ReversalDialog(props: {
  readonly contract: string;
  readonly entry: JournalEntry;
  readonly close: () => void;
}) {
  const m = useMessages();
  const { contract, entry, close } = props;
  const reasons = entry.reason === 'vacancy' ? ofLines : ofMoney;
  const [reason, setReason] = useState<ReversalRequest['reason']>(reasons[0]);
  const [note, setNote] = useState('');
  return (
    <PostingDialog
      contract={contract}
      path={`journal/${entry.id}/reversal`}
      body={note.trim() === '' ? null : { reason, note: note.trim() }}
      title={m.journal.reverseTitle(entry.sequence)}
      button={m.journal.reverse}
      thanks={m.journal.reverseDone(entry.sequence)}
      close={close}
    >
      <p style={{ margin: 0 }}>{m.journal.reverseText}</p>
      <ChoiceField<ReversalRequest['reason']>
        label={m.journal.reason}
        value={reason}
        onChange={setReason}
        options={reasons.map((value) => ({ value, label: m.journal.reasons[value] }))}
      />
      <NoteField isNeeded label={m.journal.note} rows={3} maxLength={1000} value={note} onChange={setNote} />
    </PostingDialog>
  );
}
