import type { CivilDate, CivilMonth } from '../../../shared/civil-date.js';
import { monthOf } from '../../../shared/civil-date.js';
import { writeDeduction, type DeductionLine } from '../deductions/deduction-line.js';
import { evidenceWords } from '../vacancy/evidence.js';
import type { JournalEntry, NewJournalEntry, ReversalReason } from './journal.js';
import { isDeduction, proposalPostings, type LedgerLine } from './ledger-line.js';
import { lineHistories, type LineHistory } from './line-history.js';
import { writeLine } from './line-record.js';
import { completed, takenBack } from './new-entry.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';

/**
 * The balanced entry that proposes a line. `generation` counts the line's earlier postings, so that a line may be
 * posted, reversed and posted again, while a repetition is recognised by its key. `effectiveDate` is the line's own day
 * unless that month is closed: then a day of the open month that takes it, the line itself being the reference.
 */
export function lineEntry(
  line: LedgerLine,
  author: { readonly generation: number; readonly recordedBy: string; readonly effectiveDate?: CivilDate },
): NewJournalEntry {
  const reason = isDeduction(line) ? 'deduction' : 'vacancy';
  return completed({
    contract: line.contract,
    effectiveDate: author.effectiveDate ?? line.date,
    reason,
    reverses: null,
    idempotencyKey: lineKey(reason, line.id, author.generation),
    postings: proposalPostings(line),
    subject: textOf(line),
    recordedBy: author.recordedBy,
  });
}

/** The idempotency key of a line's posting; its postings are numbered from 0, without a gap. */
export function lineKey(reason: 'vacancy' | 'deduction', id: string, generation: number): string {
  return `${reason}:${id}#${generation}`;
}

function textOf(line: LedgerLine): string {
  return isDeduction(line) ? writeDeduction(line) : writeLine(line);
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
 * Compares a month's vacancy lines with the month's entries. An unchanged line is left alone; a changed one is reversed
 * with the reason of the change and posted anew; one that is no more is reversed. What the client answered to a line
 * holds for that line alone, so a changed one is proposed anew. Nothing is ever edited. Of a closed month `entries` are
 * those booked since its first day, and `bookedOn` names the open month that takes the correction.
 */
export function planPosting(
  lines: readonly VacancyLine[],
  entries: readonly JournalEntry[],
  author: {
    readonly month: CivilMonth;
    readonly recordedBy: string;
    /** Where an entry about a day counts; absent = on the day itself. */
    readonly bookedOn?: (date: CivilDate) => CivilDate;
  },
): PostingPlan {
  const histories = vacancyHistories(entries).filter(({ line }) => monthOf(line.date) === author.month);
  return planned(lines, histories, {
    recordedBy: author.recordedBy,
    bookedOn: author.bookedOn ?? ((date) => date),
    goneReason: 'reversal-attendance-corrected',
    areSame: ruledAlike,
    isSameEvent: haveSameFacts,
    changeOf,
  });
}

/** Vacancy lines among all lines of some entries. */
export function vacancyHistories(entries: readonly JournalEntry[]): LineHistory<VacancyLine>[] {
  return [...lineHistories(entries).values()].filter(
    (history): history is LineHistory<VacancyLine> => !isDeduction(history.line),
  );
}

/** Deductions of incidents among all lines of some entries. */
export function deductionHistories(entries: readonly JournalEntry[]): LineHistory<DeductionLine>[] {
  return [...lineHistories(entries).values()].filter((history): history is LineHistory<DeductionLine> =>
    isDeduction(history.line),
  );
}

/**
 * The same for the deductions of all incidents of a contract. Lines without money (a cap used up, a threshold not
 * reached) aren't posted. What belongs to a closed month goes into the month that `bookedOn` names.
 */
export function planDeductions(
  lines: readonly DeductionLine[],
  entries: readonly JournalEntry[],
  author: { readonly recordedBy: string; readonly bookedOn: (date: CivilDate) => CivilDate },
): PostingPlan {
  const areSame = (before: DeductionLine, after: DeductionLine) => writeDeduction(before) === writeDeduction(after);
  return planned(
    lines.filter(({ amountFen }) => amountFen > 0),
    deductionHistories(entries),
    {
      ...author,
      goneReason: 'reversal-incident-changed',
      areSame,
      // An incident is never changed: it is struck off, and entered anew as another one.
      isSameEvent: () => true,
      changeOf: () => 'reversal-incident-changed',
    },
  );
}

interface Planning<Line> {
  readonly recordedBy: string;
  /** The day on which an entry about a date takes effect. */
  readonly bookedOn: (date: CivilDate) => CivilDate;
  readonly goneReason: ReversalReason;
  readonly areSame: (before: Line, after: Line) => boolean;
  /** Whether what both parties set aside is what happened still, whatever it would cost by now. */
  readonly isSameEvent: (before: Line, after: Line) => boolean;
  readonly changeOf: (before: Line, after: Line) => ReversalReason;
}

function planned<Line extends LedgerLine>(
  lines: readonly Line[],
  histories: readonly LineHistory<Line>[],
  { recordedBy, bookedOn, goneReason, areSame, isSameEvent, changeOf: reasonOf }: Planning<Line>,
): PostingPlan {
  const known = new Map(histories.map((history) => [history.id, history]));
  const current = new Set(lines.map(({ id }) => id));
  const plan = { entries: [] as NewJournalEntry[], posted: 0, reversed: 0, unchanged: 0, waived: [] as string[] };
  const takeBack = (history: LineHistory<Line>, reason: ReversalReason) => {
    plan.entries.push(...takenBack(history, { reason, recordedBy, bookedOn }));
    plan.reversed += 1;
  };
  for (const history of histories) if (history.open !== null && !current.has(history.id)) takeBack(history, goneReason);
  for (const line of lines) {
    const before = known.get(line.id);
    const isSame = before !== undefined && areSame(before.line, line);
    if (isSame && before.open !== null) plan.unchanged += 1;
    else if (before?.isSetAside === true && isSameEvent(before.line, line)) plan.waived.push(line.id);
    else {
      if (before?.open) takeBack(before, reasonOf(before.line, line));
      const effectiveDate = bookedOn(line.date);
      plan.entries.push(lineEntry(line, { generation: before?.generation ?? 0, recordedBy, effectiveDate }));
      plan.posted += 1;
    }
  }
  return plan;
}

/** A line keeps the register's version under which it was posted as long as a later one would rule it the same. */
export function ruledAlike(before: VacancyLine, after: VacancyLine): boolean {
  return told({ ...before, registerVersion: after.registerVersion }) === told(after);
}

/** A line with its evidence in words, as all lines once had it. */
function told(line: VacancyLine): string {
  return writeLine({ ...line, evidence: evidenceWords(line.evidence) });
}

/** Why a posted line no longer holds: its facts first, then its rate, then the reading of the contract. */
function changeOf(before: VacancyLine, after: VacancyLine): ReversalReason {
  if (!haveSameFacts(before, after)) return 'reversal-attendance-corrected';
  const rates = [before, after].map(({ rate }) => (rate === null ? '' : `${rate.annualFen} ${rate.document}`));
  return rates[0] === rates[1] ? 'reversal-ruling-changed' : 'reversal-rate-changed';
}

/** Whether the same happened, by whatever rate and reading it is counted. */
export function haveSameFacts(before: VacancyLine, after: VacancyLine): boolean {
  return factsOf(before) === factsOf(after);
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
  return JSON.stringify([
    due,
    unattendedMinutes,
    requiredMinutes,
    cause,
    cover,
    evidenceWords(evidence),
    hasImpactEvidence,
  ]);
}
