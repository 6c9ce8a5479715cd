import { z } from 'zod';
import { civilDate, list, localText } from './common.js';

/** Like the domain's CalendarDay; see there for the meaning of the kinds. */
export const calendarDay = z
  .object({
    date: civilDate,
    kind: z.enum(['working', 'saturday', 'rest', 'holidayBlock']),
    /** 班: a weekend day worked in exchange for a bridge day. */
    isAdjustedWorkday: z.boolean(),
    isStatutoryHoliday: z.boolean(),
    holidayName: localText.optional(),
    /** The year has no State Council notice yet. */
    isProvisional: z.boolean(),
    override: z.object({ site: z.string(), document: z.string() }).optional(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.output<typeof calendarDay>;

/** GET /contracts/:contract/calendar */
export const calendar = z
  .object({
    days: list(calendarDay),
    /** Years of the range without a notice: everything planned in them is provisional. */
    provisionalYears: list(z.int()),
    /** Days on which one site differs from the notice. */
    siteDays: list(z.object({ site: z.string(), day: calendarDay })),
  })
  .meta({ id: 'Calendar' });
export type Calendar = z.output<typeof calendar>;

/** A State Council notice: the off days and the adjusted working days of a year. */
export const holidayNotice = z
  .object({
    year: z.int(),
    document: z.string(),
    days: list(z.object({ date: civilDate, name: z.string(), isOffDay: z.boolean() })),
  })
  .meta({ id: 'HolidayNotice' });
export type HolidayNotice = z.output<typeof holidayNotice>;

/** POST /holiday-notices, for the administrator: a file as it is. Who reads it says of each day what is wrong with it. */
export const holidayNoticeRequest = z.unknown().meta({
  id: 'HolidayNoticeRequest',
  description:
    'A notice file, ours or one of the public holiday-cn collection: `year`, `document` or `papers`, and `days` of `date`, `name`, `isOffDay`. A refusal lists what is wrong day by day in `details.errors`.',
});
export const holidayNoticeList = z.object({ notices: list(holidayNotice) }).meta({ id: 'HolidayNoticeList' });
