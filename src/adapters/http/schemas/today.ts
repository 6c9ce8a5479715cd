import { z } from 'zod';
import { markKinds } from '../../../domain/attendance/presence-mark.js';
import { leaveKinds } from '../../../domain/workforce/worker.js';
import { civilDate, fen, identifier, instant, list, localText, workerCode } from './common.js';

/** GET /contracts/:contract/today[?date]: the present day, or an earlier one as it ended. */
export const todayQuery = z.strictObject({ date: civilDate.optional() });

const mark = z.object({
  id: z.string(),
  kind: z.enum(markKinds),
  minute: z.int().nullable(),
  /** Name of the user. */
  markedBy: z.string(),
  markedAt: instant,
});

/** A duty; minutes count from 00:00 of `date`, the day on which it starts. */
const duty = z.object({
  worker: z.string(),
  date: civilDate,
  code: z.string(),
  shift: localText,
  postGroup: z.string(),
  post: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  state: z.enum(['upcoming', 'unmarked', 'overdue', 'present', 'late', 'absent', 'left']),
  isNow: z.boolean(),
  isOver: z.boolean(),
  arrivedMinute: z.int().nullable(),
  leftMinute: z.int().nullable(),
  mark: mark.nullable(),
});
export type TodayDuty = z.output<typeof duty>;

const group = z.object({
  postGroup: z.string(),
  required: z.int(),
  clause: z.string().nullable(),
  scheduled: z.int(),
  present: z.int(),
  unmarked: z.int(),
  vacant: z.int(),
  /** Empty where a smaller crew leaves open which post is missed. */
  vacantPosts: list(z.string()),
});

const vacancyCost = z.object({
  postGroup: z.string(),
  posts: list(z.string()),
  units: z.string(),
  amountFen: fen.nullable(),
  indicativeFen: fen,
  clause: z.string(),
});

/** `closed`: nothing is required and nobody is due; `unplanned`: something is, and no roster is published. */
const service = z.enum(['open', 'closed', 'unplanned']);

export const today = z
  .object({
    date: civilDate,
    now: instant,
    minute: z.int(),
    day: z.object({
      kind: z.enum(['working', 'saturday', 'rest', 'holidayBlock']),
      holidayName: localText.nullable(),
      isAdjustedWorkday: z.boolean(),
      isProvisional: z.boolean(),
    }),
    service,
    /** Of the roster in force. */
    version: z.int().nullable(),
    totals: group.pick({ required: true, scheduled: true, present: true, unmarked: true, vacant: true }).extend({
      /** Of the day's duties, by their state. */
      late: z.int(),
      absent: z.int(),
      overdue: z.int(),
      /** Duties of the day, and those without a mark. */
      duties: z.int(),
      withoutMark: z.int(),
    }),
    groups: list(group),
    duties: list(duty),
    next: list(z.object({ postGroup: z.string(), date: civilDate, minute: z.int(), duties: list(duty) })),
    /** Kinds of leave are for those who may know them. */
    away: list(
      z.object({ worker: z.string(), from: civilDate, to: civilDate, kind: z.enum([...leaveKinds, 'absent']) }),
    ),
    nextService: z.object({ date: civilDate, minute: z.int() }).nullable(),
    /** Only for those who may see amounts: what the day comes to if it goes on as it stands. */
    cost: list(vacancyCost).nullable(),
    /** Set once the day is confirmed as attendance. */
    record: z.object({ confirmedBy: z.string(), confirmedAt: instant }).nullable(),
    /** Nothing is going on any more: the day may be confirmed when every duty is marked. */
    isOver: z.boolean(),
  })
  .meta({ id: 'Today' });
export type Today = z.output<typeof today>;

/** POST /contracts/:contract/marks; all of them or none. */
export const newMarks = z
  .strictObject({
    marks: z
      .array(
        z.strictObject({
          worker: workerCode,
          date: civilDate,
          kind: z.enum(markKinds),
          minute: z.int().min(-180).max(2880).nullable(),
        }),
      )
      .min(1)
      .max(1000),
  })
  .meta({ id: 'NewMarks' });
export type NewMarks = z.input<typeof newMarks>;
export const markList = z.object({ marks: list(z.object({ id: identifier })) }).meta({ id: 'MarkList' });
export type MarkList = z.output<typeof markList>;
/** POST /contracts/:contract/marks/withdrawal; all of them or none. */
export const markWithdrawal = z
  .strictObject({ ids: z.array(identifier).min(1).max(1000) })
  .meta({ id: 'MarkWithdrawal' });
export type MarkWithdrawal = z.input<typeof markWithdrawal>;

/** POST /contracts/:contract/day-records */
export const dayRecordRequest = z.strictObject({ date: civilDate }).meta({ id: 'DayRecordRequest' });

const times = z.object({
  isAbsent: z.boolean(),
  stretches: list(z.object({ arrivedMinute: z.int(), leftMinute: z.int() })),
});
export const dayRecord = z
  .object({
    date: civilDate,
    confirmedBy: z.string(),
    confirmedAt: instant,
    duties: z.int(),
    /** Where a file of attendance says otherwise; the file holds. */
    differences: list(
      z.object({
        worker: z.string(),
        postGroup: z.string(),
        post: z.string().nullable(),
        marked: times.nullable(),
        onFile: times.nullable(),
      }),
    ),
  })
  .meta({ id: 'DayRecord' });
export type DayRecord = z.output<typeof dayRecord>;
/** GET /contracts/:contract/day-records?from&to: the confirmed days, and for every day what there is to confirm. */
export const dayRecordList = z
  .object({ days: list(dayRecord), services: list(z.object({ date: civilDate, service })) })
  .meta({ id: 'DayRecordList' });
export type DayRecordList = z.output<typeof dayRecordList>;
