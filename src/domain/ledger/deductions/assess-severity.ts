import { assert } from '../../../shared/assert.js';
import { fen, yuanText, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import type { DeductionReading } from '../readings/deduction-reading.js';
import type { RuleOf } from './incident.js';
import { capOf, netText, shareBase, shareText, type Assessed, type Case } from './assessed.js';
import { bearingInstalment } from './bearer.js';
import type { DeductionInput } from './deduction-input.js';
import { severityAmount } from './share-of-total-by-severity.js';
import { sameEvent } from './stacking.js';

/** A share of the total by severity (Shijingshan 第十九条). */
export function assessSeverity(
  input: DeductionInput,
  rule: RuleOf<'shareOfTotalBySeverity'>,
  one: Omit<Case<'shareOfTotalBySeverity'>, 'before'>,
): Assessed {
  const { facts, total, reading } = one;
  const base = shareBase(input, one);
  const grade = rule.grades.find(({ key }) => key === facts.grade);
  assert(grade !== undefined, `${facts.grade} is a grade of ${rule.key}`);
  const share = shareText(grade);
  const example = grade.examples?.find(({ key }) => key === facts.example)?.name;
  const beside = besideVacancy(input, facts.vacancy, {
    errorFen: severityAmount(rule, base.amountFen, facts.grade),
    reading,
  });
  return {
    title: grade.name,
    base,
    accruedFen: beside.amountFen,
    cap: facts.isExcepted ? null : capOf(input, rule, total),
    instalment: bearingInstalment(input.contract, rule.bearer, reading),
    explanation: {
      zh: `${example === undefined ? '' : `${example.zh}；`}合同总额${netText(base, total).zh} ${yuanText(base.amountFen)} × ${share}${facts.isExcepted ? '；特别严重，不计入累计上限' : ''}${beside.text.zh}`,
      en: `${example === undefined ? '' : `${example.en}; `}contract total${netText(base, total).en} ${yuanText(base.amountFen)} × ${share}${facts.isExcepted ? '; especially grave, outside the cap' : ''}${beside.text.en}`,
    },
  };
}

/** An error that is the same event as a vacancy (V20): nothing, what exceeds the vacancy's reduction, or all of it. */
function besideVacancy(
  { vacancyFenOf }: DeductionInput,
  vacancy: string | undefined,
  { errorFen, reading }: { readonly errorFen: Fen; readonly reading: DeductionReading },
): { readonly amountFen: Fen; readonly text: LocalText } {
  if (vacancy === undefined) return { amountFen: errorFen, text: { zh: '', en: '' } };
  const vacancyFen = vacancyFenOf(vacancy);
  const { errorFen: counted } = sameEvent({ vacancyFen, errorFen }, reading);
  const amountFen = fen(reading.sameEvent === 'higher' ? Math.max(0, counted - vacancyFen) : counted);
  return {
    amountFen,
    text: {
      zh: `；与空岗 ${vacancy} 为同一事件，空岗已核减 ${yuanText(vacancyFen)}，本项计 ${yuanText(amountFen)}（V20）`,
      en: `; the same event as vacancy ${vacancy}, which takes ${yuanText(vacancyFen)}: ${yuanText(amountFen)} of this (V20)`,
    },
  };
}
