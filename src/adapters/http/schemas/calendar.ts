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

const noticeFields = {
  year: z.int().min(2007).max(2100),
  document: z.string().trim().min(1).max(400),
};
/** A State Council notice: the off days and the adjusted working days of a year. */
export const holidayNotice = z
  .object({ ...noticeFields, days: list(z.object({ date: civilDate, name: z.string(), isOffDay: z.boolean() })) })
  .meta({ id: 'HolidayNotice' });
export type HolidayNotice = z.output<typeof holidayNotice>;

/** POST /holiday-notices, for the administrator. */
export const holidayNoticeRequest = z
  .strictObject({
    ...noticeFields,
    days: z
      .array(z.strictObject({ date: civilDate, name: z.string().trim().min(1).max(40), isOffDay: z.boolean() }))
      .min(1)
      .max(120),
  })
  .check((input) => {
    input.value.days.forEach((day, index) => {
      // A notice may reach into the last days of the year before (New Year's bridge days).
      const isNear =
        day.date.startsWith(`${String(input.value.year)}-`) ||
        day.date.startsWith(`${String(input.value.year - 1)}-12`);
      const texts = {
        zh: `${day.date} 不在通知所属年份内。`,
        en: `${day.date} lies outside the year of the notice.`,
      };
      if (!isNear)
        input.issues.push({
          code: 'custom',
          input: day.date,
          path: ['days', index, 'date'],
          message: texts.en,
          params: texts,
        });
    });
    const texts = { zh: '通知中有重复的日期。', en: 'The notice names a date twice.' };
    if (new Set(input.value.days.map((day) => day.date)).size !== input.value.days.length)
      input.issues.push({
        code: 'custom',
        input: input.value.days,
        path: ['days'],
        message: texts.en,
        params: texts,
      });
  })
  .meta({ id: 'HolidayNoticeRequest' });
export const holidayNoticeList = z.object({ notices: list(holidayNotice) }).meta({ id: 'HolidayNoticeList' });
