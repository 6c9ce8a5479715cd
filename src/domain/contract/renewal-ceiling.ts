import Fraction from 'fraction.js';
import { roundToFen, type Fen } from '../../shared/fen.js';

/** The most that a renewal may cost: at most `numerator/denominator` above the procured amount (Sujiatuo 二、1: 10 %). */
export function renewalCeiling(
  amountFen: Fen,
  increase: { readonly numerator: number; readonly denominator: number },
): Fen {
  const { numerator, denominator } = increase;
  return roundToFen(new Fraction(amountFen).mul(new Fraction(denominator + numerator, denominator)));
}
