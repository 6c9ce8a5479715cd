import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useEffect, useRef } from 'react';
import type { JournalEntry, JournalPlace, MonthEntry } from '../../adapters/http/schemas/ledger.js';
import { fen, yuanText } from '../../shared/fen.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { rowsPerPage, useTablePages } from '../shell/printing.js';
import { entryAbout } from './entry-about.js';
import { entryAmount } from './entry-amount.js';
import { isReversible } from './entry-reversible.js';

/** The entries of a month in their order; `asked` is the number of one that the reader was led to. */
export function JournalEntries(props: {
  readonly contract: string;
  readonly entries: readonly MonthEntry[];
  readonly asked: number | undefined;
  readonly reverse: (entry: JournalEntry) => void;
}) {
  const { m, instant, author, local } = useLanguage();
  const { contract, entries, asked, reverse } = props;
  const mayReverse = useHolds('finance');
  const money = useQuery(contractQuery(contract)).data?.money ?? null;
  const box = useRef<HTMLDivElement>(null);
  const index = entries.findIndex(({ sequence }) => sequence === asked);
  const pages = useTablePages(entries.length, Math.floor(Math.max(index, 0) / rowsPerPage) + 1);
  useEffect(() => {
    box.current?.querySelector('.is-asked')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={box}>
      <Table<MonthEntry>
        size="small"
        rowKey="id"
        dataSource={[...entries]}
        pagination={pages}
        scroll={{ x: 1000 }}
        rowClassName={({ sequence }) => (sequence === asked ? 'is-asked' : '')}
        expandable={{
          columnTitle: <span className="sr-only">{m.rowDetails}</span>,
          defaultExpandedRowKeys: entries.flatMap(({ sequence, id }) => (sequence === asked ? [id] : [])),
          expandedRowRender: (entry) => <EntryDetail entry={entry} />,
        }}
        columns={[
          { title: m.journal.sequence, dataIndex: 'sequence', align: 'right', width: 70 },
          { title: m.journal.effectiveDate, dataIndex: 'effectiveDate', width: 120 },
          {
            title: m.journal.recordedAt,
            key: 'recordedAt',
            render: (_, entry) => instant(entry.recordedAt),
            width: 150,
          },
          {
            title: m.journal.reason,
            key: 'reason',
            render: (_, entry) => (
              <>
                {m.journal.reasons[entry.reason]}
                <Counterparts contract={contract} entry={entry} />
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
              mayReverse && isReversible(entry) ? (
                <Button
                  size="small"
                  className="no-print"
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
    </div>
  );
}

/** Which entry takes this one back, and which one it takes back; either may count in another month. */
function Counterparts({ contract, entry }: { readonly contract: string; readonly entry: MonthEntry }) {
  const { m, monthName } = useLanguage();
  const { reversedBy, reversalOf } = entry;
  const month = ({ effectiveDate }: JournalPlace) => effectiveDate.slice(0, 7);
  const link = (place: JournalPlace, text: (sequence: number, month: string | null) => string) => {
    const isElsewhere = month(place) !== month(entry);
    return (
      <div className="small">
        <Link
          to={addressOf(contract, 'journal')}
          search={{ month: month(place), entry: place.sequence }}
          // The page moves to the entry by itself.
          resetScroll={false}
        >
          {text(place.sequence, isElsewhere ? monthName(month(place)) : null)}
        </Link>
      </div>
    );
  };
  return (
    <>
      {reversedBy === null ? null : (
        <>
          {' '}
          <span className="badge">{m.journal.isReversed}</span>
          {link(reversedBy, m.journal.reversedBy)}
        </>
      )}
      {reversalOf === null ? null : (
        <>
          {' '}
          <span className="badge caution">{m.journal.reversal}</span>
          {link(reversalOf, m.journal.reversalOf)}
        </>
      )}
    </>
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
