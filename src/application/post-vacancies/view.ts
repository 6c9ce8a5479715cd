import { z } from 'zod';
import { halves } from '../../domain/ledger/vacancy/post-demand.js';
import { sharedCauses } from '../../domain/ledger/shared-line.js';

/**
 * A month of vacancies as the command line and the HTTP API print it. Money stands twice: `amountFen`, whole fen, and
 * `amount`, decimal text of yuan with two places; null while no approved rate is on file, no clause
 * prices vacancies, or the month has no attendance at all.
 * Quantities stand twice: `units`, decimal text of headcount-days (at most six places), and `unitsExact`, `3/2`.
 */
const money = { amountFen: z.int().nullable(), amount: z.string().nullable() };
const quantity = { units: z.string(), unitsExact: z.string() };
const localText = z.object({ zh: z.string(), en: z.string() });
const date = z.string();

export const vacancyLineView = z.object({
  /** `contract/date/post group/post`. */
  id: z.string(),
  date,
  postGroup: z.string(),
  post: z.string(),
  /** Code of the worker who was due; null when nobody was. */
  due: z.string().nullable(),
  halves: z.array(z.enum(halves)),
  requiredMinutes: z.int(),
  unattendedMinutes: z.int(),
  /** `leave` for every kind of leave, as in the evidence and the explanation. */
  cause: z.enum(sharedCauses),
  causeName: localText,
  cover: z.string().nullable(),
  evidence: z.string(),
  hasImpactEvidence: z.boolean(),
  clause: z.string(),
  ...quantity,
  /** amount = annual ÷ divisor × units, half-up to fen unless `rounding` says otherwise. `divisor` is the post's service units in the term. */
  rate: z
    .object({
      annualFen: z.int(),
      annual: z.string(),
      divisor: z.string(),
      divisorExact: z.string(),
      document: z.string(),
    })
    .nullable(),
  /** Yuan of one headcount-day, annual ÷ divisor, rounded to six places for the reader: `442.178218`. The amount is worked out from the exact one. */
  dailyRate: z.string().nullable(),
  ...money,
  /** Another rounding that was agreed (V22); `before`, where the statement is rounded as a whole, is what its earlier lines come to, exact and rounded. */
  rounding: z
    .object({
      mode: z.enum(['half-up', 'half-even', 'floor']),
      before: z.object({ exactFen: z.string(), amountFen: z.int() }).optional(),
    })
    .optional(),
  isContested: z.boolean(),
  /** Items of the register that were applied: `V6`. */
  ruling: z.array(z.string()),
  /** The version of the register that the ruling used; 0 = nothing but defaults. */
  registerVersion: z.int(),
  explanation: localText,
});

export const waivedLineView = vacancyLineView.extend({ waiverNote: z.string() });

const total = z.object({ lines: z.int(), ...quantity, ...money });

export const vacancyMonthView = z.object({
  contract: z.string(),
  month: z.string(),
  status: z.enum(['not-posted', 'posted', 'sealed']),
  lines: z.array(vacancyLineView),
  undisputed: total,
  contested: total,
  total,
  /** Lines that the parties waived, each with the reason in words: recorded, not counted. */
  waived: z.array(waivedLineView),
  /** Gaps that are no vacancy; `minutes` are person-minutes. */
  incidents: z.array(
    z.object({
      date,
      postGroup: z.string(),
      post: z.string(),
      worker: z.string().nullable(),
      minutes: z.int(),
      kind: z.enum(['lateness', 'incident']),
      window: z.string().nullable(),
    }),
  ),
  /** Days of the month in the term on which anything had to be manned; those without any attendance make no line. */
  serviceDays: z.int(),
  daysWithoutAttendance: z.array(date),
  /** The same in words; null when every service day has attendance. No lines with a gap is not “no vacancies”. */
  attendanceGap: localText.nullable(),
  /** On the days that have attendance: filled + vacant = required. */
  required: z.object(quantity),
  filled: z.object(quantity),
  /** What the posting did, or, in a preview, would do. */
  posting: z.object({ posted: z.int(), reversed: z.int(), unchanged: z.int(), waived: z.int() }),
});

export type VacancyLineView = z.output<typeof vacancyLineView>;
export type WaivedLineView = z.output<typeof waivedLineView>;
export type VacancyMonthView = z.output<typeof vacancyMonthView>;
