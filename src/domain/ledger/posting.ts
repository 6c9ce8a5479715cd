import { headcountDaysText } from '../../shared/headcount-days.js';
import { inputHash } from './journal-hash.js';
import type { JournalEntry, NewJournalEntry, Posting, ReasonCode } from './journal.js';
import { readLine, reversalNote, writeLine, writeReversal } from './line-record.js';
import type { VacancyLine } from './vacancy-line.js';

/**
 * The balanced entry of a line: its units move from the posts to the vacancies, its money from what the client owes to
 * the reductions. Without a rate there are units only. `generation` counts the line's earlier entries, so that a line
 * may be posted, reversed and posted again, while a repetition is recognised by its key.
 */
export function vacancyEntry(
  line: VacancyLine,
  author: { readonly generation: number; readonly recordedBy: string },
): NewJournalEntry {
  const side = line.isContested ? 'contested' : 'undisputed';
  const money: Posting[] =
    line.amountFen === null || line.amountFen === 0
      ? []
      : [
          {
            source: 'client:payable',
            destination: `reductions:vacancy:${side}`,
            asset: 'CNY',
            quantity: String(line.amountFen),
          },
        ];
  const units: Posting = {
    source: 'units:posts',
    destination: `units:vacancy:${side}`,
    asset: 'HCD',
    quantity: headcountDaysText(line.units),
  };
  return completed({
    contract: line.contract,
    effectiveDate: line.date,
    reason: 'vacancy',
    reverses: null,
    idempotencyKey: `vacancy:${line.id}#${author.generation}`,
    postings: [units, ...money],
    subject: writeLine(line),
    recordedBy: author.recordedBy,
  });
}

/**
 * The entry that takes another back: the same quantities, ends swapped, on the same effective date. A person's note
 * stands in its subject, so that the chain of hashes covers it.
 */
export function reversalOf(
  entry: JournalEntry,
  taking: {
    readonly reason: Exclude<ReasonCode, 'vacancy'>;
    readonly note?: string;
    readonly recordedBy: string;
  },
): NewJournalEntry {
  return completed({
    contract: entry.contract,
    effectiveDate: entry.effectiveDate,
    reason: taking.reason,
    reverses: entry.id,
    idempotencyKey: `reversal:${entry.id}`,
    postings: entry.postings.map(({ source, destination, ...rest }) => ({
      source: destination,
      destination: source,
      ...rest,
    })),
    subject: taking.note === undefined ? entry.subject : writeReversal(readLine(entry.subject), taking.note),
    recordedBy: taking.recordedBy,
  });
}

function completed(entry: Omit<NewJournalEntry, 'inputHash'>): NewJournalEntry {
  return { ...entry, inputHash: hashOfInput(entry) };
}

/** What an idempotency key vouches for: all but who recorded it. */
export function hashOfInput(entry: Omit<NewJournalEntry, 'inputHash' | 'recordedBy'>): string {
  const { contract, effectiveDate, reason, reverses, postings, subject } = entry;
  return inputHash({ contract, effectiveDate, reason, reverses, postings, subject });
}

/** What the journal says of one line: its entries in order, the one that stands, and whether it was waived. */
export interface LineHistory {
  readonly id: string;
  /** The entry in force; null once it is reversed. */
  readonly open: JournalEntry | null;
  /** The line as last posted. */
  readonly line: VacancyLine;
  /** How often the line was posted. */
  readonly generation: number;
  readonly isWaived: boolean;
  /** Why it was waived, in words; empty otherwise. */
  readonly waiverNote: string;
}

/** Histories by line id, from entries in sequence order. */
export function lineHistories(entries: readonly JournalEntry[]): Map<string, LineHistory> {
  const histories = new Map<string, LineHistory>();
  for (const entry of entries) {
    const line = readLine(entry.subject);
    const before = histories.get(line.id);
    if (entry.reason === 'vacancy') {
      histories.set(line.id, {
        id: line.id,
        open: entry,
        line,
        generation: (before?.generation ?? 0) + 1,
        isWaived: false,
        waiverNote: '',
      });
    } else if (before?.open?.id === entry.reverses) {
      const isWaived = entry.reason === 'waiver';
      const waiverNote = isWaived ? (reversalNote(entry.subject) ?? '') : '';
      histories.set(line.id, { ...before, open: null, isWaived, waiverNote });
    }
  }
  return histories;
}

/** What it takes to bring the journal to the lines of a month; empty when nothing changed. */
export interface PostingPlan {
  readonly entries: readonly NewJournalEntry[];
  readonly posted: number;
  readonly reversed: number;
  readonly unchanged: number;
  /** Ids of waived lines whose facts still stand: they stay waived. */
  readonly waived: readonly string[];
}

/**
 * Compares a month's lines with its entries. An unchanged line is left alone; a changed one is reversed with the reason
 * of the change and posted anew; one that is no more is reversed. Nothing is ever edited.
 */
export function planPosting(
  lines: readonly VacancyLine[],
  entries: readonly JournalEntry[],
  recordedBy: string,
): PostingPlan {
  const histories = lineHistories(entries);
  const current = new Set(lines.map(({ id }) => id));
  const plan = { entries: [] as NewJournalEntry[], posted: 0, reversed: 0, unchanged: 0, waived: [] as string[] };
  const takeBack = (entry: JournalEntry, reason: Exclude<ReasonCode, 'vacancy'>) => {
    plan.entries.push(reversalOf(entry, { reason, recordedBy }));
    plan.reversed += 1;
  };
  for (const { id, open } of histories.values()) {
    if (open !== null && !current.has(id)) takeBack(open, 'reversal-attendance-corrected');
  }
  for (const line of lines) {
    const before = histories.get(line.id);
    const isSame = before !== undefined && writeLine(before.line) === writeLine(line);
    if (isSame && before.open !== null) plan.unchanged += 1;
    else if (isSame && before.isWaived) plan.waived.push(line.id);
    else {
      if (before?.open) takeBack(before.open, changeOf(before.line, line));
      plan.entries.push(vacancyEntry(line, { generation: before?.generation ?? 0, recordedBy }));
      plan.posted += 1;
    }
  }
  return plan;
}

/** Why a posted line no longer holds: its facts first, then its rate, then the reading of the contract. */
function changeOf(before: VacancyLine, after: VacancyLine): Exclude<ReasonCode, 'vacancy'> {
  if (factsOf(before) !== factsOf(after)) return 'reversal-attendance-corrected';
  const rates = [before, after].map(({ rate }) => (rate === null ? '' : `${rate.annualFen} ${rate.document}`));
  return rates[0] === rates[1] ? 'reversal-ruling-changed' : 'reversal-rate-changed';
}

function factsOf({
  due,
  unattendedMinutes,
  requiredMinutes,
  cause,
  cover,
  evidence,
  hasImpactEvidence,
}: VacancyLine): string {
  return JSON.stringify([due, unattendedMinutes, requiredMinutes, cause, cover, evidence, hasImpactEvidence]);
}
