import { headcountDaysText } from '../../shared/headcount-days.js';
import type { JournalEntry, NewJournalEntry, Posting, ReversalReason } from './journal.js';
import { lineHistories, type LineHistory } from './line-history.js';
import { writeLine } from './line-record.js';
import { completed, takenBack } from './new-entry.js';
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

/** What it takes to bring the journal to the lines of a month; empty when nothing changed. */
export interface PostingPlan {
  readonly entries: readonly NewJournalEntry[];
  readonly posted: number;
  readonly reversed: number;
  readonly unchanged: number;
  /** Ids of waived and withdrawn lines whose facts still stand: they stay out. */
  readonly waived: readonly string[];
}

/**
 * Compares a month's lines with its entries. An unchanged line is left alone; a changed one is reversed with the reason
 * of the change and posted anew; one that is no more is reversed. What the client answered to a line holds for that line alone, so a changed one is proposed anew. Nothing is ever edited.
 */
export function planPosting(
  lines: readonly VacancyLine[],
  entries: readonly JournalEntry[],
  recordedBy: string,
): PostingPlan {
  const histories = lineHistories(entries);
  const current = new Set(lines.map(({ id }) => id));
  const plan = { entries: [] as NewJournalEntry[], posted: 0, reversed: 0, unchanged: 0, waived: [] as string[] };
  const takeBack = (history: LineHistory, reason: ReversalReason) => {
    plan.entries.push(...takenBack(history, { reason, recordedBy }));
    plan.reversed += 1;
  };
  for (const history of histories.values()) {
    if (history.open !== null && !current.has(history.id)) takeBack(history, 'reversal-attendance-corrected');
  }
  for (const line of lines) {
    const before = histories.get(line.id);
    const isSame = before !== undefined && ruledAlike(before.line, line);
    if (isSame && before.open !== null) plan.unchanged += 1;
    else if (isSame && before.isSetAside) plan.waived.push(line.id);
    else {
      if (before?.open) takeBack(before, changeOf(before.line, line));
      plan.entries.push(vacancyEntry(line, { generation: before?.generation ?? 0, recordedBy }));
      plan.posted += 1;
    }
  }
  return plan;
}

/** A line keeps the register's version under which it was posted as long as a later one would rule it the same. */
function ruledAlike(before: VacancyLine, after: VacancyLine): boolean {
  return writeLine({ ...before, registerVersion: after.registerVersion }) === writeLine(after);
}

/** Why a posted line no longer holds: its facts first, then its rate, then the reading of the contract. */
function changeOf(before: VacancyLine, after: VacancyLine): ReversalReason {
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
