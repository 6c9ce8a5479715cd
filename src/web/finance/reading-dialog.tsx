import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, InputNumber, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import type { ProposalRequest, Reading, RegisterItem } from '../../adapters/http/schemas/readings.js';
import { civilDate } from '../../shared/civil-date.js';
import { request } from '../api/client.js';
import { useLanguage } from '../messages/language.js';
import { DateField, NoteField } from '../shell/fields.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Refused } from '../shell/states.js';
import { ReadingEffectPanel } from './reading-effect.js';

interface DialogProps {
  readonly contract: string;
  readonly item: RegisterItem;
  readonly close: () => void;
}

/** Proposes another reading for one’s own side; the effect stands below the choice before anything is saved. */
export function ProposeDialog({ contract, item, from: first, close }: DialogProps & { readonly from: string }) {
  useFocusReturn();
  const { m, local } = useLanguage();
  const [option, setOption] = useState(item.options.find(({ key }) => key !== item.chosen)?.key ?? '');
  const [from, setFrom] = useState(first);
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const ids = { from: useId(), document: useId(), option: useId(), number: useId() };
  const sending = useSending(contract, m.readings.proposed, close);
  const { range } = item;
  return (
    <Modal
      open
      width={720}
      title={m.readings.proposeTitle(item.key)}
      onCancel={close}
      okText={m.readings.sendProposal}
      cancelText={m.cancel}
      okButtonProps={{ disabled: option === '' || document.trim() === '', loading: sending.isPending }}
      onOk={() => {
        const body: ProposalRequest = {
          ...{ item: item.key, option, from: civilDate(from), document: document.trim(), note: note.trim() },
        };
        sending.mutate({ path: 'readings', body });
      }}
    >
      <div className="stack">
        <p id={ids.option}>{local(item.question)}</p>
        <Radio.Group
          aria-labelledby={ids.option}
          value={option}
          onChange={(event) => {
            setOption(String(event.target.value));
          }}
          style={{ display: 'grid', gap: 8 }}
          options={item.options.map(({ key, text }) => ({ value: key, label: local(text) }))}
        />
        {range === null ? null : (
          <div>
            <label htmlFor={ids.number}>
              {m.readings.otherNumber(range.minimum, range.maximum, local(range.unit))}
            </label>
            <div>
              <InputNumber
                id={ids.number}
                min={range.minimum}
                max={range.maximum}
                precision={0}
                value={/^\d+$/u.test(option) ? Number(option) : null}
                onChange={(value) => {
                  setOption(value === null ? '' : String(value));
                }}
              />
            </div>
          </div>
        )}
        <div>
          <label htmlFor={ids.from}>{m.readings.from}</label>
          <div>
            <DateField id={ids.from} label={m.readings.from} value={from} onChange={setFrom} />
          </div>
        </div>
        <DocumentField id={ids.document} value={document} onChange={setDocument} />
        <NoteField label={m.readings.note} rows={2} maxLength={1000} value={note} onChange={setNote} />
        <Refused error={sending.error} />
        {option === '' ? null : <ReadingEffectPanel contract={contract} asked={{ item: item.key, option, from }} />}
      </div>
    </Modal>
  );
}

/** The other side’s consent, on its own document, with the effect once more. */
export function AgreeDialog({ contract, item, reading, close }: DialogProps & { readonly reading: Reading }) {
  useFocusReturn();
  const { m, local, fullDate } = useLanguage();
  const [document, setDocument] = useState('');
  const id = useId();
  const sending = useSending(contract, m.readings.agreed, close);
  const { option, from } = reading;
  return (
    <Modal
      open
      width={720}
      title={m.readings.agreeTitle(item.key)}
      onCancel={close}
      okText={m.readings.sendAgreement}
      cancelText={m.cancel}
      okButtonProps={{ disabled: document.trim() === '', loading: sending.isPending }}
      onOk={() => {
        sending.mutate({
          path: `readings/${String(reading.number)}/agreement`,
          body: { document: document.trim() },
        });
      }}
    >
      <div className="stack">
        <p>{local(item.question)}</p>
        <p>
          <strong>{local(reading.text)}</strong>
          <br />
          <span className="muted">{`${m.readings.from} ${fullDate(from)}`}</span>
        </p>
        {reading.note === '' ? null : <p>{reading.note}</p>}
        <DocumentField id={id} value={document} onChange={setDocument} />
        <Refused error={sending.error} />
        <ReadingEffectPanel contract={contract} asked={{ item: item.key, option, from }} />
      </div>
    </Modal>
  );
}

function DocumentField(props: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { m } = useLanguage();
  return (
    <div>
      <label htmlFor={props.id}>{m.readings.document}</label>
      <Input
        id={props.id}
        value={props.value}
        maxLength={400}
        placeholder={m.readings.documentExample}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
    </div>
  );
}

function useSending(contract: string, thanks: string, close: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: unknown }) =>
      request(`/contracts/${contract}/${path}`, { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      void message.success(thanks);
      close();
    },
  });
}
