import { addDays, lastOfMonth, monthOf, type CivilDate } from '../../../shared/civil-date.js';
import type { PeriodSeal } from './journal.js';

/**
 * The day on which an entry about a date takes effect: the date itself while its month is open, else the first day of
 * the first open month after it.
 */
export function openDate(date: CivilDate, seals: readonly Pick<PeriodSeal, 'month'>[]): CivilDate {
  const closed = new Set(seals.map(({ month }) => month));
  let day = date;
  while (closed.has(monthOf(day))) day = addDays(lastOfMonth(monthOf(day)), 1);
  return day;
}
