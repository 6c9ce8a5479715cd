import type { VacancyLine, VacancyMonth, VacancyTotal } from '../../domain/ledger/vacancy/vacancy-line.js';
import { present } from '../../shared/assert.js';
import { sumFen, type Fen } from '../../shared/fen.js';
import { decimalText, sumHeadcountDays } from '../../shared/headcount-days.js';
import type { LineChange, OpenMonthsEffect } from './open-months-effect.js';

/** An effect as plain JSON, with the totals over all open months. */
export function presentEffect({ months, sealed }: OpenMonthsEffect) {
  return {
    months: months.map(({ month, before, after, changes }) => ({
      month,
      before: totalsOf([before]),
      after: totalsOf([after]),
      lines: changes.map(presentChange),
    })),
    before: totalsOf(months.map(({ before }) => before)),
    after: totalsOf(months.map(({ after }) => after)),
    sealed,
  };
}

function totalsOf(months: readonly VacancyMonth[]) {
  const side = (key: 'undisputed' | 'contested' | 'total') => presentTotal(months.map((month) => month[key]));
  return { undisputed: side('undisputed'), contested: side('contested'), total: side('total') };
}

/** Without any rate there is no amount, not even a zero. */
function presentTotal(totals: readonly VacancyTotal[]): { readonly units: string; readonly amountFen: Fen | null } {
  const amounts = totals.flatMap(({ amountFen }) => amountFen ?? []);
  return {
    units: decimalText(sumHeadcountDays(totals.map(({ units }) => units))),
    amountFen: amounts.length === 0 ? null : sumFen(amounts),
  };
}

function presentChange({ id, before, after }: LineChange) {
  const { date, postGroup, post } = present(before ?? after, 'line');
  return { id, date, postGroup, post, before: ruled(before), after: ruled(after) };
}

function ruled(line: VacancyLine | null) {
  if (line === null) return null;
  const { units, amountFen, isContested } = line;
  return { units: decimalText(units), amountFen, isContested };
}
