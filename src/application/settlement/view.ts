import { z } from 'zod';

/** The settlement of a contract as the HTTP API shows it; money as fen and as yuan. */
const localText = z.object({ zh: z.string(), en: z.string() });
const sum = z.object({ fen: z.int(), yuan: z.string() });
const base = z.object({ amountFen: z.int(), document: z.string() });

const borneLine = z.object({
  id: z.string(),
  /** Day, clause and name; null once the line is no longer in force. */
  line: z.object({ date: z.string(), clause: z.string(), name: localText }).nullable(),
  amount: sum,
});

const payment = z.object({
  entry: z.string(),
  amount: sum,
  paidOn: z.string(),
  document: z.string(),
  recordedBy: z.string(),
});

export const settlementView = z.object({
  contract: z.string(),
  /** What forbids invoicing and settling until a person has cleared it. */
  blocks: z.array(localText),
  /** The clause by which the client may withhold payment; null = the contract has none. */
  paymentHold: z.object({ ground: localText, clause: z.string(), assumed: localText.optional() }).nullable(),
  /** What is withheld until a breach is corrected; `instalment` null = every one. */
  holds: z.array(
    z.object({
      instalment: z.string().nullable(),
      reason: z.string(),
      document: z.string(),
      recordedBy: z.string(),
      recordedAt: z.string(),
      text: localText,
    }),
  ),
  instalments: z.array(
    z.object({
      key: z.string(),
      name: localText,
      clause: z.string(),
      due: localText,
      dueDate: z.string().nullable(),
      /** Not paid, and withheld. */
      isHeld: z.boolean(),
      status: z.enum(['open', 'ready', 'settled', 'paid']),
      conditions: z.array(
        z.object({
          text: localText,
          /** With names of persons, as everywhere below. */
          met: z.object({ on: z.string(), document: z.string(), recordedBy: z.string() }).nullable(),
        }),
      ),
      invoices: z.array(
        z.object({
          number: z.string(),
          amount: sum,
          issuedOn: z.string(),
          cancellation: z.object({ note: z.string(), by: z.string(), at: z.string() }).nullable(),
        }),
      ),
      fee: sum,
      /** Part of the fee that comes from a later version of the total. */
      adjustment: sum,
      base,
      lines: z.array(borneLine),
      deducted: sum,
      net: sum,
      paid: sum,
      outstanding: sum,
      settlement: z
        .object({ entry: z.string(), document: z.string(), recordedAt: z.string(), recordedBy: z.string() })
        .nullable(),
      payments: z.array(payment),
    }),
  ),
  /** Versions of the contract total, the contract's own first. */
  bases: z.array(z.object({ from: z.string(), amount: sum, document: z.string() })),
  /** Proposed or disputed deductions, which no instalment bears yet. */
  pending: sum,
  /** Agreed deductions that no instalment has room for. */
  debt: sum,
  debtPaid: sum,
  /** Agreed damages by the client. */
  damages: sum,
  damagesPaid: sum,
  /** Both line by line, the oldest first, with the payments that went to each. */
  claims: z.array(
    borneLine.extend({
      purpose: z.enum(['debt', 'damages']),
      paid: sum,
      outstanding: sum,
      payments: z.array(payment),
    }),
  ),
});
export type SettlementView = z.output<typeof settlementView>;
