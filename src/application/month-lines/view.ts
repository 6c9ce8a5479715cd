import { z } from 'zod';
import { deductionFamilies } from '../../domain/ledger/deductions/incident.js';
import { reasonCodes } from '../../domain/ledger/journal/journal.js';
import { vacancyLineView } from '../post-vacancies/view.js';

/** Posted lines of a month, each in its phase, as the HTTP API shows them. Money and quantities as in the vacancy view. */
const money = { amountFen: z.int().nullable(), amount: z.string().nullable() };
const localText = z.object({ zh: z.string(), en: z.string() });
const quantity = { units: z.string(), unitsExact: z.string() };

export const linePhases = ['proposed', 'agreed', 'disputed', 'waived', 'withdrawn', 'reversed'] as const;

/** How a dispute ends: the line stands as agreed, is withdrawn as unfounded, or is waived by both parties. */
export const settlementOutcomes = ['accept', 'withdraw', 'waive'] as const;
export type SettlementOutcome = (typeof settlementOutcomes)[number];

/** One step of a line's way through the journal. */
const lineEvent = z.object({
  entry: z.string(),
  sequence: z.int(),
  reason: z.enum(reasonCodes),
  /** The entry that this one takes back. */
  reverses: z.string().nullable(),
  recordedAt: z.string(),
  /** Names of persons, here and below. */
  recordedBy: z.string(),
  note: z.string().nullable(),
  document: z.string().nullable(),
});

const phased = {
  phase: z.enum(linePhases),
  /** The answer in force. */
  answer: z
    .object({
      kind: z.enum(['agreed', 'disputed']),
      by: z.enum(['client', 'settlement']),
      note: z.string(),
      document: z.string().nullable(),
      recordedAt: z.string(),
      recordedBy: z.string(),
    })
    .nullable(),
  /** Why it was waived or withdrawn; empty otherwise. */
  setAsideNote: z.string(),
  events: z.array(lineEvent),
};

export const phasedLineView = vacancyLineView.extend(phased);

/** Money of one incident, worked out by its clause. `accrued` is what it comes to before a cap. */
export const deductionLineView = z.object({
  /** `contract/date/rule/incident`. */
  id: z.string(),
  incident: z.string(),
  rule: z.string(),
  family: z.enum(deductionFamilies),
  date: z.string(),
  clause: z.string(),
  title: localText,
  debtor: z.enum(['contractor', 'client']),
  base: z.object({ amountFen: z.int(), amount: z.string(), document: z.string() }).nullable(),
  accruedFen: z.int(),
  accrued: z.string(),
  /** What the cap still let through; null without a cap, or outside it. */
  capLeftFen: z.int().nullable(),
  capLeft: z.string().nullable(),
  amountFen: z.int(),
  amount: z.string(),
  /** Key of the instalment that bears it; null = the next unpaid one (V21). */
  instalment: z.string().nullable(),
  evidence: z.string(),
  document: z.string(),
  explanation: localText,
  notices: z.array(localText),
});
export const phasedDeductionView = deductionLineView.extend(phased);

/** An entry of the month that puts a closed month right: the day that it concerns beside the day that it counts on. */
const lateCorrectionView = z.object({
  entry: z.string(),
  sequence: z.int(),
  reason: z.enum(reasonCodes),
  /** The entry that it takes back. */
  reverses: z.string().nullable(),
  line: z.string(),
  name: localText,
  clause: z.string(),
  /** The closed month and the day in it. */
  concerns: z.string(),
  date: z.string(),
  effectiveDate: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  note: z.string().nullable(),
  /** What it adds to the month's deductions; negative where it takes a line back. */
  amountFen: z.int(),
  amount: z.string(),
});

const total = z.object({ lines: z.int(), ...quantity, ...money });

export const monthLinesView = z.object({
  contract: z.string(),
  month: z.string(),
  /** Sent back in `If-Match` by who answers. */
  revision: z.int(),
  isClosed: z.boolean(),
  lines: z.array(phasedLineView),
  /** Deductions of incidents that were booked in the month, those of closed months included. */
  deductions: z.array(phasedDeductionView),
  /** Of lines of closed months, postings and reversals that count in this one. */
  corrections: z.array(lateCorrectionView),
  /** Of lines and deductions in force by phase, and of those set aside. */
  totals: z.object({ proposed: total, agreed: total, disputed: total, waived: total, withdrawn: total }),
});

export type DeductionLineView = z.output<typeof deductionLineView>;
export type PhasedLineView = z.output<typeof phasedLineView>;
export type MonthLinesView = z.output<typeof monthLinesView>;
