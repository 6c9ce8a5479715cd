import type { CivilDate } from '../../../shared/civil-date.js';
import { canonicalJson, inputHash } from './journal-hash.js';
import type { JournalEntry, NewJournalEntry, ReversalReason } from './journal.js';

/** How every entry comes about: its digest, and the opposite one that takes it back. */
export function completed(entry: Omit<NewJournalEntry, 'inputHash'>): NewJournalEntry {
  return { ...entry, inputHash: hashOfInput(entry) };
}

/** What an idempotency key vouches for: all but who recorded it. */
export function hashOfInput(entry: Omit<NewJournalEntry, 'inputHash' | 'recordedBy'>): string {
  const { contract, effectiveDate, reason, reverses, postings, subject } = entry;
  return inputHash({ contract, effectiveDate, reason, reverses, postings, subject });
}

export interface Taking {
  readonly reason: ReversalReason;
  /** A person's words; they stand in the reversal's subject, so that the chain of hashes covers them. */
  readonly note?: string;
  readonly recordedBy: string;
  /** The day on which the reversal takes effect, where the month of the entry may be closed; absent = the entry's. */
  readonly bookedOn?: (date: CivilDate) => CivilDate;
}

/** The entry that takes another back: the same quantities, ends swapped, on the same effective date while it is open. */
export function reversalOf(entry: JournalEntry, { reason, note, recordedBy, bookedOn }: Taking): NewJournalEntry {
  return completed({
    contract: entry.contract,
    effectiveDate: bookedOn?.(entry.effectiveDate) ?? entry.effectiveDate,
    reason,
    reverses: entry.id,
    idempotencyKey: `reversal:${entry.id}`,
    postings: entry.postings.map(({ source, destination, ...rest }) => ({
      source: destination,
      destination: source,
      ...rest,
    })),
    subject: note === undefined ? entry.subject : withNote(entry.subject, note),
    recordedBy,
  });
}

function withNote(subject: string, reversalNote: string): string {
  return canonicalJson({ ...(JSON.parse(subject) as object), reversalNote });
}

/** Takes a line back, the answer to it first: what was built last comes down first. */
export function takenBack(
  line: { readonly open: JournalEntry | null; readonly answer: { readonly entry: JournalEntry } | null },
  taking: Taking,
): NewJournalEntry[] {
  return [line.answer?.entry, line.open].flatMap((entry) =>
    entry === null || entry === undefined ? [] : [reversalOf(entry, taking)],
  );
}
