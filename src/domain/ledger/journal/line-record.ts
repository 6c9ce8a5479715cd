import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../../shared/civil-date.js';
import { fen } from '../../../shared/fen.js';
import { headcountDaysText, parseHeadcountDays } from '../../../shared/headcount-days.js';
import { vacancyCauses } from '../../attendance/presence.js';
import { canonicalJson } from './journal-hash.js';
import { halves } from '../vacancy/post-demand.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';

/** A vacancy line as the journal keeps it, in `subject`: canonical JSON, quantities as exact text. */
const civilDate = z
  .string()
  .refine((text) => parseCivilDate(text) !== undefined)
  .transform((text) => text as CivilDate);
const amount = z.int().transform((value) => fen(value));
const quantity = z
  .string()
  .regex(/^\d+(?:\/\d+)?$/u)
  .transform((text) => parseHeadcountDays(text));

const minute = z.int().nullable();
const evidenceRecord = z.strictObject({
  worker: z.string(),
  arrivedMinute: minute,
  leftMinute: minute,
  cause: z.enum(vacancyCauses).nullable(),
  coverFor: z.string().nullable(),
  note: z.string(),
});

const lineRecord = z.strictObject({
  id: z.string(),
  contract: z.string(),
  date: civilDate,
  postGroup: z.string(),
  post: z.string(),
  due: z.string().nullable(),
  halves: z.array(z.enum(halves)),
  requiredMinutes: z.int(),
  unattendedMinutes: z.int(),
  cause: z.enum(vacancyCauses),
  cover: z.string().nullable(),
  /** Words alone in lines from before the records themselves were kept. */
  evidence: z.union([z.array(evidenceRecord), z.string()]),
  hasImpactEvidence: z.boolean(),
  clause: z.string(),
  units: quantity,
  rate: z.strictObject({ annualFen: amount, divisor: quantity, document: z.string() }).nullable(),
  amountFen: amount.nullable(),
  rounding: z
    .strictObject({
      mode: z.enum(['half-up', 'half-even', 'floor']),
      before: z.strictObject({ exactFen: quantity, amountFen: amount }).optional(),
    })
    .optional(),
  isContested: z.boolean(),
  ruling: z.array(z.string()),
  /** Lines from before the register had versions were ruled under its defaults. */
  registerVersion: z.int().nonnegative().default(0),
  explanation: z.strictObject({ zh: z.string(), en: z.string() }),
});

/** A reversal's subject: that of the entry that it takes back and, where a person took it back, their reason in words. */
const reversalRecord = z.looseObject({ reversalNote: z.string().optional() });
/** Of a posting or its reversal, the line alone. */
const plainLine = lineRecord.strip();

export function writeLine(line: VacancyLine): string {
  return canonicalJson(recordOf(line));
}

function recordOf(line: VacancyLine): object {
  const { units, rate, rounding } = line;
  const exactRate = rate === null ? null : { ...rate, divisor: headcountDaysText(rate.divisor) };
  return { ...line, units: headcountDaysText(units), rate: exactRate, ...roundingRecord(rounding) };
}

function roundingRecord(rounding: VacancyLine['rounding']): object {
  if (rounding?.before === undefined) return {};
  const { exactFen, amountFen } = rounding.before;
  return { rounding: { ...rounding, before: { exactFen: headcountDaysText(exactFen), amountFen } } };
}

/** The line of a journal entry. Throws on a subject that this program didn't write: the chain's check finds who changed it. */
export function readLine(subject: string): VacancyLine {
  return plainLine.parse(JSON.parse(subject));
}

/** The reason in words of a reversal that a person made; null for postings and for reversals that a posting made. */
export function reversalNote(subject: string): string | null {
  return reversalRecord.parse(JSON.parse(subject)).reversalNote ?? null;
}
