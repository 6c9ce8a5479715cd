import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../../shared/civil-date.js';
import { fen, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { deductionFamilies, type DeductionFamily } from './incident.js';
import { canonicalJson } from '../journal/journal-hash.js';

/** Money of one incident under one rule, as it is posted: everything that either party needs to recompute it. */
export interface DeductionLine {
  /** `contract/date/rule/incident`. */
  readonly id: string;
  readonly contract: string;
  readonly incident: string;
  readonly rule: string;
  readonly family: DeductionFamily;
  readonly date: CivilDate;
  readonly clause: string;
  readonly title: LocalText;
  /** Who pays: reductions of the fee and damages of the contractor, or damages of the client. */
  readonly debtor: 'contractor' | 'client';
  /** What a share is taken of, with the document of the amount; null for sums. */
  readonly base: { readonly amountFen: Fen; readonly document: string } | null;
  /** Before any cap. */
  readonly accruedFen: Fen;
  /** What the cap still let through when this one came; null without a cap, or outside it. */
  readonly capLeftFen: Fen | null;
  readonly amountFen: Fen;
  /** Key of the instalment that bears it; null = the next unpaid one (V21). */
  readonly instalment: string | null;
  readonly evidence: string;
  readonly document: string;
  readonly explanation: LocalText;
  /** What the parties should see beside the amount: a right to terminate, a sum that a court may reduce. */
  readonly notices: readonly LocalText[];
}

const amount = z.int().transform((value) => fen(value));
const localText = z.strictObject({ zh: z.string(), en: z.string() });
const record = z.object({
  id: z.string(),
  contract: z.string(),
  incident: z.string(),
  rule: z.string(),
  family: z.enum(deductionFamilies),
  date: z
    .string()
    .refine((text) => parseCivilDate(text) !== undefined)
    .transform((text) => text as CivilDate),
  clause: z.string(),
  title: localText,
  debtor: z.enum(['contractor', 'client']),
  base: z.strictObject({ amountFen: amount, document: z.string() }).nullable(),
  accruedFen: amount,
  capLeftFen: amount.nullable(),
  amountFen: amount,
  instalment: z.string().nullable(),
  evidence: z.string(),
  document: z.string(),
  explanation: localText,
  notices: z.array(localText),
});

export function writeDeduction(line: DeductionLine): string {
  return canonicalJson(line);
}

/** The line of a journal entry, reversal notes cut off. Throws on a subject that this program didn't write. */
export function readDeduction(subject: string): DeductionLine {
  return record.parse(JSON.parse(subject));
}
