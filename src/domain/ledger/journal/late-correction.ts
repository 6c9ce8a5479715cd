import { monthOf, type CivilMonth } from '../../../shared/civil-date.js';
import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { deductionAccounts } from './balances.js';
import { readDeduction } from '../deductions/deduction-line.js';
import type { JournalEntry, PeriodSeal } from './journal.js';
import { postedLine, type LedgerLine } from './ledger-line.js';
import { reversalNote, readLine } from './line-record.js';

/**
 * An entry that brings what a closed month had wrong into the month that was open then. Two time axes: `line.date` is
 * the day it concerns, `entry.effectiveDate` the day it counts on, beside the instant of recording.
 */
export interface LateCorrection {
  readonly entry: JournalEntry;
  readonly line: LedgerLine;
  /** The closed month that it refers to. */
  readonly concerns: CivilMonth;
  /** What it adds to the deductions of the month that it counts in; negative where it takes a line back. */
  readonly amountFen: Fen;
  /** Why, in a person's words; null where a posting made it. */
  readonly note: string | null;
}

/** Corrections among the entries of a month. */
export function lateCorrections(entries: readonly JournalEntry[]): LateCorrection[] {
  return entries.flatMap((entry): LateCorrection[] => {
    const line = lineOf(entry);
    const concerns = line === null ? null : monthOf(line.date);
    if (line === null || concerns === null || concerns === monthOf(entry.effectiveDate)) return [];
    return [{ entry, line, concerns, amountFen: deducted(entry), note: noteOf(entry) }];
  });
}

/** The line that an entry posts or takes back; null for answers, settlements and payments. */
function lineOf(entry: JournalEntry): LedgerLine | null {
  if (entry.reverses === null) return postedLine(entry);
  const subject = JSON.parse(entry.subject) as object;
  if ('incident' in subject) return readDeduction(entry.subject);
  return 'postGroup' in subject ? readLine(entry.subject) : null;
}

function noteOf({ reverses, subject }: JournalEntry): string | null {
  return reverses === null ? null : reversalNote(subject);
}

const deductions: ReadonlySet<string> = new Set(deductionAccounts);

function deducted({ postings }: JournalEntry): Fen {
  return sumFen(
    postings
      .filter(({ asset }) => asset === 'CNY')
      .map(({ source, destination, quantity }) => {
        const sign = Number(deductions.has(destination)) - Number(deductions.has(source));
        return fen(sign * Number(quantity));
      }),
  );
}

/**
 * Nothing may be booked into a month once it is closed, not even what cancels out, and a line counts in another month
 * than its own only where its own was closed before.
 */
export function checkLateEntries(entries: readonly JournalEntry[], seals: readonly PeriodSeal[]): LocalText[] {
  const closed = new Map(seals.map(({ month, lastSequence }) => [month, lastSequence]));
  const isClosedFor = (month: CivilMonth, { sequence }: JournalEntry) =>
    sequence > (closed.get(month) ?? Number.POSITIVE_INFINITY);
  const intruders = entries.filter((entry) => isClosedFor(monthOf(entry.effectiveDate), entry));
  const strays = lateCorrections(entries).filter(({ entry, concerns }) => !isClosedFor(concerns, entry));
  return [
    ...intruders.map(({ sequence, effectiveDate }) => ({
      zh: `第 ${sequence} 笔：记入了已封账的 ${monthOf(effectiveDate)}。`,
      en: `Entry ${sequence}: it was booked into ${monthOf(effectiveDate)}, which was closed.`,
    })),
    ...strays.map(({ entry: { sequence }, concerns }) => ({
      zh: `第 ${sequence} 笔：属于 ${concerns}，该月未封账，却记入了别的月份。`,
      en: `Entry ${sequence}: it belongs to ${concerns}, which wasn’t closed, yet counts in another month.`,
    })),
  ];
}
