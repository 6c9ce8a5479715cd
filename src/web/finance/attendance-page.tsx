import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { AttendanceImport, Presence } from '../../adapters/http/schemas/attendance.js';
import { civilMonth, firstOfMonth, lastOfMonth } from '../../shared/civil-date.js';
import { clockText } from '../../shared/interval.js';
import { request } from '../api/client.js';
import { attendanceQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { groupName } from '../roster/scene.js';
import { useHolds } from '../shell/app-shell.js';
import { FilePick } from '../shell/file-pick.js';
import { Page, Sheet } from '../shell/page.js';
import { useTablePages } from '../shell/printing.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import './finance.css';
import { MonthBar, useMonth } from './month-bar.js';
import { hasGoodRows, RowErrors, rowErrorsOf } from './row-errors.js';

export function AttendancePage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const month = civilMonth(useMonth());
  const records = useQuery(attendanceQuery(contract, { from: firstOfMonth(month), to: lastOfMonth(month) }));
  return (
    <Page title={m.attendance.title} lead={m.attendance.lead}>
      {useHolds('manager', 'finance') ? <ImportForm contract={contract} /> : null}
      <MonthBar month={month} />
      <Sheet title={m.attendance.records} flush>
        <Loaded query={records}>
          {(list) =>
            list.length === 0 ? (
              <Empty title={m.attendance.emptyTitle} text={m.attendance.emptyText} />
            ) : (
              <Records contract={contract} records={list} />
            )
          }
        </Loaded>
      </Sheet>
    </Page>
  );
}

function Records({ contract, records }: { readonly contract: string; readonly records: readonly Presence[] }) {
  const { m, dayMonth, weekdayName, local } = useLanguage();
  const document = useQuery(contractQuery(contract)).data?.document;
  const placeOf = ({ post, postGroup }: Presence) => {
    if (post !== null || document === undefined) return post ?? '';
    const { site, work } = groupName(document, postGroup);
    return `${local(site)} · ${local(work)}`;
  };
  const time = (minute: number | null) => (minute === null ? m.none : clockText(minute));
  return (
    <Table<Presence>
      size="small"
      rowKey={(one) => `${one.worker} ${one.date} ${one.postGroup} ${one.post ?? ''} ${String(one.arrivedMinute)}`}
      dataSource={[...records]}
      pagination={useTablePages(records.length)}
      scroll={{ x: 760 }}
      columns={[
        {
          title: m.finance.date,
          key: 'date',
          render: (_, one) => `${dayMonth(one.date)} ${weekdayName(one.date)}`,
          sorter: (a, b) => a.date.localeCompare(b.date),
          width: 130,
        },
        { title: m.roster.worker, dataIndex: 'worker' },
        { title: m.roster.post, key: 'post', render: (_, one) => placeOf(one) },
        {
          title: m.attendance.status,
          key: 'status',
          filters: [
            { text: m.attendance.statuses.present, value: 'present' },
            { text: m.attendance.statuses.absent, value: 'absent' },
          ],
          onFilter: (value, one) => one.status === value,
          render: (_, one) => (
            <span className={one.status === 'absent' ? 'badge short' : 'badge'}>
              {m.attendance.statuses[one.status]}
            </span>
          ),
        },
        { title: m.attendance.arrived, key: 'arrived', align: 'right', render: (_, one) => time(one.arrivedMinute) },
        { title: m.attendance.left, key: 'left', align: 'right', render: (_, one) => time(one.leftMinute) },
        {
          title: m.finance.cause,
          key: 'cause',
          render: (_, one) => (one.cause === null ? '' : m.finance.causes[one.cause]),
        },
        { title: m.attendance.coverFor, dataIndex: 'coverFor' },
        { title: m.attendance.note, dataIndex: 'note' },
      ]}
    />
  );
}

/** Wrong rows are listed with their number; the good ones can be taken on request, never silently. */
function ImportForm({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: (input: { readonly file: File; readonly acceptGoodRows: boolean }) => {
      const body = new FormData();
      body.set('acceptGoodRows', String(input.acceptGoodRows));
      body.set('file', input.file);
      return request<AttendanceImport>(`/contracts/${contract}/attendance`, { method: 'POST', body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract', contract] }),
  });
  const wrongRows = rowErrorsOf(upload.error);
  const send = (acceptGoodRows: boolean) => {
    if (file !== null) upload.mutate({ file, acceptGoodRows });
  };
  return (
    <Sheet title={m.attendance.import}>
      <div className="stack">
        <FilePick
          label={m.attendance.file}
          accept=".csv,.xlsx"
          file={file}
          onPick={(picked) => {
            setFile(picked);
            upload.reset();
          }}
        >
          <Button
            type="primary"
            disabled={file === null}
            loading={upload.isPending}
            onClick={() => {
              send(false);
            }}
          >
            {m.attendance.send}
          </Button>
        </FilePick>
        <p className="small muted" style={{ margin: 0 }}>
          {m.attendance.columns}
        </p>
        {upload.isSuccess ? (
          <div className="notice" role="status">
            {m.attendance.taken(upload.data.imported, upload.data.from ?? '', upload.data.to ?? '')}
          </div>
        ) : null}
        {upload.isSuccess && upload.data.errors.length > 0 ? <RowErrors errors={upload.data.errors} /> : null}
        {upload.isError && wrongRows.length === 0 ? <Refused error={upload.error} /> : null}
        {wrongRows.length > 0 ? (
          <>
            <div className="notice caution" role="alert">
              <strong>{m.attendance.rowsWrong(wrongRows.length)}</strong>
              <p>{hasGoodRows(upload.error) ? m.attendance.rowsWrongText : m.attendance.noGoodRows}</p>
              {hasGoodRows(upload.error) ? (
                <Button
                  onClick={() => {
                    send(true);
                  }}
                  loading={upload.isPending}
                >
                  {m.attendance.acceptGoodRows}
                </Button>
              ) : null}
            </div>
            <RowErrors errors={wrongRows} />
          </>
        ) : null}
      </div>
    </Sheet>
  );
}
