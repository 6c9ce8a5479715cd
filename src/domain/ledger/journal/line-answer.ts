import { z } from 'zod';
import { canonicalJson } from './journal-hash.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import type { AnswerKind, JournalEntry, NewJournalEntry } from './journal.js';
import { answerPostings, type LedgerLine } from './ledger-line.js';
import { completed } from './new-entry.js';

/** What was said to a proposed line, as its journal entry keeps it in `subject`. */
export interface AnswerRecord {
  /** Id of the entry that posted the line. */
  readonly answers: string;
  /** The line's id. */
  readonly line: string;
  /** The client's own answer, or a dispute's end that finance recorded from a document of both parties. */
  readonly by: 'client' | 'settlement';
  readonly note: string;
  /** The document of both parties; null for the client's own answer. */
  readonly document: string | null;
}

export interface LineAnswer extends AnswerRecord {
  readonly kind: AnswerKind;
  readonly entry: JournalEntry;
}

const answerRecord = z.object({
  answers: z.string(),
  line: z.string(),
  by: z.enum(['client', 'settlement']),
  note: z.string(),
  document: z.string().nullable(),
});

/** The answer of a journal entry. Throws on a subject that this program didn't write. */
export function readAnswer(subject: string): AnswerRecord {
  return answerRecord.parse(JSON.parse(subject));
}

/** A line in force, ready to be answered. */
export interface AnswerableLine {
  readonly open: JournalEntry;
  readonly line: LedgerLine;
  /** How often this posting was answered before. */
  readonly answerCount: number;
}

/** The idempotency key of an answer; `count` numbers the answers to one posting from 0, without a gap. */
export function answerKey(posting: string, count: number): string {
  return `answer:${posting}#${count}`;
}

/** The balanced entry of an answer: units and money move from where the line was proposed to where it now stands. */
export function answerEntry(
  { open, line, answerCount }: AnswerableLine,
  answer: Omit<AnswerRecord, 'answers' | 'line'> & {
    readonly kind: AnswerKind;
    readonly recordedBy: string;
    /** The day on which it counts, where the line's month may be closed; absent = the line's. */
    readonly bookedOn?: (date: CivilDate) => CivilDate;
  },
): NewJournalEntry {
  const { kind, recordedBy, by, note, document } = answer;
  const record: AnswerRecord = { answers: open.id, line: line.id, by, note, document };
  return completed({
    contract: open.contract,
    effectiveDate: answer.bookedOn?.(open.effectiveDate) ?? open.effectiveDate,
    reason: kind,
    reverses: null,
    idempotencyKey: answerKey(open.id, answerCount),
    postings: answerPostings(line, kind),
    subject: canonicalJson(record),
    recordedBy,
  });
}
