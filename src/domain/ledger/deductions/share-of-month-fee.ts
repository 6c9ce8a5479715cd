import Fraction from 'fraction.js';
import { addDays, type CivilDate } from '../../../shared/civil-date.js';
import { fen, roundToFen, type Fen } from '../../../shared/fen.js';
import { DateTime } from 'luxon';
import type { LocalText } from '../../../shared/text.js';
import type { DeductionRule } from '../../contract/service-contract.js';

type MonthFeeRule = Extract<DeductionRule, { family: 'shareOfMonthFee' }>;

/** A service month of a monthly billed contract: from the term's day of the month to the day before it in the next (M3). */
export interface ServiceMonth {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly feeFen: Fen;
}

/**
 * Twelve equal service months whose fees add up to the contract total: each rounded down to fen, the rest in the last
 * (11 × 147,208.33 + 147,208.37 for 1,766,500.00; M3).
 */
export function serviceMonths(contract: {
  readonly amountFen: Fen;
  readonly term: { readonly from: CivilDate };
}): ServiceMonth[] {
  const count = 12;
  const equal = Math.floor(contract.amountFen / count);
  return Array.from({ length: count }, (_, index) => ({
    from: plusMonths(contract.term.from, index),
    to: addDays(plusMonths(contract.term.from, index + 1), -1),
    feeFen: fen(index < count - 1 ? equal : contract.amountFen - equal * (count - 1)),
  }));
}

function plusMonths(date: CivilDate, months: number): CivilDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ months }).toISODate() as CivilDate;
}

export interface MonthFeeDeduction {
  readonly deductionFen: Fen;
  readonly netFen: Fen;
  /** More occurrences than a court would likely let stand (Civil Code 585, M2). */
  readonly warning: LocalText | null;
}

/** A share of the month's fee for each occurrence (Sujiatuo 九、3); the month never falls below zero (M2). */
export function shareOfMonthFee(
  rule: Pick<MonthFeeRule, 'numerator' | 'denominator' | 'warnAbove'>,
  feeFen: Fen,
  occurrences: number,
): MonthFeeDeduction {
  const exact = new Fraction(feeFen).mul(new Fraction(rule.numerator, rule.denominator)).mul(occurrences);
  const deductionFen = fen(Math.min(roundToFen(exact), feeFen));
  const isMany = rule.warnAbove !== undefined && occurrences > rule.warnAbove;
  return {
    deductionFen,
    netFen: fen(feeFen - deductionFen),
    warning: isMany
      ? {
          zh: `本月 ${occurrences} 次，超过 ${rule.warnAbove ?? 0} 次：累计扣减比例偏高，依民法典第五百八十五条可请求适当减少，请先行核对。`,
          en: `${occurrences} occurrences this month, more than ${rule.warnAbove ?? 0}: check before settling, a court may reduce an excessive sum (Civil Code 585).`,
        }
      : null,
  };
}
