import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import type { JournalEntry } from '../journal/journal.js';
import type { BorneLine, PaymentRecord } from './settlement-record.js';

/** A payment as the journal has it. */
export interface Payment {
  readonly entry: JournalEntry;
  readonly amountFen: Fen;
  readonly record: PaymentRecord;
}

/** What one party owes the other beside the instalments, line by line: a debt of the contractor, damages of the client. */
export interface ClaimLine extends BorneLine {
  readonly paidFen: Fen;
  /** The parts of payments that went to it, in the order of the journal. */
  readonly payments: readonly Payment[];
}

/**
 * Puts each payment to the lines that it pays: those that fell due first, in order, as the law has it where the payer
 * names none (Civil Code 560). `lines` stand in the order of their days; one that gives back takes no payment.
 */
export function claimLines(lines: readonly BorneLine[], payments: readonly Payment[]): ClaimLine[] {
  const open = payments.map((payment) => ({ payment, leftFen: Number(payment.amountFen) }));
  return lines.map((line) => {
    let owedFen = Math.max(0, line.amountFen);
    const parts: Payment[] = [];
    for (const one of open) {
      const amountFen = fen(Math.min(owedFen, one.leftFen));
      if (amountFen === 0) continue;
      owedFen -= amountFen;
      one.leftFen -= amountFen;
      parts.push({ ...one.payment, amountFen });
    }
    return { ...line, paidFen: sumFen(parts.map(({ amountFen }) => amountFen)), payments: parts };
  });
}
