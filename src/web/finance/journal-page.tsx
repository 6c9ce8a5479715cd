import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { JournalEntry } from '../../adapters/http/schemas/ledger.js';
import { fen, yuanText } from '../../shared/fen.js';
import { journalQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Closing } from './closing.js';
import { entryAbout } from './entry-about.js';
import { entryAmount } from './entry-amount.js';
import './finance.css';
import { MonthBar, useMonth } from './month-bar.js';
import { ReversalDialog } from './reversal-dialog.js';

/** Append-only: an entry is never edited, a mistake is taken back by a second entry with its reason. */
export function JournalPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const month = useMonth();
  const journal = useQuery(journalQuery(contract, month));
  const [reversing, setReversing] = useState<JournalEntry | null>(null);
  return (
    <Page title={m.journal.title} marks={<MonthBar month={month} />} lead={m.journal.lead}>
      <Closing contract={contract} month={month} />
      <Sheet title={m.journal.entries} flush>
        <Loaded query={journal}>
          {(entries) =>
            entries.length === 0 ? (
              <Empty title={m.journal.emptyTitle} text={m.journal.emptyText} />
            ) : (
              <Entries contract={contract} entries={entries} reverse={setReversing} />
            )
          }
        </Loaded>
      </Sheet>
      {reversing === null ? null : (
        <ReversalDialog
          contract={contract}
          entry={reversing}
          close={() => {
            setReversing(null);
          }}
        />
      )}
    </Page>
  );
}

function Entries({
  contract,
  entries,
  reverse,
}: {
  readonly contract: string;
  readonly entries: readonly JournalEntry[];
  readonly reverse: (entry: JournalEntry) => void;
}) {
  const { m, instant, author, local } = useLanguage();
  const mayReverse = useHolds('finance');
  const money = useQuery(contractQuery(contract)).data?.money ?? null;
  const reversed = new Set(entries.flatMap((entry) => entry.reverses ?? []));
  return (
    <Table<JournalEntry>
      size="small"
      rowKey="id"
      dataSource={[...entries]}
      pagination={entries.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 1000 }}
      expandable={{
        columnTitle: <span className="sr-only">{m.rowDetails}</span>,
        expandedRowRender: (entry) => <EntryDetail entry={entry} />,
      }}
      columns={[
        { title: m.journal.sequence, dataIndex: 'sequence', align: 'right', width: 70 },
        { title: m.journal.effectiveDate, dataIndex: 'effectiveDate', width: 120 },
        { title: m.journal.recordedAt, key: 'recordedAt', render: (_, entry) => instant(entry.recordedAt), width: 150 },
        {
          title: m.journal.reason,
          key: 'reason',
          render: (_, entry) => (
            <>
              {m.journal.reasons[entry.reason]}
              {entry.reverses === null ? null : <span className="badge caution">{m.journal.reversal}</span>}
              {reversed.has(entry.id) ? <span className="badge">{m.journal.isReversed}</span> : null}
            </>
          ),
        },
        {
          title: m.journal.about,
          key: 'about',
          render: (_, entry) => {
            const { what, document } = entryAbout(entry.subject, money);
            return (
              <>
                {what === null ? '' : local(what)}
                {document === null ? null : <div className="small muted">{document}</div>}
              </>
            );
          },
        },
        { title: m.finance.amount, key: 'amount', align: 'right', render: (_, entry) => amountText(entry) ?? m.none },
        { title: m.journal.recordedBy, key: 'author', render: (_, entry) => author(entry.author) },
        {
          title: <span className="sr-only">{m.readings.actions}</span>,
          key: 'actions',
          render: (_, entry) =>
            mayReverse && ['vacancy', 'settlement', 'payment'].includes(entry.reason) && !reversed.has(entry.id) ? (
              <Button
                size="small"
                onClick={() => {
                  reverse(entry);
                }}
              >
                {m.journal.reverse}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

function amountText({ postings }: JournalEntry): string | null {
  const amount = entryAmount(postings);
  return amount === null ? null : yuanText(amount);
}

function EntryDetail({ entry }: { readonly entry: JournalEntry }) {
  const { m } = useLanguage();
  return (
    <dl className="line-detail">
      {entry.note === null ? null : (
        <div className="wide">
          <dt>{m.journal.note}</dt>
          <dd>{entry.note}</dd>
        </div>
      )}
      <div className="wide">
        <dt>{m.journal.postings}</dt>
        <dd>
          {entry.postings.map((one) => (
            <div key={one.source + one.destination + one.asset} className="figure">
              {m.journal.posting(
                m.journal.account(one.source),
                m.journal.account(one.destination),
                one.asset === 'CNY' ? yuanText(fen(Number(one.quantity))) : m.finance.headcountDays(one.quantity),
              )}
            </div>
          ))}
        </dd>
      </div>
      <div className="wide">
        <dt>{m.journal.hash}</dt>
        <dd className="code">{entry.hash}</dd>
      </div>
      <div className="wide">
        <dt>{m.journal.previousHash}</dt>
        <dd className="code">{entry.previousHash}</dd>
      </div>
    </dl>
  );
}
