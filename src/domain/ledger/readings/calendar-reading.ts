import { weekday, type CivilDate } from '../../../shared/civil-date.js';
import type { CalendarDay, DayKind, ServiceCalendar } from '../../calendar/service-calendar.js';
import type { VacancyReading } from './vacancy-reading.js';

type DayReading = Pick<VacancyReading, 'areAdjustedDaysWeekends' | 'areOnlyStatutoryDaysClosed'>;

/** The calendar as the parties read it (V17, V18); a site's own dated opening stands above both. */
export function calendarUnder(calendar: ServiceCalendar, readingOn: (date: CivilDate) => DayReading): ServiceCalendar {
  return {
    day(date, site) {
      const day = calendar.day(date, site);
      if (day.override !== undefined) return day;
      const kind = kindUnder(day, readingOn(date));
      return kind === day.kind ? day : { ...day, kind };
    },
  };
}

function kindUnder(day: CalendarDay, reading: DayReading): DayKind {
  const isSaturday = () => weekday(day.date) === 6;
  if (reading.areAdjustedDaysWeekends && day.isAdjustedWorkday) return isSaturday() ? 'saturday' : 'rest';
  const isBridge = day.kind === 'holidayBlock' && !day.isStatutoryHoliday;
  return reading.areOnlyStatutoryDaysClosed && isBridge && isSaturday() ? 'saturday' : day.kind;
}
