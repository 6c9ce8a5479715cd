import Fraction from 'fraction.js';
import { daysBetween, type CivilDate } from '../../../shared/civil-date.js';
import { roundToFen, type Fen } from '../../../shared/fen.js';
import type { DeductionReading } from '../readings/deduction-reading.js';
import { serviceMonths } from '../deductions/share-of-month-fee.js';

/** A stretch with a fee of its own, and what of it was served by a day. */
export interface ServedPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly days: number;
  readonly servedDays: number;
  readonly feeFen: Fen;
  /** The fee by its days, half-up to fen once (V22); the whole fee of a whole period. */
  readonly amountFen: Fen;
}

interface Priced {
  readonly amountFen: Fen;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
}

/** Months of service (M3) that have begun by a day: whole ones with their fee, the broken one by its days. */
export function servedMonths(
  { amountFen, term }: Priced,
  on: CivilDate,
  reading: Pick<DeductionReading, 'month'>,
): ServedPeriod[] {
  return serviceMonths({ amountFen, term }, reading)
    .filter(({ from }) => from <= on)
    .map(({ from, to, feeFen }) => servedOf({ from, to, feeFen }, on));
}

/** The whole term by its calendar days. */
export function servedTerm({ amountFen, term }: Priced, on: CivilDate): ServedPeriod {
  return servedOf({ ...term, feeFen: amountFen }, on);
}

function servedOf({ from, to, feeFen }: Pick<ServedPeriod, 'from' | 'to' | 'feeFen'>, on: CivilDate): ServedPeriod {
  const days = daysBetween({ from, to }) + 1;
  const servedDays = daysBetween({ from, to: on < to ? on : to }) + 1;
  return { from, to, days, servedDays, feeFen, amountFen: roundToFen(new Fraction(feeFen).mul(servedDays).div(days)) };
}
