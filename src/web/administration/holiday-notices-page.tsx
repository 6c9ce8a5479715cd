import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HolidayNotice } from '../../adapters/http/schemas/calendar.js';
import type { LocalText } from '../../shared/text.js';
import { yearOf } from '../../shared/civil-date.js';
import { ApiProblem, request } from '../api/client.js';
import { noticesQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { groupBy } from '../../shared/grouping.js';
import { JsonFileSend } from '../shell/file-pick.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
import '../finance/finance.css';
import './administration.css';

/** State Council notices by year; a year without one is provisional, and so is everything planned in it. */
export function HolidayNoticesPage() {
  const { m } = useLanguage();
  const notices = useQuery(noticesQuery);
  return (
    <Page title={m.notices.title} lead={m.notices.lead}>
      <ImportNotice />
      <Loaded query={notices}>{(list) => <Years notices={list} />}</Loaded>
    </Page>
  );
}

function ImportNotice() {
  const { m } = useLanguage();
  const client = useQueryClient();
  const [isUnreadable, setUnreadable] = useState(false);
  const entry = useMutation({
    mutationFn: (body: unknown) => request<HolidayNotice>('/holiday-notices', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }),
  });
  const send = async (file: File) => {
    const notice = await readJson(file);
    setUnreadable(notice === undefined);
    if (notice !== undefined) entry.mutate(notice);
  };
  const wrongDays = wrongDaysOf(entry.error);
  return (
    <Sheet title={m.notices.import}>
      <div className="stack">
        <JsonFileSend
          label={m.notices.file}
          button={m.notices.send}
          isSending={entry.isPending}
          onPick={() => {
            setUnreadable(false);
            entry.reset();
          }}
          send={(file) => void send(file)}
        />
        <p className="small muted notice-shape">{m.notices.shape}</p>
        {isUnreadable ? (
          <div className="notice short" role="alert">
            {m.notices.unreadable}
          </div>
        ) : null}
        {entry.isSuccess ? (
          <div className="notice" role="status">
            {m.notices.taken(entry.data.year, entry.data.days.length)}
          </div>
        ) : null}
        {wrongDays.length === 0 ? <Refused error={entry.error} /> : <WrongDays days={wrongDays} />}
      </div>
    </Sheet>
  );
}

/** What the service found wrong with a file; `row` counts the days of its list from 1, and is absent for a missing day. */
interface WrongDay {
  readonly row?: number;
  readonly message: LocalText;
}

function wrongDaysOf(error: unknown): readonly WrongDay[] {
  const errors = error instanceof ApiProblem ? error.problem?.details?.['errors'] : undefined;
  return Array.isArray(errors) ? (errors as WrongDay[]) : [];
}

function WrongDays({ days }: { readonly days: readonly WrongDay[] }) {
  const { m, local } = useLanguage();
  return (
    <div className="notice short" role="alert">
      <strong>{m.notices.wrong(days.length)}</strong>
      <ul className="change-list">
        {days.map(({ row, message }) => (
          <li key={`${String(row)} ${message.zh}`}>
            {row === undefined ? '' : m.notices.place(row)}
            {local(message)}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    return undefined;
  }
}

function Years({ notices }: { readonly notices: readonly HolidayNotice[] }) {
  const { m, dayMonth } = useLanguage();
  const thisYear = yearOf(today());
  const known = new Set(notices.map((notice) => notice.year));
  const provisional = [thisYear, thisYear + 1].filter((year) => !known.has(year));
  const sorted = [...notices].sort((a, b) => b.year - a.year);
  return (
    <>
      {provisional.length === 0 ? null : (
        <div className="notice caution provisional-years">
          <strong>{m.notices.provisionalTitle(m.list(provisional.map(String)))}</strong>
          <p>{m.notices.provisionalText}</p>
        </div>
      )}
      {sorted.length === 0 ? <Empty title={m.notices.emptyTitle} text={m.notices.emptyText} /> : null}
      {sorted.map((notice) => (
        <Sheet
          key={notice.year}
          title={m.notices.year(notice.year)}
          extra={<span className="muted small">{notice.document}</span>}
          flush
        >
          <table className="plain stacked prose">
            <thead>
              <tr>
                <th>{m.notices.holiday}</th>
                <th>{m.notices.offDays}</th>
                <th>{m.notices.workDays}</th>
              </tr>
            </thead>
            <tbody>
              {[...groupBy(notice.days, (day) => day.name)].map(([name, days]) => (
                <tr key={name}>
                  <td lang="zh-CN" className="keep-together">
                    {name}
                  </td>
                  <td data-label={m.notices.offDays}>
                    {m.list(days.filter((day) => day.isOffDay).map((day) => dayMonth(day.date)))}
                  </td>
                  <td data-label={m.notices.workDays}>
                    {m.list(days.filter((day) => !day.isOffDay).map((day) => dayMonth(day.date)))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      ))}
    </>
  );
}
