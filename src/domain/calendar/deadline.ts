import { addDays, type CivilDate } from '../../shared/civil-date.js';
import type { ServiceCalendar } from './service-calendar.js';

/**
 * Last day of a period of days: counted from the day after, ending at 24:00 of its last day; where that is no working
 * day, of the next working day (Civil Code 201 and 203) unless the parties agreed on the last day itself (M15).
 */
export function lastDayOf(
  period: { readonly from: CivilDate; readonly days: number },
  calendar: ServiceCalendar,
  { endsOnWorkingDay }: { readonly endsOnWorkingDay: boolean },
): CivilDate {
  let last = addDays(period.from, period.days);
  if (!endsOnWorkingDay) return last;
  while (calendar.day(last).kind !== 'working') last = addDays(last, 1);
  return last;
}
