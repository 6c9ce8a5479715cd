import Fraction from 'fraction.js';
import { roundToFen, type Fen } from '../../../shared/fen.js';

/** `numerator / denominator` of an amount, exact, then half-up to fen once (V22). */
export function shareOf(base: Fen, share: { readonly numerator: number; readonly denominator: number }): Fen {
  return roundToFen(new Fraction(base).mul(new Fraction(share.numerator, share.denominator)));
}

/** What a cap lets through, and what it keeps back; an event that the contract excepts passes whole. */
export interface Capped {
  /** Before the cap. */
  readonly accruedFen: Fen;
  /** After it. */
  readonly amountFen: Fen;
  readonly isCapped: boolean;
}
