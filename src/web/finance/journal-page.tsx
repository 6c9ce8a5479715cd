import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Modal, Select, Table } from 'antd';
import { useId, useState } from 'react';
import type { JournalEntry, ReversalRequest } from '../../adapters/http/schemas/ledger.js';
import { fen, yuanText } from '../../shared/fen.js';
import { request } from '../api/client.js';
import { randomText } from '../api/random-text.js';
import { journalQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { NoteField } from '../shell/fields.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { Closing } from './closing.js';
import './finance.css';
import { MonthBar, useMonth } from './month-bar.js';

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
              <Entries entries={entries} reverse={setReversing} />
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
  entries,
  reverse,
}: {
  readonly entries: readonly JournalEntry[];
  readonly reverse: (entry: JournalEntry) => void;
}) {
  const { m, instant, author } = useLanguage();
  const mayReverse = useHolds('finance');
  const reversed = new Set(entries.flatMap((entry) => entry.reverses ?? []));
  return (
    <Table<JournalEntry>
      size="small"
      rowKey="id"
      dataSource={[...entries]}
      pagination={entries.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 820 }}
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
        { title: m.finance.amount, key: 'amount', align: 'right', render: (_, entry) => amountOf(entry) ?? m.none },
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

function amountOf(entry: JournalEntry): string | null {
  const money = entry.postings.filter((one) => one.asset === 'CNY');
  return money.length === 0 ? null : yuanText(fen(money.reduce((sum, one) => sum + Number(one.quantity), 0)));
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

const reversalReasons = [
  'reversal-attendance-corrected',
  'reversal-rate-changed',
  'reversal-ruling-changed',
  'reversal-entry-error',
  'waiver',
] as const;

function ReversalDialog({
  contract,
  entry,
  close,
}: {
  readonly contract: string;
  readonly entry: JournalEntry;
  readonly close: () => void;
}) {
  useFocusReturn();
  const { m } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState<ReversalRequest['reason']>('reversal-attendance-corrected');
  const [note, setNote] = useState('');
  const [key] = useState(() => `reversal-${entry.id}-${randomText()}`);
  const reasonId = useId();
  const reversal = useMutation({
    mutationFn: (body: ReversalRequest) =>
      request(`/contracts/${contract}/journal/${entry.id}/reversal`, {
        method: 'POST',
        body,
        headers: { 'idempotency-key': key },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      close();
    },
  });
  return (
    <Modal
      open
      title={m.journal.reverseTitle(entry.sequence)}
      onCancel={close}
      okText={m.journal.reverse}
      cancelText={m.cancel}
      okButtonProps={{ disabled: note.trim() === '', loading: reversal.isPending }}
      onOk={() => {
        reversal.mutate({ reason, note: note.trim() });
      }}
    >
      <div className="stack">
        <p style={{ margin: 0 }}>{m.journal.reverseText}</p>
        <div>
          <label htmlFor={reasonId}>{m.journal.reason}</label>
          <Select
            id={reasonId}
            style={{ width: '100%' }}
            value={reason}
            onChange={setReason}
            options={reversalReasons.map((value) => ({ value, label: m.journal.reasons[value] }))}
          />
        </div>
        <NoteField label={m.journal.note} rows={3} maxLength={1000} value={note} onChange={setNote} />
        <Refused error={reversal.error} />
      </div>
    </Modal>
  );
}
