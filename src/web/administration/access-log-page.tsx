import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Select, Table } from 'antd';
import { useState } from 'react';
import type { AccessLog, AccessLogEntry } from '../../adapters/http/schemas/administration.js';
import { addDays } from '../../shared/civil-date.js';
import { accessLogQuery, type Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import './administration.css';

/** Who saw or exported what: an administrator over all contracts, an auditor in their own. */
export function AccessLogPage() {
  const { m } = useLanguage();
  const { contract = null } = useParams({ strict: false });
  const [range, setRange] = useState<Range>({ from: addDays(today(), -6), to: today() });
  const [action, setAction] = useState<string>('');
  const log = useQuery(accessLogQuery(contract, { ...range, ...(action === '' ? {} : { action }) }));
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
        <Select
          aria-label={m.accessLog.action}
          value={action}
          onChange={setAction}
          options={[
            { value: '', label: m.accessLog.everyAction },
            ...Object.entries(m.accessLog.actions).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <Loaded query={log}>{(data) => <Entries log={data} isOfContract={contract !== null} />}</Loaded>
    </Page>
  );
}

function Entries({ log, isOfContract }: { readonly log: AccessLog; readonly isOfContract: boolean }) {
  const { m, instant } = useLanguage();
  if (log.entries.length === 0) return <Empty title={m.accessLog.emptyTitle} text={m.accessLog.emptyText} />;
  return (
    <>
      {log.isCut ? (
        <div className="notice caution" style={{ marginBottom: 12 }}>
          {m.accessLog.isCut}
        </div>
      ) : null}
      <Sheet title={m.accessLog.entries(log.entries.length)} flush>
        <Table<AccessLogEntry & { readonly id: number }>
          size="small"
          rowKey="id"
          dataSource={log.entries.map((entry, id) => ({ ...entry, id }))}
          pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true, size: 'small' }}
          columns={[
            { title: m.accessLog.at, key: 'at', render: (_, one) => <span className="figure">{instant(one.at)}</span> },
            {
              title: m.accessLog.who,
              key: 'who',
              render: (_, one) => (
                <>
                  {one.user.name} <span className="muted small">{one.user.login}</span>
                </>
              ),
            },
            ...(isOfContract
              ? []
              : [
                  {
                    title: m.accessLog.contract,
                    key: 'contract',
                    render: (_: unknown, one: AccessLogEntry) =>
                      one.contract === '*' ? <span className="muted">{m.accessLog.general}</span> : one.contract,
                  },
                ]),
            {
              title: m.accessLog.action,
              key: 'action',
              render: (_, one) => m.accessLog.actions[one.action] ?? one.action,
            },
            {
              title: m.accessLog.subject,
              key: 'subject',
              render: (_, one) => <span className="code">{one.subject}</span>,
            },
          ]}
        />
      </Sheet>
    </>
  );
}
