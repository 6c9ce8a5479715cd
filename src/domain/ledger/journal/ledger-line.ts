import { headcountDaysText } from '../../../shared/headcount-days.js';
import { readDeduction, type DeductionLine } from '../deductions/deduction-line.js';
import type { Account, AnswerKind, JournalEntry, Posting } from './journal.js';
import { readLine } from './line-record.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';

/** Whatever is proposed, answered and taken back line by line. */
export type LedgerLine = VacancyLine | DeductionLine;

export function isDeduction(line: object): line is DeductionLine {
  return 'incident' in line;
}

/** The line that an entry posts; null for every other entry. */
export function postedLine({ reason, subject }: JournalEntry): LedgerLine | null {
  if (reason === 'vacancy') return readLine(subject);
  return reason === 'deduction' ? readDeduction(subject) : null;
}

/** The balanced postings of a proposed line: its money leaves what the client owes, its units leave the posts. */
export function proposalPostings(line: LedgerLine): Posting[] {
  const { units, money } = accountsOf(line, 'proposed');
  return postingsOf(line, { units: { from: 'units:posts', to: units }, money: { from: 'client:payable', to: money } });
}

/** The balanced postings of an answer: from where the line was proposed to where it now stands. */
export function answerPostings(line: LedgerLine, kind: AnswerKind): Posting[] {
  const [from, to] = [accountsOf(line, 'proposed'), accountsOf(line, kind)];
  return postingsOf(line, { units: { from: from.units, to: to.units }, money: { from: from.money, to: to.money } });
}

/** Where a line's units and money lie; `units` has no meaning for a deduction, which has none. */
export function accountsOf(
  line: LedgerLine,
  standing: 'proposed' | AnswerKind,
): { readonly units: Account; readonly money: Account } {
  if (isDeduction(line))
    return { units: 'units:posts', money: `${line.debtor === 'client' ? 'damages' : 'fines'}:${standing}` };
  const side = standing === 'proposed' ? (line.isContested ? 'contested' : 'undisputed') : standing;
  return { units: `units:vacancy:${side}`, money: `reductions:vacancy:${side}` };
}

interface Way {
  readonly from: Account;
  readonly to: Account;
}

function postingsOf(line: LedgerLine, ways: { readonly units: Way; readonly money: Way }): Posting[] {
  const money = line.amountFen === null || line.amountFen === 0 ? [] : [moneyPosting(line, ways.money)];
  if (isDeduction(line)) return money;
  const { from: source, to: destination } = ways.units;
  return [{ source, destination, asset: 'HCD', quantity: headcountDaysText(line.units) }, ...money];
}

/** What the client owes in damages moves the other way: it adds to what is payable. */
function moneyPosting(line: LedgerLine, { from, to }: Way): Posting {
  const isClients = isDeduction(line) && line.debtor === 'client';
  const quantity = String(line.amountFen ?? 0);
  return isClients
    ? { source: to, destination: from, asset: 'CNY', quantity }
    : { source: from, destination: to, asset: 'CNY', quantity };
}
