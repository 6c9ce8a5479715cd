import Fraction from 'fraction.js';
import { fen, roundToFen, type Fen } from '../../../shared/fen.js';
import type { DeductionRule } from '../../contract/service-contract.js';
import type { Capped } from './exact-amount.js';

type DelayRule = Extract<DeductionRule, { family: 'dailyDelay' }>;

export interface DelayDeduction extends Capped {
  /** From this day of delay on (the number included, Civil Code 1259) the client may terminate. */
  readonly mayTerminate: boolean;
}

/** A share of the total for each day late (Horqin 第十九条), within the liability cap. */
export function dailyDelay(
  rule: Pick<DelayRule, 'numerator' | 'denominator' | 'terminationFromDay' | 'cap'>,
  totalFen: Fen,
  daysLate: number,
): DelayDeduction {
  const accruedFen = roundToFen(
    new Fraction(totalFen).mul(new Fraction(rule.numerator, rule.denominator)).mul(daysLate),
  );
  const amountFen = fen(Math.min(accruedFen, rule.cap?.amountFen ?? accruedFen));
  return { accruedFen, amountFen, isCapped: amountFen < accruedFen, mayTerminate: daysLate >= rule.terminationFromDay };
}
