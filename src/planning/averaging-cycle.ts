import { addDays, firstOfMonth, lastOfMonth, mondayOf, monthOf, type CivilDate } from '../shared/civil-date.js';
import { DateTime } from 'luxon';

interface DateRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * The averaging cycle of comprehensive hours (劳部发〔1994〕503号, art. 5) that a day falls in. Weeks and months are
 * those of the calendar; quarters and years count from the first day of the term, as the approval is for the post.
 */
export function averagingCycle({
  cycle,
  termFrom,
  date,
}: {
  readonly cycle: 'week' | 'month' | 'quarter' | 'year';
  readonly termFrom: CivilDate;
  readonly date: CivilDate;
}): DateRange {
  if (cycle === 'week') return { from: mondayOf(date), to: addDays(mondayOf(date), 6) };
  if (cycle === 'month') return { from: firstOfMonth(monthOf(date)), to: lastOfMonth(monthOf(date)) };
  const months = cycle === 'quarter' ? 3 : 12;
  const passed = Math.floor(at(date).diff(at(termFrom), 'months').months / months);
  return { from: addMonths(termFrom, passed * months), to: addDays(addMonths(termFrom, (passed + 1) * months), -1) };
}

/** Months of an inclusive range, a begun one counted whole: 2 April to 1 May is one, to 2 May two. */
export function monthsBegun({ from, to }: DateRange): number {
  return Math.ceil(at(addDays(to, 1)).diff(at(from), 'months').months);
}

function addMonths(date: CivilDate, months: number): CivilDate {
  return at(date).plus({ months }).toISODate() as CivilDate;
}

function at(date: CivilDate): DateTime<true> {
  return DateTime.fromISO(date, { zone: 'utc' }) as DateTime<true>;
}
