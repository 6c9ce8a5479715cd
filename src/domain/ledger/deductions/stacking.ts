import { fen, type Fen } from '../../../shared/fen.js';
import type { DeductionReading } from '../readings/deduction-reading.js';

/** What is taken when one event is a vacancy and an error at once (V20). */
export function sameEvent(
  amounts: { readonly vacancyFen: Fen; readonly errorFen: Fen },
  reading: Pick<DeductionReading, 'sameEvent'>,
): { readonly vacancyFen: Fen; readonly errorFen: Fen } {
  const { vacancyFen, errorFen } = amounts;
  if (reading.sameEvent === 'both') return amounts;
  const isErrorTaken = reading.sameEvent === 'higher' && errorFen > vacancyFen;
  return isErrorTaken ? { vacancyFen: fen(0), errorFen } : { vacancyFen, errorFen: fen(0) };
}

/** The base of a percentage: an amount before or after the deductions already taken from it (V24). */
export function percentageBase(
  amount: { readonly grossFen: Fen; readonly deductedFen: Fen },
  reading: Pick<DeductionReading, 'percentageBase'>,
): Fen {
  return reading.percentageBase === 'gross' ? amount.grossFen : fen(Math.max(0, amount.grossFen - amount.deductedFen));
}
