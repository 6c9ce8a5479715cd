import type { JournalEntry } from './journal.js';
import { readAnswer, type LineAnswer } from './line-answer.js';
import { postedLine, type LedgerLine } from './ledger-line.js';
import { reversalNote } from './line-record.js';

/** Two phases: what one party proposes, the other agrees to or disputes; a waived or withdrawn line is set aside. */
export type LinePhase = 'proposed' | 'agreed' | 'disputed' | 'waived' | 'withdrawn' | 'reversed';

/** What the journal says of one line: its entries in order, the one that stands, and what was answered to it. */
export interface LineHistory<Line extends LedgerLine = LedgerLine> {
  readonly id: string;
  /** The entry in force; null once it is reversed. */
  readonly open: JournalEntry | null;
  /** The line as last posted. */
  readonly line: Line;
  /** How often the line was posted. */
  readonly generation: number;
  readonly phase: LinePhase;
  /** The answer in force; null while the line is only proposed, and once it is taken back. */
  readonly answer: LineAnswer | null;
  /** How often the posting in force was answered. */
  readonly answerCount: number;
  /** Waived or withdrawn: it isn't posted again while its facts stand. */
  readonly isSetAside: boolean;
  /** Why it was set aside, in words; empty otherwise. */
  readonly setAsideNote: string;
  /** Every entry of the line, in order. */
  readonly entries: readonly JournalEntry[];
}

/** Histories by line id, from entries in sequence order. */
export function lineHistories(entries: readonly JournalEntry[]): ReadonlyMap<string, LineHistory> {
  const found = known.get(entries);
  if (found?.length === entries.length) return found.histories;
  const histories = readHistories(entries);
  known.set(entries, { length: entries.length, histories });
  return histories;
}

/**
 * One request asks for the histories of the same entries several times, and reading their lines is dear. A journal only
 * grows, so its length says whether they are still all.
 */
const known = new WeakMap<
  readonly JournalEntry[],
  { readonly length: number; readonly histories: ReadonlyMap<string, LineHistory> }
>();

function readHistories(entries: readonly JournalEntry[]): ReadonlyMap<string, LineHistory> {
  const histories = new Map<string, LineHistory>();
  /** Line by the id of any of its entries. */
  const lineOf = new Map<string, string>();
  for (const entry of entries) {
    const next = continued(entry, histories, lineOf);
    if (next === undefined) continue;
    histories.set(next.id, next);
    lineOf.set(entry.id, next.id);
  }
  return histories;
}

/** The history with one more entry; undefined for an entry that concerns no line known here. */
function continued(
  entry: JournalEntry,
  histories: ReadonlyMap<string, LineHistory>,
  lineOf: ReadonlyMap<string, string>,
): LineHistory | undefined {
  const line = postedLine(entry);
  if (line !== null && entry.reverses === null) return posted(entry, line, histories.get(line.id));
  if (entry.reverses !== null) {
    const before = histories.get(lineOf.get(entry.reverses) ?? '');
    return before === undefined ? undefined : reversed(entry, before);
  }
  if (entry.reason !== 'agreed' && entry.reason !== 'disputed') return undefined;
  const answer = readAnswer(entry.subject);
  const before = histories.get(answer.line);
  if (before?.open?.id !== answer.answers) return undefined;
  const kind = entry.reason;
  return {
    ...before,
    phase: kind,
    answer: { ...answer, kind, entry },
    answerCount: before.answerCount + 1,
    entries: [...before.entries, entry],
  };
}

function posted(entry: JournalEntry, line: LedgerLine, before: LineHistory | undefined): LineHistory {
  return {
    id: line.id,
    open: entry,
    line,
    generation: (before?.generation ?? 0) + 1,
    phase: 'proposed',
    answer: null,
    answerCount: 0,
    isSetAside: false,
    setAsideNote: '',
    entries: [...(before?.entries ?? []), entry],
  };
}

function reversed(entry: JournalEntry, before: LineHistory): LineHistory {
  const entries = [...before.entries, entry];
  if (before.answer?.entry.id === entry.reverses) return { ...before, phase: 'proposed', answer: null, entries };
  if (before.open?.id !== entry.reverses) return { ...before, entries };
  const phase = entry.reason === 'waiver' ? 'waived' : entry.reason === 'withdrawal' ? 'withdrawn' : 'reversed';
  const isSetAside = phase !== 'reversed';
  const setAsideNote = isSetAside ? (reversalNote(entry.subject) ?? '') : '';
  return { ...before, open: null, phase, answer: null, isSetAside, setAsideNote, entries };
}
