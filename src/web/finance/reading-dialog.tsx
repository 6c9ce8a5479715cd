import { Radio } from 'antd';
import { useId, useState } from 'react';
import type { ProposalRequest, Reading, RegisterItem } from '../../adapters/http/schemas/readings.js';
import { civilDate } from '../../shared/civil-date.js';
import { useLanguage } from '../messages/language.js';
import { DayField } from '../shell/fields.js';
import { DocumentField, NoteField } from '../shell/text-fields.js';
import { NumberField } from '../shell/number-field.js';
import { PostingDialog } from './posting-dialog.js';
import { ReadingEffectPanel } from './reading-effect.js';

interface DialogProps {
  readonly contract: string;
  readonly item: RegisterItem;
  readonly close: () => void;
}

/** Proposes another reading for one’s own side; the effect stands below the choice before anything is saved. */
export function ProposeDialog({ contract, item, from: first, close }: DialogProps & { readonly from: string }) {
  const { m, local } = useLanguage();
  const [option, setOption] = useState(item.options.find(({ key }) => key !== item.chosen)?.key ?? '');
  const [from, setFrom] = useState(first);
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const questionId = useId();
  const { range } = item;
  const proposal: ProposalRequest = {
    ...{ item: item.key, option, from: civilDate(from), document: document.trim(), note: note.trim() },
  };
  return (
    <PostingDialog
      contract={contract}
      path="readings"
      body={option === '' || proposal.document === '' ? null : proposal}
      width={720}
      title={m.readings.proposeTitle(item.key)}
      button={m.readings.sendProposal}
      thanks={m.readings.proposed}
      close={close}
    >
      <p id={questionId}>{local(item.question)}</p>
      <Radio.Group
        aria-labelledby={questionId}
        value={option}
        onChange={(event) => {
          setOption(String(event.target.value));
        }}
        style={{ display: 'grid', gap: 8 }}
        options={item.options.map(({ key, text }) => ({ value: key, label: local(text) }))}
      />
      {range === null ? null : (
        <NumberField
          label={m.readings.otherNumber(range.minimum, range.maximum, local(range.unit))}
          min={range.minimum}
          max={range.maximum}
          value={/^\d+$/u.test(option) ? Number(option) : null}
          {...(option === '' ? { isNeeded: true } : {})}
          onChange={(value) => {
            setOption(value === null ? '' : String(value));
          }}
        />
      )}
      <DayField label={m.readings.from} value={from} onChange={setFrom} />
      <DocumentField
        isNeeded
        label={m.readings.document}
        value={document}
        example={m.readings.documentExample}
        onChange={setDocument}
      />
      <NoteField label={m.readings.note} rows={2} maxLength={1000} value={note} onChange={setNote} />
      {option === '' ? null : <ReadingEffectPanel contract={contract} asked={{ item: item.key, option, from }} />}
    </PostingDialog>
  );
}

/** One's own proposal is taken back while it waits; nothing of the ledger changes. */
export function WithdrawDialog({ contract, item, reading, close }: DialogProps & { readonly reading: Reading }) {
  const { m } = useLanguage();
  return (
    <PostingDialog
      contract={contract}
      path={`readings/${String(reading.number)}/withdrawal`}
      body={{}}
      title={m.readings.withdrawTitle(item.key)}
      button={m.readings.withdraw}
      thanks={m.readings.withdrawn}
      close={close}
    >
      <Proposed reading={reading} />
      <p style={{ margin: 0 }}>{m.readings.withdrawText}</p>
    </PostingDialog>
  );
}

function Proposed({ reading: { text, from, note } }: { readonly reading: Reading }) {
  const { m, local, fullDate } = useLanguage();
  return (
    <div>
      <strong>{local(text)}</strong>
      <div className="muted">{`${m.readings.from} ${fullDate(from)}`}</div>
      {note === '' ? null : <div>{note}</div>}
    </div>
  );
}

/** The other side’s consent, on its own document, with the effect once more. */
export function AgreeDialog({ contract, item, reading, close }: DialogProps & { readonly reading: Reading }) {
  const { m, local } = useLanguage();
  const [written, setDocument] = useState('');
  const { option, from } = reading;
  const document = written.trim();
  return (
    <PostingDialog
      contract={contract}
      path={`readings/${String(reading.number)}/agreement`}
      body={document === '' ? null : { document }}
      width={720}
      title={m.readings.agreeTitle(item.key)}
      button={m.readings.sendAgreement}
      thanks={m.readings.agreed}
      close={close}
    >
      <p>{local(item.question)}</p>
      <Proposed reading={reading} />
      <DocumentField
        isNeeded
        label={m.readings.document}
        value={written}
        example={m.readings.documentExample}
        onChange={setDocument}
      />
      <p className="small muted" style={{ margin: 0 }}>
        {m.readings.agreeText}
      </p>
      <ReadingEffectPanel contract={contract} asked={{ item: item.key, option, from }} />
    </PostingDialog>
  );
}
