import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import type { Leave, LeaveRequest } from '../../adapters/http/schemas/workforce.js';
import { addDays } from '../../shared/civil-date.js';
import { request } from '../api/client.js';
import { leaveQuery, type Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
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
  const client = useQueryClient();
  const [range, setRange] = useState<Range>({ from: today(), to: today() });
  const [kind, setKind] = useState<(typeof kinds)[number]>('annual');
  const ask = useMutation({
    mutationFn: () => {
      const body: LeaveRequest = { ...range, kind };
      return request(`/contracts/${contract}/leave/mine`, { method: 'POST', body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract', contract, 'leave'] }),
  });
  const ids = { from: useId(), to: useId(), kind: useId() };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Sheet title={m.requests.ask}>
      <form className="leave-form" onSubmit={submit}>
        <div>
          <label htmlFor={ids.from}>{m.requests.from}</label>
          <DateField
            id={ids.from}
            label={m.requests.from}
            value={range.from}
            onChange={(from) => {
              setRange({ from, to: from > range.to ? from : range.to });
            }}
          />
        </div>
        <div>
          <label htmlFor={ids.to}>{m.requests.to}</label>
          <DateField
            id={ids.to}
            label={m.requests.to}
            value={range.to}
            onChange={(to) => {
              setRange({ from: to < range.from ? to : range.from, to });
            }}
          />
        </div>
        <div>
          <label htmlFor={ids.kind}>{m.requests.kind}</label>
          <Select
            id={ids.kind}
            value={kind}
            options={kinds.map((value) => ({ value, label: m.requests.kinds[value] }))}
            onChange={setKind}
          />
        </div>
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {m.requests.send}
        </Button>
      </form>
      <Refused error={ask.error} />
      {ask.isSuccess ? (
        <div className="notice" role="status">
          {m.requests.sent}
        </div>
      ) : null}
    </Sheet>
  );
}

function MyRequests({ contract, list }: { readonly contract: string; readonly list: readonly Leave[] }) {
  const { m, fullDate } = useLanguage();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (from: string) => request(`/contracts/${contract}/leave/mine/${from}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract', contract, 'leave'] }),
  });
  if (list.length === 0) return <Empty title={m.requests.noneTitle} text={m.requests.noneText} />;
  return (
    <>
      <ul className="leave-list">
        {[...list].reverse().map((one) => (
          <li key={one.from}>
            <div>
              <b>{m.requests.kinds[one.kind]}</b> <LeaveStatus status={one.status} />
              <div className="muted">{m.range(fullDate(one.from), fullDate(one.to))}</div>
            </div>
            {one.status === 'requested' ? (
              <Button
                size="small"
                loading={withdraw.isPending && withdraw.variables === one.from}
                aria-label={m.requests.withdrawOf(one.from)}
                onClick={() => {
                  withdraw.mutate(one.from);
                }}
              >
                {m.requests.withdraw}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Refused error={withdraw.error} />
    </>
  );
}

const tones = { requested: 'badge caution', approved: 'badge ok', rejected: 'badge short' } as const;

export function LeaveStatus({ status }: { readonly status: Leave['status'] }) {
  const { m } = useLanguage();
  return <span className={tones[status]}>{m.requests.statuses[status]}</span>;
}
