import type { Fen } from '../../../shared/fen.js';
import { shareOf } from './exact-amount.js';

/** The most that a renewal may cost: at most `numerator/denominator` above the procured amount (Sujiatuo 二、1: 10 %). */
export function renewalCeiling(
  amountFen: Fen,
  increase: { readonly numerator: number; readonly denominator: number },
): Fen {
  return shareOf(amountFen, {
    numerator: increase.denominator + increase.numerator,
    denominator: increase.denominator,
  });
}
