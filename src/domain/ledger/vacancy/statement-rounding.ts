import { monthOf, type CivilMonth } from '../../../shared/civil-date.js';
import { fen, roundToFen, type Fen } from '../../../shared/fen.js';
import type { HeadcountDays } from '../../../shared/headcount-days.js';
import type { VacancyLine } from './vacancy-line.js';
import { exactVacancyAmount } from './vacancy-ruling.js';

/** The lines of some months in order, those of a statement that is rounded as a whole by what each adds to its sum. */
export function roundedByStatement(lines: readonly VacancyLine[]): VacancyLine[] {
  const sums = new Map<CivilMonth, { readonly exactFen: HeadcountDays; readonly amountFen: Fen }>();
  return lines.map((line) => {
    const { rate, rounding } = line;
    if (rate === null || rounding?.before === undefined) return line;
    const before = sums.get(monthOf(line.date)) ?? rounding.before;
    const exactFen = before.exactFen.add(exactVacancyAmount(rate, line.units));
    const sumFen = roundToFen(exactFen, rounding.mode);
    sums.set(monthOf(line.date), { exactFen, amountFen: sumFen });
    return { ...line, rounding: { ...rounding, before }, amountFen: fen(sumFen - before.amountFen) };
  });
}
