import { useState } from 'react';
import type { DisputeSettlement, LineAnswers, MonthLines, PhasedLine } from '../../adapters/http/schemas/ledger.js';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { DocumentField, NoteField } from '../shell/text-fields.js';
import { PostingDialog } from './posting-dialog.js';

export type AnswerKind = 'agreed' | 'disputed' | 'settlement';

/** Asks once more and for the grounds; `If-Match` makes sure that what is answered is what was seen. */
export function AnswerDialog(props: {
  readonly contract: string;
  readonly month: MonthLines;
  /** Of the month's lines or deductions. */
  readonly lines: readonly Pick<PhasedLine, 'id' | 'answer'>[];
  readonly kind: AnswerKind;
  readonly close: (isDone: boolean) => void;
}) {
  const { m } = useLanguage();
  const { contract, kind, close } = props;
  // As it stood when the dialog opened: what is read anew behind it wasn't seen.
  const [{ month, revision }] = useState(props.month);
  const [lines] = useState(props.lines);
  const [note, setNote] = useState('');
  const [document, setDocument] = useState('');
  const [outcome, setOutcome] = useState<DisputeSettlement['outcome']>('accept');
  const isSettlement = kind === 'settlement';
  const isComplete = (kind === 'agreed' || note.trim() !== '') && (!isSettlement || document.trim() !== '');
  const named = { month, lines: lines.map(({ id }) => id), note: note.trim() };
  const body: DisputeSettlement | LineAnswers = isSettlement
    ? { ...named, outcome, document: document.trim() }
    : { ...named, answer: kind };
  const texts = {
    agreed: { title: m.lines.agreeTitle(lines.length), text: m.lines.agreeText, button: m.lines.agree },
    disputed: { title: m.lines.disputeTitle(lines.length), text: m.lines.disputeText, button: m.lines.dispute },
    settlement: { title: m.lines.settleTitle(lines.length), text: m.lines.settleText, button: m.lines.settle },
  }[kind];
  return (
    <PostingDialog
      contract={contract}
      path={isSettlement ? 'lines/settlements' : 'lines/answers'}
      body={isComplete ? body : null}
      headers={{ 'if-match': `"${String(revision)}"` }}
      title={texts.title}
      button={texts.button}
      thanks={m.lines.saved(lines.length)}
      close={close}
    >
      <p style={{ margin: 0 }}>{texts.text}</p>
      {isSettlement ? (
        <>
          <Reasons notes={lines.map(({ answer }) => answer?.note ?? '')} />
          <ChoiceField
            label={m.lines.outcome}
            value={outcome}
            onChange={setOutcome}
            options={(['accept', 'withdraw', 'waive'] as const).map((value) => ({
              value,
              label: m.lines.outcomes[value],
            }))}
          />
          <DocumentField
            isNeeded
            label={m.lines.document}
            value={document}
            example={m.lines.documentExample}
            onChange={setDocument}
          />
        </>
      ) : null}
      <NoteField
        isNeeded={kind !== 'agreed'}
        label={kind === 'agreed' ? m.lines.remark : m.lines.note}
        rows={3}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </PostingDialog>
  );
}

/** Why the client disputes; what was said to several lines at once stands once. */
function Reasons({ notes }: { readonly notes: readonly string[] }) {
  const { m } = useLanguage();
  const said = [...new Set(notes)].filter((note) => note !== '');
  if (said.length === 0) return null;
  return (
    <div>
      <strong>{m.lines.clientSays}</strong>
      <ul className="change-list">
        {said.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
