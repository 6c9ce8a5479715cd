import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { MyShift } from '../../adapters/http/schemas/rosters.js';
import { addDays, civilDate, mondayOf } from '../../shared/civil-date.js';
import { myShiftsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { groupBy } from '../../shared/grouping.js';
import { useSession } from '../session/session.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { useWallClock } from '../shell/today.js';
import { isOver, nextShift } from './next-shift.js';
import './staff.css';

/** What is past is of little use; this week and the four ahead are. */
export function MyShiftsPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const now = useWallClock();
  const from = mondayOf(civilDate(now.slice(0, 10)));
  const shifts = useQuery(myShiftsQuery(contract, { from, to: addDays(from, 34) }));
  return (
    <Page title={m.mine.shiftsTitle}>
      <FirstPassword />
      <Loaded query={shifts}>
        {({ shifts: list }) =>
          list.length === 0 ? (
            <Empty title={m.mine.noShiftTitle} text={m.mine.noShiftText} />
          ) : (
            <Weeks shifts={list} now={now} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** A newcomer's link opens the pages for a while only. */
function FirstPassword() {
  const { m } = useLanguage();
  if (useSession().data?.user.hasPassword !== false) return null;
  return (
    <div className="notice caution first-password">
      <p>
        <strong>{m.mine.noPasswordTitle}</strong>
        <br />
        {m.mine.noPasswordText}
      </p>
      <Link to="/account">{m.mine.setPassword}</Link>
    </div>
  );
}

function Weeks({ shifts, now }: { readonly shifts: readonly MyShift[]; readonly now: string }) {
  const { m, period } = useLanguage();
  const sorted = [...shifts].sort((a, b) => a.start.localeCompare(b.start));
  const next = nextShift(sorted, now);
  const weeks = [...groupBy(sorted, (shift) => mondayOf(shift.date))];
  return (
    <>
      {next === undefined ? null : <NextShift {...next} />}
      {weeks.map(([monday, inside]) => (
        <section key={monday} className="my-week">
          <h2>
            {period({ from: monday, to: addDays(monday, 6) })}
            <span className="muted small">{m.mine.shiftCount(inside.length)}</span>
          </h2>
          <ul className="my-shifts">
            {inside.map((shift) => (
              <Shift key={shift.start} shift={shift} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function NextShift({ shift, when }: NonNullable<ReturnType<typeof nextShift<MyShift>>>) {
  const { m, local, weekdayName, dayMonth } = useLanguage();
  return (
    <section className="next-shift" aria-label={m.mine.when.later}>
      <span>{m.mine.when[when]}</span>
      <strong>{`${dayMonth(shift.date)} ${weekdayName(shift.date)} · ${local(shift.name)}`}</strong>
      <span className="next-time">
        <Times shift={shift} />
      </span>
      <span>
        <Place shift={shift} />
      </span>
    </section>
  );
}

function Shift({ shift, now }: { readonly shift: MyShift; readonly now: string }) {
  const { m, local, weekdayName, dayMonth } = useLanguage();
  const isToday = shift.date === now.slice(0, 10);
  return (
    <li className={`my-shift ${isOver(shift, now) ? 'is-past' : ''} ${isToday ? 'is-today' : ''}`}>
      <span className="my-shift-day">
        <b>{weekdayName(shift.date)}</b>
        <span className="small">{dayMonth(shift.date)}</span>
      </span>
      <span className="my-shift-what">
        <b>
          <Times shift={shift} /> {isToday ? <span className="badge accent">{m.mine.when.today}</span> : null}
        </b>
        <span className="small">
          {local(shift.name)} · <Place shift={shift} />
        </span>
      </span>
      <span className="chip tone-0" aria-hidden="true">
        {shift.code}
      </span>
    </li>
  );
}

function Times({ shift }: { readonly shift: MyShift }) {
  const { m } = useLanguage();
  const isOvernight = shift.end.slice(0, 10) > shift.start.slice(0, 10);
  return (
    <>{`${shift.start.slice(11, 16)}–${isOvernight ? m.mine.nextDay(shift.end.slice(11, 16)) : shift.end.slice(11, 16)}`}</>
  );
}

function Place({ shift }: { readonly shift: MyShift }) {
  const { m, local } = useLanguage();
  return <>{`${shift.post ?? m.roster.relief} · ${local(shift.siteName)}`}</>;
}
