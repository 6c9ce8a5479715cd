import { z } from 'zod';
import { headcountDaysText } from '../../shared/headcount-days.js';
import { canonicalJson } from './journal-hash.js';
import type { AnswerKind, JournalEntry, LineStanding, NewJournalEntry } from './journal.js';
import { completed } from './new-entry.js';
import type { VacancyLine } from './vacancy-line.js';

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
  readonly line: VacancyLine;
  /** How often this posting was answered before. */
  readonly answerCount: number;
}

/** The balanced entry of an answer: units and money move from where the line was proposed to where it now stands. */
export function answerEntry(
  { open, line, answerCount }: AnswerableLine,
  answer: Omit<AnswerRecord, 'answers' | 'line'> & { readonly kind: AnswerKind; readonly recordedBy: string },
): NewJournalEntry {
  const { kind, recordedBy, by, note, document } = answer;
  const from = proposedStanding(line);
  const record: AnswerRecord = { answers: open.id, line: line.id, by, note, document };
  return completed({
    contract: open.contract,
    effectiveDate: open.effectiveDate,
    reason: kind,
    reverses: null,
    idempotencyKey: `answer:${open.id}#${answerCount}`,
    postings: [
      {
        source: `units:vacancy:${from}` as const,
        destination: `units:vacancy:${kind}` as const,
        asset: 'HCD' as const,
        quantity: headcountDaysText(line.units),
      },
      ...(line.amountFen === null || line.amountFen === 0
        ? []
        : [
            {
              source: `reductions:vacancy:${from}` as const,
              destination: `reductions:vacancy:${kind}` as const,
              asset: 'CNY' as const,
              quantity: String(line.amountFen),
            },
          ]),
    ],
    subject: canonicalJson(record),
    recordedBy,
  });
}

export function proposedStanding({ isContested }: VacancyLine): LineStanding {
  return isContested ? 'contested' : 'undisputed';
}
