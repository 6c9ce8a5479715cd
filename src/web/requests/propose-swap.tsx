import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import type { MyShift } from '../../adapters/http/schemas/rosters.js';
import type { SwapProposal } from '../../adapters/http/schemas/swaps.js';
import { addDays } from '../../shared/civil-date.js';
import { request } from '../api/client.js';
import { myShiftsQuery, swapOptionsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { TextField } from '../shell/text-fields.js';
import { Labelled } from '../shell/labelled.js';
import { Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
import { useDutyText } from './swap-texts.js';

/** How the list names the gift among the days that may be given in return. */
const gift = 'gift';

/** First the duty, then who may lawfully take it, then what is given in return: nothing can be chosen that the law forbids. */
export function ProposeSwap({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const from = addDays(today(), 1);
  const shifts = useQuery(myShiftsQuery(contract, { from, to: addDays(from, 34) }));
  return (
    <Sheet title={m.swaps.propose}>
      <Loaded query={shifts}>
        {({ shifts: list }) =>
          list.length === 0 ? (
            <Empty title={m.swaps.noDutyTitle} text={m.swaps.noDutyText} />
          ) : (
            <ProposalForm contract={contract} shifts={list} />
          )
        }
      </Loaded>
    </Sheet>
  );
}

interface Choice {
  readonly date: string | null;
  readonly other: string | null;
  readonly way: string | null;
  readonly note: string;
}
const nothing: Choice = { date: null, other: null, way: null, note: '' };

function ProposalForm({ contract, shifts }: { readonly contract: string; readonly shifts: readonly MyShift[] }) {
  const { m } = useLanguage();
  const dutyText = useDutyText();
  const client = useQueryClient();
  const [choice, setChoice] = useState<Choice>(nothing);
  const { date, other, way, note } = choice;
  const send = useMutation({
    mutationFn: (body: SwapProposal) => request(`/contracts/${contract}/swaps`, { method: 'POST', body }),
    onSuccess: () => {
      setChoice(nothing);
      return client.invalidateQueries({ queryKey: ['contract', contract, 'swaps'] });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (date === null || other === null || way === null) return;
    send.mutate({ date, other, otherDate: way === gift ? null : way, note });
  };
  const choose = (next: Partial<Choice>) => {
    send.reset();
    setChoice({ ...choice, ...next });
  };
  return (
    <form className="leave-form swap-form" onSubmit={submit}>
      <Choose
        label={m.swaps.myDuty}
        hint={m.swaps.chooseDuty}
        value={date}
        options={shifts.map((shift) => ({ value: shift.date, text: dutyText(shift) }))}
        onChange={(value) => {
          choose({ date: value, other: null, way: null });
        }}
      />
      {date === null ? null : (
        <Colleague
          contract={contract}
          date={date}
          other={other}
          onChange={(value) => {
            choose({ other: value, way: null });
          }}
        />
      )}
      {date === null || other === null ? null : (
        <Return
          contract={contract}
          date={date}
          other={other}
          way={way}
          onChange={(value) => {
            choose({ way: value });
          }}
        />
      )}
      {way === null ? null : (
        <>
          <TextField
            label={m.swaps.note}
            value={note}
            maxLength={200}
            onChange={(text) => {
              choose({ note: text });
            }}
          />
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {m.swaps.send}
          </Button>
        </>
      )}
      <Refused error={send.error} />
      {send.isSuccess ? (
        <div className="notice" role="status">
          {m.swaps.sent}
        </div>
      ) : null}
    </form>
  );
}

function Colleague(props: {
  readonly contract: string;
  readonly date: string;
  readonly other: string | null;
  readonly onChange: (worker: string) => void;
}) {
  const { m } = useLanguage();
  const options = useQuery(swapOptionsQuery(props.contract, { date: props.date }));
  return (
    <Loaded query={options} label={m.swaps.searching}>
      {({ colleagues }) =>
        colleagues.length === 0 ? (
          <p className="notice caution">{m.swaps.noColleague}</p>
        ) : (
          <Choose
            label={m.swaps.colleague}
            hint={m.swaps.chooseColleague}
            value={props.other}
            options={colleagues.map(({ worker, name }) => ({ value: worker, text: `${name} ${worker}` }))}
            onChange={props.onChange}
          />
        )
      }
    </Loaded>
  );
}

function Return(props: {
  readonly contract: string;
  readonly date: string;
  readonly other: string;
  readonly way: string | null;
  readonly onChange: (way: string) => void;
}) {
  const { m } = useLanguage();
  const dutyText = useDutyText();
  const options = useQuery(swapOptionsQuery(props.contract, { date: props.date, other: props.other }));
  return (
    <Loaded query={options} label={m.swaps.searching}>
      {({ ways }) =>
        ways.length === 0 ? (
          <p className="notice caution">{m.swaps.noWay}</p>
        ) : (
          <Choose
            label={m.swaps.way}
            hint={m.swaps.chooseWay}
            value={props.way}
            options={ways.map(({ takes }) => ({
              value: takes?.date ?? gift,
              text: takes === null ? m.swaps.gift : m.swaps.takes(dutyText(takes)),
            }))}
            onChange={props.onChange}
          />
        )
      }
    </Loaded>
  );
}

/** The telephone's own list: large to touch, known to every screen reader. */
function Choose(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <Labelled label={props.label}>
      {(id) => (
        <select
          id={id}
          className="plain-select"
          value={props.value ?? ''}
          onChange={(event) => {
            props.onChange(event.target.value);
          }}
        >
          <option value="" disabled>
            {props.hint}
          </option>
          {props.options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
