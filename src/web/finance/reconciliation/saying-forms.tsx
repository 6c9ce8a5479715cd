import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DifferenceItem, Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import type { Stance } from '../../../adapters/http/schemas/reconciliation.js';
import { request } from '../../api/client.js';
import { useMessages } from '../../messages/language.js';
import { NoteField } from '../../shell/text-fields.js';
import { NumberField } from '../../shell/number-field.js';
import { Refused } from '../../shell/states.js';

interface Saying {
  readonly month: Reconciliation;
  readonly item: DifferenceItem;
}

/** The client takes our figure, or stays with its own and says why. */
export function AnswerForm(saying: Saying) {
  const words = useMessages().reconciliation;
  const [stance, setStance] = useState<Stance>('accepts');
  const [text, setText] = useState('');
  return (
    <SayingForm
      {...saying}
      path="answers"
      body={{ stance, text: text.trim() }}
      button={words.sendAnswer}
      isReady={stance === 'accepts' || text.trim() !== ''}
      said={() => {
        setText('');
      }}
    >
      <Radio.Group
        aria-label={words.stance}
        value={stance}
        onChange={(event) => {
          setStance(event.target.value as Stance);
        }}
        options={Object.entries(words.stances).map(([value, label]) => ({ value, label }))}
      />
      <NoteField label={words.stanceReason} rows={2} maxLength={2000} value={text} onChange={setText} />
    </SayingForm>
  );
}

export function NoteForm(saying: Saying) {
  const words = useMessages().reconciliation;
  const [text, setText] = useState('');
  return (
    <SayingForm
      {...saying}
      path="notes"
      body={{ text: text.trim() }}
      button={words.sendNote}
      isReady={text.trim() !== ''}
      said={() => {
        setText('');
      }}
    >
      <NoteField label={words.note} rows={2} maxLength={2000} value={text} onChange={setText} />
    </SayingForm>
  );
}

/** Days that a party may be given to answer. */
export const answerDays = { min: 1, max: 60 } as const;

export function DeadlineForm(saying: Saying) {
  const words = useMessages().reconciliation;
  const [days, setDays] = useState<number | null>(5);
  return (
    <SayingForm {...saying} path="deadlines" body={{ days }} button={words.sendDeadline} isReady={days !== null}>
      <NumberField label={words.days(answerDays.max)} {...answerDays} value={days} onChange={setDays} />
    </SayingForm>
  );
}

/** What is said to a difference goes to its own address; the month is then read again. */
function SayingForm(
  props: Saying & {
    readonly path: 'answers' | 'notes' | 'deadlines';
    readonly body: object;
    readonly button: string;
    readonly isReady: boolean;
    readonly said?: () => void;
    readonly children: ReactNode;
  },
) {
  const m = useMessages();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { contract, month } = props.month;
  const sending = useMutation({
    mutationFn: () =>
      request(`/contracts/${contract}/reconciliations/${month}/${props.path}`, {
        method: 'POST',
        body: { difference: props.item.key, ...props.body },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', contract, 'reconciliation'] });
      void message.success(m.reconciliation.saved);
      props.said?.();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (props.isReady) sending.mutate();
      }}
    >
      {props.children}
      <Refused error={sending.error} />
      <div>
        <Button htmlType="submit" disabled={!props.isReady} loading={sending.isPending}>
          {props.button}
        </Button>
      </div>
    </form>
  );
}
