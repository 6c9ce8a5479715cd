import { yuanDecimal, type RoundingMode } from '../../shared/fen.js';
import { headcountDaysText } from '../../shared/headcount-days.js';
import type { VacancyLine } from '../ledger/vacancy/vacancy-line.js';

/**
 * A spreadsheet formula of yuan rounded to fen (V22). A number of a spreadsheet may lie a hair beside the value that it
 * stands for, so that halves and whole fen are looked for at the sixth place of a fen.
 */
export function roundedFormula(exact: string, mode: RoundingMode): string {
  switch (mode) {
    case 'half-up':
      return `ROUND(${exact},2)`;
    case 'half-even':
      return `IF(MOD(ROUND((${exact})*100,6),1)=0.5,2*ROUND((${exact})*50,0),ROUND((${exact})*100,0))/100`;
    case 'floor':
      return `ROUNDDOWN(ROUND(${exact},8),2)`;
  }
}

/** The same of one line of a statement: by itself, or what it adds to the statement's rounded sum. */
export function lineFormula(exact: string, rounding: VacancyLine['rounding']): string {
  const mode = rounding?.mode ?? 'half-up';
  if (rounding?.before === undefined) return roundedFormula(exact, mode);
  const { exactFen, amountFen } = rounding.before;
  return `${roundedFormula(`${headcountDaysText(exactFen)}/100+${exact}`, mode)}-${yuanDecimal(amountFen)}`;
}
