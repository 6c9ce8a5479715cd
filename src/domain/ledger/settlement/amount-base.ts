import Fraction from 'fraction.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { roundToFen, type Fen } from '../../../shared/fen.js';
import type { ServiceContract } from '../../contract/service-contract.js';

/** The contract total as a document set it (M24): appropriation, supplement, audit. */
export interface AmountBase {
  readonly contract: string;
  readonly from: CivilDate;
  readonly amountFen: Fen;
  readonly document: string;
  readonly enteredBy: string;
  readonly recordedAt: string;
}

/** The total in force on a day: of one effective date the version entered last; before the first, the contract's own. */
export function amountOn(
  contract: Pick<ServiceContract, 'amountFen' | 'amountClause'>,
  bases: readonly AmountBase[],
  date: CivilDate,
): { readonly amountFen: Fen; readonly document: string } {
  const found = bases
    .filter(({ from }) => from <= date)
    .sort((a, b) => a.from.localeCompare(b.from) || a.recordedAt.localeCompare(b.recordedAt))
    .at(-1);
  const { amountFen, document } = found ?? { amountFen: contract.amountFen, document: contract.amountClause };
  return { amountFen, document };
}

/** A sum that the contract states for its original total (a cap, a share written as a figure), for another total. */
export function scaled(sum: Fen, base: Fen, original: Fen): Fen {
  return base === original ? sum : roundToFen(new Fraction(sum).mul(new Fraction(base, original)));
}
