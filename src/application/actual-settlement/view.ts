import { z } from 'zod';
import { servedStandards } from '../../domain/ledger/settlement/actual-settlement.js';

/** What was served until a day and what is then owed, as the HTTP API shows it; money as fen and as yuan. */
const localText = z.object({ zh: z.string(), en: z.string() });
const sum = z.object({ fen: z.int(), yuan: z.string() });
const quantity = z.object({ decimal: z.string(), exact: z.string() });
/** Value of a line's units = `amountFen` ÷ `posts` ÷ divisor × units, rounded to fen once (V22). */
const standard = z.object({ amountFen: z.int(), posts: z.int(), document: z.string() });

export const actualSettlementView = z.object({
  contract: z.string(),
  /** The last day served. */
  on: z.string(),
  clause: z.string(),
  assumed: localText.nullable(),
  basis: z.enum(['staffed-posts', 'service-months', 'service-days']),
  /** The rule under which the contract ends; `settles: nothing` gives every fee back. */
  termination: z
    .object({ rule: z.string(), name: localText, clause: z.string(), settles: z.enum(['served', 'nothing']) })
    .nullable(),
  /** Rules that `termination` can name. */
  terminations: z.array(z.object({ rule: z.string(), name: localText, clause: z.string() })),
  posts: z.array(
    z.object({
      postGroup: z.string(),
      name: localText,
      posts: z.int(),
      from: z.string(),
      to: z.string(),
      divisor: quantity,
      required: quantity,
      vacant: quantity,
      contested: quantity,
      unrecorded: quantity,
      served: quantity,
      /** null without a rate on file. */
      approved: standard.nullable(),
      approvedValue: sum.nullable(),
      price: standard,
      priceValue: sum,
    }),
  ),
  periods: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      days: z.int(),
      servedDays: z.int(),
      fee: sum,
      value: sum,
    }),
  ),
  daysWithoutAttendance: z.array(z.string()),
  incidents: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      clause: z.string(),
      title: localText,
      debtor: z.enum(['contractor', 'client']),
      amount: sum,
      /** Agreed, or the sum of the termination itself. */
      counts: z.boolean(),
    }),
  ),
  balances: z.array(
    z.object({
      standard: z.enum(servedStandards),
      served: sum.nullable(),
      reductions: sum,
      deductions: sum,
      damages: sum,
      paid: sum,
      repaid: sum,
      /** Positive: the client still owes it; negative: the contractor pays it back. */
      balance: sum.nullable(),
      /** What contested vacancies and deductions that aren't agreed would take from it. */
      contested: sum.nullable(),
      claimed: sum,
    }),
  ),
});
export type ActualSettlementView = z.output<typeof actualSettlementView>;
