import { z } from 'zod';
import { vacancyCauses } from '../../../domain/attendance/presence.js';
import { civilDate, list, localText } from './common.js';

/** GET /contracts/:contract/attendance: records of presence, minutes from 00:00 of the date. */
export const presence = z
  .object({
    worker: z.string(),
    date: civilDate,
    postGroup: z.string(),
    post: z.string().nullable(),
    arrivedMinute: z.int().nullable(),
    leftMinute: z.int().nullable(),
    status: z.enum(['present', 'absent']),
    cause: z.enum(vacancyCauses).nullable(),
    coverFor: z.string().nullable(),
    note: z.string(),
  })
  .meta({ id: 'Presence' });
export type Presence = z.output<typeof presence>;
export const presenceList = z.object({ records: list(presence) }).meta({ id: 'PresenceList' });

/** A row of the file that can't be read, by its number in the file (1 = the heading). */
export const attendanceRowError = z
  .object({
    row: z.int(),
    column: z.string().nullable(),
    /** `C5`; null when the row as a whole is wrong. */
    cell: z.string().nullable(),
    message: localText,
  })
  .meta({ id: 'AttendanceRowError' });
export type AttendanceRowError = z.output<typeof attendanceRowError>;

/** Form fields beside the file in POST /contracts/:contract/attendance. */
export const attendanceForm = z.strictObject({
  /** `true` takes the good rows although others are wrong. */
  acceptGoodRows: z.enum(['true', 'false']).default('false'),
});
/** Answer: what was taken. Without `acceptGoodRows`, a file with wrong rows is refused whole (`invalid-input` with `details.errors`). */
export const attendanceImport = z
  .object({
    rowsRead: z.int(),
    /** Rows whose record is on file now; `unchanged` of them were before, word for word. */
    imported: z.int(),
    unchanged: z.int(),
    /** Earlier records that the file corrected. */
    replaced: z.int(),
    /** People's days that were marked and confirmed on the spot otherwise than the file has them. */
    contradicted: z.int(),
    errors: list(attendanceRowError),
    from: civilDate.nullable(),
    to: civilDate.nullable(),
  })
  .meta({ id: 'AttendanceImport' });
export type AttendanceImport = z.output<typeof attendanceImport>;
