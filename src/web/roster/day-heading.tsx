import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import { useLanguage } from '../messages/language.js';
import type { Staffing, StaffingState } from './coverage-model.js';

/** A shape for each state, so that a black-and-white print says the same. */
export const stateSigns: Record<StaffingState, string> = {
  closed: '',
  unplanned: '○',
  short: '▼',
  met: '●',
  over: '▲',
};

/** `● 140/140`: never by colour alone. */
export function StaffingLight({ staffing }: { readonly staffing: Staffing }) {
  const { m } = useLanguage();
  if (staffing.state === 'closed') return <span className="light light-closed">{m.roster.closed}</span>;
  const text =
    staffing.state === 'unplanned'
      ? m.roster.needed(staffing.required)
      : `${String(staffing.filled)}/${String(staffing.required)}`;
  return (
    <span className={`light light-${staffing.state}`} title={m.roster.lights[staffing.state]}>
      <span aria-hidden="true">{stateSigns[staffing.state]}</span>
      {text}
      <span className="sr-only">{m.roster.lights[staffing.state]}</span>
    </span>
  );
}

/** Weekday, date, what kind of day it is. */
export function DayHeading({
  day,
  date,
  isNarrow,
}: {
  readonly day: CalendarDay | undefined;
  readonly date: string;
  readonly isNarrow: boolean;
}) {
  const { m, local, weekdayName, dayMonth, shortDate } = useLanguage();
  return (
    <span className="day-heading" data-date={date}>
      <span className="day-weekday">
        {weekdayName(date)}
        <DayBadge day={day} />
      </span>
      <span className="day-date">{isNarrow ? shortDate(date) : dayMonth(date)}</span>
      {day?.holidayName === undefined || isNarrow ? null : (
        <span className="day-holiday">{local(day.holidayName)}</span>
      )}
      {day?.isProvisional === true ? (
        <span className="day-provisional" title={m.roster.provisionalHint}>
          {m.roster.provisionalMark}
        </span>
      ) : null}
    </span>
  );
}

function DayBadge({ day }: { readonly day: CalendarDay | undefined }) {
  const { m } = useLanguage();
  if (day === undefined) return null;
  if (day.isAdjustedWorkday)
    return (
      <abbr className="day-badge day-badge-work" title={m.roster.adjustedWorkday}>
        {m.roster.workMark}
      </abbr>
    );
  if (day.kind === 'holidayBlock')
    return (
      <abbr
        className="day-badge day-badge-rest"
        title={day.isStatutoryHoliday ? m.roster.statutoryHoliday : m.roster.holidayBlock}
      >
        {day.isStatutoryHoliday ? m.roster.holidayMark : m.roster.restMark}
      </abbr>
    );
  return null;
}

export function isQuiet(day: CalendarDay | undefined): boolean {
  return day !== undefined && !day.isAdjustedWorkday && day.kind !== 'working';
}
