import { serviceCalendar } from '../../domain/calendar/calendar.js';
import type { CalendarDay } from '../../domain/calendar/service-calendar.js';
import { eachDate, yearOf } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { DateRange } from '../ports/index.js';

export interface CalendarView {
  readonly days: readonly CalendarDay[];
  /** Years of the range without a State Council notice. */
  readonly provisionalYears: readonly number[];
  /** Days on which one site differs from the notice. */
  readonly siteDays: readonly { readonly site: string; readonly day: CalendarDay }[];
}

/** The days of a range as the contract's sites know them. */
export async function viewCalendar(
  context: Context,
  { contract, from, to }: { readonly contract: string } & DateRange,
): Promise<Result<CalendarView>> {
  const { notices, overrides } = await context.unitOfWork.read(async ({ calendars }) => ({
    notices: await calendars.notices(),
    overrides: await calendars.overrides(contract),
  }));
  const calendar = serviceCalendar({ notices, overrides });
  const days = eachDate({ from, to }).map((date) => calendar.day(date));
  return done({
    days,
    provisionalYears: [...new Set(days.filter((day) => day.isProvisional).map((day) => yearOf(day.date)))],
    siteDays: overrides
      .filter(({ date }) => from <= date && date <= to)
      .map(({ site, date }) => ({ site, day: calendar.day(date, site) })),
  });
}
