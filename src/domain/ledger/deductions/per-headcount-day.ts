import type { Fen } from '../../../shared/fen.js';
import type { HeadcountDays } from '../../../shared/headcount-days.js';
import { vacancyAmount } from '../vacancy/vacancy-ruling.js';

/**
 * 核减: headcount × days × approved standard (Shijingshan 第十八条). The divisor belongs to the count basis (V2);
 * quantities are exact and the amount is rounded once.
 */
export function perHeadcountDay(input: {
  readonly annualFen: Fen;
  readonly divisor: HeadcountDays;
  readonly units: HeadcountDays;
}): Fen {
  return vacancyAmount(input, input.units);
}
