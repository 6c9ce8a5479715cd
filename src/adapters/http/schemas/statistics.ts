import { z } from 'zod';
import { civilDate, civilMonth, list } from './common.js';

/** GET /contracts/:contract/statistics?month: a month of the published roster and its attendance in figures. */
export const statistics = z
  .object({
    month: civilMonth,
    days: list(
      z.object({
        date: civilDate,
        /** Person-minutes that the contract's windows ask for, and those of them that the roster fills; null = unpublished. */
        requiredMinutes: z.int(),
        filledMinutes: z.int().nullable(),
        /** Share of the required minutes; null where nothing is required or published. */
        coverage: z.number().nullable(),
        /** Headcount-days vacant by attendance, decimal; null while the day's attendance isn't known. */
        vacantUnits: z.string().nullable(),
      }),
    ),
    /** The fullest accounts first. */
    hours: list(
      z.object({
        worker: z.string(),
        /** The calendar month under standard hours, the averaging cycle under comprehensive hours. */
        account: z.enum(['month', 'cycle']),
        plannedMinutes: z.int(),
        normalMinutes: z.int(),
        maxMinutes: z.int(),
      }),
    ),
    /** By post group, then by most burdens first. */
    burdens: list(
      z.object({
        worker: z.string(),
        postGroup: z.string(),
        nights: z.int(),
        weekends: z.int(),
        holidays: z.int(),
        total: z.int(),
      }),
    ),
  })
  .meta({ id: 'Statistics' });
export type Statistics = z.output<typeof statistics>;

/** GET /contracts/:contract/overtime-accounts: what the hours of a range are held against, whatever roster fills it. */
export const overtimeAccounts = z
  .object({
    accounts: list(
      z.object({
        worker: z.string(),
        /** Days of the range in one week, or in one averaging cycle. */
        from: civilDate,
        to: civilDate,
        normalMinutes: z.int(),
        /** Counted minutes of the same week or cycle outside the range. */
        besideMinutes: z.int(),
      }),
    ),
  })
  .meta({ id: 'OvertimeAccounts' });
export type OvertimeAccount = z.output<typeof overtimeAccounts>['accounts'][number];
