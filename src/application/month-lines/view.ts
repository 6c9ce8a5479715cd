import { z } from 'zod';
import { reversalReasons } from '../../domain/ledger/journal.js';
import { vacancyLineView } from '../post-vacancies/view.js';

/** Posted lines of a month, each in its phase, as the HTTP API shows them. Money and quantities as in the vacancy view. */
const money = { amountFen: z.int().nullable(), amount: z.string().nullable() };
const quantity = { units: z.string(), unitsExact: z.string() };

export const linePhases = ['proposed', 'agreed', 'disputed', 'waived', 'withdrawn', 'reversed'] as const;

/** How a dispute ends: the line stands as agreed, is withdrawn as unfounded, or is waived by both parties. */
export const settlementOutcomes = ['accept', 'withdraw', 'waive'] as const;
export type SettlementOutcome = (typeof settlementOutcomes)[number];

/** One step of a line's way through the journal. */
const lineEvent = z.object({
  entry: z.string(),
  sequence: z.int(),
  reason: z.enum(['vacancy', 'agreed', 'disputed', ...reversalReasons]),
  /** The entry that this one takes back. */
  reverses: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  note: z.string().nullable(),
  document: z.string().nullable(),
});

export const phasedLineView = vacancyLineView.extend({
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
});

const total = z.object({ lines: z.int(), ...quantity, ...money });

export const monthLinesView = z.object({
  contract: z.string(),
  month: z.string(),
  /** Sent back in `If-Match` by who answers. */
  revision: z.int(),
  isClosed: z.boolean(),
  lines: z.array(phasedLineView),
  /** Of lines in force by phase, and of those set aside. */
  totals: z.object({ proposed: total, agreed: total, disputed: total, waived: total, withdrawn: total }),
});

export type PhasedLineView = z.output<typeof phasedLineView>;
export type MonthLinesView = z.output<typeof monthLinesView>;
