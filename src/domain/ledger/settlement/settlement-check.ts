import { sumFen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { balances } from '../journal/balances.js';
import type { JournalEntry } from '../journal/journal.js';
import { readPayment, readSettlement, settlementPostings } from './settlement-record.js';

/** What settlements and payments say of themselves must be what they moved, and nothing may be paid beyond what is due. */
export function checkSettlements(entries: readonly JournalEntry[]): LocalText[] {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const standing = entries.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
  const settled = standing.filter(({ reason }) => reason === 'settlement');
  return [...settled.flatMap(checkSums), ...checkDue(standing)];
}

function checkSums(entry: JournalEntry): LocalText[] {
  const record = readSettlement(entry.subject);
  const isSound =
    sumFen(record.lines.map(({ amountFen }) => amountFen)) === record.deductedFen &&
    record.feeFen - record.deductedFen === record.netFen &&
    JSON.stringify(settlementPostings(record)) === JSON.stringify(entry.postings);
  return isSound
    ? []
    : [
        {
          zh: `第 ${entry.sequence} 笔：结算金额与其明细或分录不符。`,
          en: `Entry ${entry.sequence}: the settlement's sums differ from its lines or postings.`,
        },
      ];
}

function checkDue(standing: readonly JournalEntry[]): LocalText[] {
  const about = new Map<string, JournalEntry[]>();
  for (const entry of standing) {
    const key =
      entry.reason === 'settlement'
        ? readSettlement(entry.subject).instalment
        : entry.reason === 'payment'
          ? readPayment(entry.subject).instalment
          : null;
    if (key !== null) about.set(key, [...(about.get(key) ?? []), entry]);
  }
  return [...about].flatMap(([instalment, entries]) => {
    const isOverpaid = (balances(entries).get('client:due')?.fen ?? 0) < 0;
    const isTwice = entries.filter(({ reason }) => reason === 'settlement').length > 1;
    return isOverpaid || isTwice
      ? [
          {
            zh: `款项 ${instalment}：重复结算，或付款超过应付。`,
            en: `Instalment ${instalment}: settled twice, or paid beyond what was due.`,
          },
        ]
      : [];
  });
}
