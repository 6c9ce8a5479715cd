import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import { assert } from '../../../shared/assert.js';
import type { DeductionRule } from '../../contract/service-contract.js';
import type { DeductionReading } from '../readings/deduction-reading.js';
import { shareOf, type Capped } from './exact-amount.js';

type SeverityRule = Extract<DeductionRule, { family: 'shareOfTotalBySeverity' }>;

export interface SeverityEvent {
  readonly grade: string;
  /** “Especially grave” events stand outside the cap (Shijingshan 第十九条). */
  readonly isExcepted: boolean;
}

/**
 * Shares of a base (V24: {@link percentageBase}), minor to grave. The cap is cumulative over the term; vacancy
 * reductions use it up only where the parties agreed so (V19).
 */
export function shareOfTotalBySeverity(
  rule: Pick<SeverityRule, 'grades' | 'cap'>,
  totalFen: Fen,
  events: readonly SeverityEvent[],
  reading: { readonly capCovers: DeductionReading['capCovers']; readonly vacancyFen: Fen },
): Capped {
  const amounts = events.map((event) => ({ ...event, amount: severityAmount(rule, totalFen, event.grade) }));
  const excepted = sumFen(amounts.filter(({ isExcepted }) => isExcepted).map(({ amount }) => amount));
  const ordinary = sumFen(amounts.filter(({ isExcepted }) => !isExcepted).map(({ amount }) => amount));
  const usedUp = reading.capCovers === 'errors-and-vacancies' ? reading.vacancyFen : 0;
  const allowed = rule.cap === undefined ? ordinary : Math.min(ordinary, Math.max(0, rule.cap.amountFen - usedUp));
  const accruedFen = fen(excepted + ordinary);
  const amountFen = fen(excepted + allowed);
  return { accruedFen, amountFen, isCapped: amountFen < accruedFen };
}

export function severityAmount(rule: Pick<SeverityRule, 'grades'>, totalFen: Fen, grade: string): Fen {
  const found = rule.grades.find(({ key }) => key === grade);
  assert(found !== undefined, `${grade} is a grade of the contract`);
  return shareOf(totalFen, found);
}
