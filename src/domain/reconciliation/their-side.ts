import { roundToFen, sumFen, type Fen } from '../../shared/fen.js';
import { sumHeadcountDays } from '../../shared/headcount-days.js';
import type { VacancyLine } from '../ledger/vacancy/vacancy-line.js';
import { vacancyAmount } from '../ledger/vacancy/vacancy-ruling.js';
import type { ClientClaim } from './client-count.js';
import type { TheirSide } from './difference.js';

/**
 * The client's rows about one post and day, added up. Where they state no money they are valued at our rate, so that
 * both totals stand in the same unit; rows with and without amounts are never mixed up silently: one without an amount
 * or a rate of its own makes the whole side ours to value.
 */
export function theirSide(
  claims: readonly ClientClaim[],
  { rate, ours }: { readonly rate: VacancyLine['rate']; readonly ours: VacancyLine | null },
): TheirSide {
  const units = sumHeadcountDays(claims.map((claim) => claim.units));
  const stated = claims.map(statedAmount);
  // The same quantity is worth the same, however the parties round (V22).
  const isSame = ours !== null && ours.units.equals(units);
  const valued = rate === null ? null : isSame ? ours.amountFen : vacancyAmount(rate, units, ours?.rounding?.mode);
  if (stated.every((amount) => amount !== null))
    return { claims, units, amountFen: sumFen(stated), isValuedByUs: false };
  return { claims, units, amountFen: valued, isValuedByUs: valued !== null };
}

function statedAmount({ amountFen, dailyRate, units }: ClientClaim): Fen | null {
  return amountFen ?? (dailyRate === null ? null : roundToFen(dailyRate.mul(units)));
}
