import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import type { AccessLog, AccessLogEntry } from '../../adapters/http/schemas/administration.js';
import { addDays } from '../../shared/civil-date.js';
import { accessLogQuery, contractsQuery, usersQuery, type Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { DateField, Pages } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { usePart } from '../shell/printing.js';
import { Empty, Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import './administration.css';
import { useContractName } from './contract-name.js';
import { subjectParts, type SubjectPart } from './log-subject.js';

const pageSize = 50;

/** Who saw or exported what: an administrator over all contracts, an auditor in their own. */
export function AccessLogPage() {
  const { m } = useLanguage();
  const { contract = null } = useParams({ strict: false });
  const [range, setRange] = useState<Range>({ from: addDays(today(), -6), to: today() });
  const [chosen, setChosen] = useState({ contract: '', user: '', action: '' });
  const choose = (part: Partial<typeof chosen>) => {
    setChosen({ ...chosen, ...part });
  };
  const place = contract ?? (chosen.contract === '' ? null : chosen.contract);
  const log = useQuery(
    accessLogQuery(place, {
      ...range,
      ...(chosen.action === '' ? {} : { action: chosen.action }),
      ...(chosen.user === '' ? {} : { user: chosen.user }),
    }),
  );
  return (
    <Page title={m.accessLog.title} lead={m.accessLog.lead}>
      <div className="log-tools">
        <DateField
          label={m.accessLog.from}
          value={range.from}
          onChange={(from) => {
            setRange({ from, to: from > range.to ? from : range.to });
          }}
        />
        <span aria-hidden="true">–</span>
        <DateField
          label={m.accessLog.to}
          value={range.to}
          onChange={(to) => {
            setRange({ from: to < range.from ? to : range.from, to });
          }}
        />
        {contract === null ? (
          <ContractChoice
            value={chosen.contract}
            onChange={(key) => {
              choose({ contract: key });
            }}
          />
        ) : null}
        <UserChoice
          contract={contract}
          range={range}
          value={chosen.user}
          onChange={(user) => {
            choose({ user });
          }}
        />
        <Select
          aria-label={m.accessLog.action}
          value={chosen.action}
          onChange={(action) => {
            choose({ action });
          }}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: m.accessLog.everyAction },
            ...Object.entries(m.accessLog.actions).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <Loaded query={log}>
        {(data) => <Entries key={JSON.stringify([range, chosen])} log={data} isOfContract={place !== null} />}
      </Loaded>
    </Page>
  );
}

interface Filter {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ContractChoice(props: Filter) {
  const { m, local } = useLanguage();
  const contracts = useQuery(contractsQuery).data ?? [];
  return (
    <Select
      {...props}
      aria-label={m.accessLog.contract}
      options={[
        { value: '', label: m.accessLog.everyContract },
        ...contracts.map(({ key, name }) => ({ value: key, label: local(name) })),
      ]}
    />
  );
}

/** Who may be asked for: an administrator knows all users, an auditor those that stand in the log of these days. */
function UserChoice({
  contract,
  range,
  ...filter
}: Filter & { readonly contract: string | null; readonly range: Range }) {
  const { m } = useLanguage();
  const all = useQuery({ ...usersQuery, enabled: contract === null });
  const log = useQuery({ ...accessLogQuery(contract, range), enabled: contract !== null });
  const seen = new Map((log.data?.entries ?? []).map(({ user }) => [user.id, user]));
  const users = contract === null ? (all.data ?? []) : [...seen.values()];
  return (
    <Select
      {...filter}
      aria-label={m.accessLog.who}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: m.accessLog.everybody },
        ...users.map(({ id, name, login }) => ({ value: id, label: `${name} ${login}`.trim() })),
      ]}
    />
  );
}

function Entries({ log, isOfContract }: { readonly log: AccessLog; readonly isOfContract: boolean }) {
  const { m } = useLanguage();
  const [page, setPage] = useState(1);
  const part = usePart(log.entries, { page, size: pageSize });
  if (log.entries.length === 0) return <Empty title={m.accessLog.emptyTitle} text={m.accessLog.emptyText} />;
  return (
    <>
      {log.isCut ? <div className="notice caution log-cut">{m.accessLog.isCut}</div> : null}
      <Sheet title={m.accessLog.entries(log.entries.length)} flush>
        <table className="plain stacked">
          <thead>
            <tr>
              <th>{m.accessLog.at}</th>
              <th>{m.accessLog.who}</th>
              {isOfContract ? null : <th>{m.accessLog.contract}</th>}
              <th>{m.accessLog.action}</th>
              <th>{m.accessLog.subject}</th>
            </tr>
          </thead>
          <tbody>
            {part.map((entry, index) => (
              <EntryRow key={`${entry.at} ${String(index)}`} entry={entry} isOfContract={isOfContract} />
            ))}
          </tbody>
        </table>
      </Sheet>
      <Pages current={page} pageSize={pageSize} total={log.entries.length} onChange={setPage} />
    </>
  );
}

function EntryRow({ entry, isOfContract }: { readonly entry: AccessLogEntry; readonly isOfContract: boolean }) {
  const { m, instant, fullDate, monthName } = useLanguage();
  const nameOf = useContractName();
  const words = ({ kind, text }: SubjectPart) => {
    if (kind === 'month') return monthName(text);
    if (kind === 'day') return fullDate(text);
    return kind === 'record' ? m.accessLog.record(text) : text;
  };
  return (
    <tr>
      <td className="figure">{instant(entry.at)}</td>
      <td data-label={m.accessLog.who}>
        {entry.user.name} <span className="muted small">{entry.user.login}</span>
      </td>
      {isOfContract ? null : (
        <td data-label={m.accessLog.contract}>
          {entry.contract === '*' ? <span className="muted">{m.accessLog.general}</span> : nameOf(entry.contract)}
        </td>
      )}
      <td data-label={m.accessLog.action} className="keep-together">
        {m.accessLog.actions[entry.action] ?? entry.action}
      </td>
      <td data-label={m.accessLog.subject} title={entry.subject}>
        {subjectParts(entry.subject).map(words).join(' · ') || m.none}
      </td>
    </tr>
  );
}
