import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../../shared/civil-date.js';
import { fen, type Fen } from '../../../shared/fen.js';
import { canonicalJson } from '../journal/journal-hash.js';
import type { NewJournalEntry, Posting } from '../journal/journal.js';
import { completed } from '../journal/new-entry.js';

/** A part of an agreed line that an instalment bears; negative where it gives back what an earlier one took too much. */
export interface BorneLine {
  readonly id: string;
  readonly amountFen: Fen;
}

/** What an instalment came to when it was settled (结算), as its journal entry keeps it in `subject`. */
export interface SettlementRecord {
  readonly instalment: string;
  readonly feeFen: Fen;
  /** Part of the fee that comes from a later version of the total. */
  readonly adjustmentFen: Fen;
  readonly base: { readonly amountFen: Fen; readonly document: string };
  /** Agreed lines, or parts of them, that it bears. */
  readonly lines: readonly BorneLine[];
  readonly deductedFen: Fen;
  readonly netFen: Fen;
  readonly document: string;
}

/** Money that changed hands. */
export interface PaymentRecord {
  /** Of an instalment or of damages by the client, or of a debt that no instalment bore by the contractor. */
  readonly purpose: 'instalment' | 'damages' | 'debt';
  readonly instalment: string | null;
  readonly paidOn: CivilDate;
  readonly document: string;
}

const amount = z.int().transform((value) => fen(value));
const date = z
  .string()
  .refine((text) => parseCivilDate(text) !== undefined)
  .transform((text) => text as CivilDate);
const settlementRecord = z.object({
  instalment: z.string(),
  feeFen: amount,
  adjustmentFen: amount,
  base: z.strictObject({ amountFen: amount, document: z.string() }),
  lines: z.array(z.strictObject({ id: z.string(), amountFen: amount })),
  deductedFen: amount,
  netFen: amount,
  document: z.string(),
});
const paymentRecord = z.object({
  purpose: z.enum(['instalment', 'damages', 'debt']),
  instalment: z.string().nullable(),
  paidOn: date,
  document: z.string(),
});

/** Throws, as every reader here does, on a subject that this program didn't write. */
export function readSettlement(subject: string): SettlementRecord {
  return settlementRecord.parse(JSON.parse(subject));
}

export function readPayment(subject: string): PaymentRecord {
  return paymentRecord.parse(JSON.parse(subject));
}

interface Author {
  readonly contract: string;
  readonly effectiveDate: CivilDate;
  readonly recordedBy: string;
}

/** The fee is earned, and what is left of it after the deductions falls due. `generation` counts earlier settlements. */
export function settlementEntry(
  record: SettlementRecord,
  author: Author & { readonly generation: number },
): NewJournalEntry {
  return completed({
    contract: author.contract,
    effectiveDate: author.effectiveDate,
    reason: 'settlement',
    reverses: null,
    idempotencyKey: `settlement:${record.instalment}#${author.generation}`,
    postings: settlementPostings(record),
    subject: canonicalJson(record),
    recordedBy: author.recordedBy,
  });
}

export function settlementPostings({ feeFen, netFen }: SettlementRecord): Posting[] {
  return [...money('fees:earned', 'client:payable', feeFen), ...money('client:payable', 'client:due', netFen)];
}

/** `id` tells payments of one day and sum apart. */
export function paymentEntry(
  record: PaymentRecord,
  author: Author & { readonly id: string; readonly amountFen: Fen },
): NewJournalEntry {
  const [source, destination] = {
    instalment: ['client:due', 'client:paid'],
    damages: ['client:payable', 'client:paid'],
    debt: ['contractor:paid', 'client:payable'],
  }[record.purpose] as [Posting['source'], Posting['destination']];
  return completed({
    contract: author.contract,
    effectiveDate: author.effectiveDate,
    reason: 'payment',
    reverses: null,
    idempotencyKey: `payment:${author.id}`,
    postings: money(source, destination, author.amountFen),
    subject: canonicalJson(record),
    recordedBy: author.recordedBy,
  });
}

function money(source: Posting['source'], destination: Posting['destination'], amountFen: Fen): Posting[] {
  return amountFen > 0 ? [{ source, destination, asset: 'CNY', quantity: String(amountFen) }] : [];
}
