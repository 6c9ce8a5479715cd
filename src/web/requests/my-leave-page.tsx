import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Leave, LeaveRequest } from '../../adapters/http/schemas/workforce.js';
import { addDays } from '../../shared/civil-date.js';
import { leaveQuery, type Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { DayField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { AskedList, AskSheet } from './ask-sheet.js';
import './requests.css';

const kinds = [
  'annual',
  'personal',
  'sick',
  'marriage',
  'bereavement',
  'maternity',
  'paternity',
  'parental',
  'training',
] as const;

/** A member of the team asks for leave on the telephone, sees what became of it and takes it back. */
export function MyLeavePage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const range = { from: addDays(today(), -60), to: addDays(today(), 300) };
  const leave = useQuery(leaveQuery(contract, range));
  return (
    <Page title={m.requests.myTitle}>
      <AskForm contract={contract} />
      <Sheet title={m.requests.mine}>
        <Loaded query={leave}>{(list) => <MyRequests contract={contract} list={list} />}</Loaded>
      </Sheet>
    </Page>
  );
}

function AskForm({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const [range, setRange] = useState<Range>({ from: today(), to: today() });
  const [kind, setKind] = useState<(typeof kinds)[number]>('annual');
  const body: LeaveRequest = { ...range, kind };
  return (
    <AskSheet contract={contract} kind="leave" words={m.requests} body={body}>
      <DayField
        label={m.requests.from}
        value={range.from}
        earliest={today()}
        onChange={(from) => {
          setRange({ from, to: from > range.to ? from : range.to });
        }}
      />
      <DayField
        label={m.requests.to}
        value={range.to}
        earliest={range.from}
        onChange={(to) => {
          setRange({ ...range, to });
        }}
      />
      <ChoiceField
        label={m.requests.kind}
        value={kind}
        options={kinds.map((value) => ({ value, label: m.requests.kinds[value] }))}
        onChange={setKind}
      />
    </AskSheet>
  );
}

function MyRequests({ contract, list }: { readonly contract: string; readonly list: readonly Leave[] }) {
  const { m, fullDate } = useLanguage();
  const asked = list.map((one) => ({
    day: one.from,
    isOpen: one.status === 'requested',
    text: (
      <>
        <b>{m.requests.kinds[one.kind]}</b> <LeaveStatus status={one.status} />
        <div className="muted">
          {one.from === one.to ? fullDate(one.from) : m.range(fullDate(one.from), fullDate(one.to))}
        </div>
      </>
    ),
  }));
  return <AskedList contract={contract} kind="leave" words={m.requests} list={asked} />;
}

const tones = { requested: 'badge caution', approved: 'badge ok', rejected: 'badge short' } as const;

export function LeaveStatus({ status }: { readonly status: Leave['status'] }) {
  const { m } = useLanguage();
  return <span className={tones[status]}>{m.requests.statuses[status]}</span>;
}
