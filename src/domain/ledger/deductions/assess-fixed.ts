import { assert } from '../../../shared/assert.js';
import { monthOf } from '../../../shared/civil-date.js';
import { fen, yuanText } from '../../../shared/fen.js';
import type { RuleOf } from './incident.js';
import { capOf, type Assessed, type Case } from './assessed.js';
import { bearingInstalment } from './bearer.js';
import type { DeductionInput } from './deduction-input.js';
import { fixedPerIncident, isOverTenPercent } from './fixed-per-incident.js';

/** A sum for each incident, or for a month that fails its test (Changping 第十八条). */
export function assessFixed(
  input: DeductionInput,
  rule: RuleOf<'fixedPerIncident'>,
  one: Omit<Case<'fixedPerIncident'>, 'deductedFen'>,
): Assessed {
  const { facts, incident, before, total, reading } = one;
  const grade = rule.grades.find(({ key }) => key === facts.grade);
  assert(grade !== undefined, `${facts.grade} is a grade of ${rule.key}`);
  const common = {
    title: grade.name,
    base: null,
    cap: capOf(input, rule, total),
    instalment: bearingInstalment(input.contract, rule.bearer, reading),
  };
  const { poor, graded } = facts;
  if (grade.monthlyTest === undefined) {
    const { accruedFen } = fixedPerIncident([{ key: rule.key, grades: rule.grades }], [{ ...facts, rule: rule.key }], {
      confidentiality: 'separate',
      confidentialityFen: fen(0),
    });
    return {
      ...common,
      accruedFen,
      explanation: {
        zh: `${yuanText(grade.amountFen)} × ${facts.count} 次`,
        en: `${yuanText(grade.amountFen)} × ${facts.count}`,
      },
    };
  }
  // M16: one sum for each month over the threshold; the comparison is exact and strict (V23).
  const isCounted = before.some(
    (other) =>
      other.facts.family === 'fixedPerIncident' &&
      other.facts.grade === facts.grade &&
      monthOf(other.date) === monthOf(incident.date),
  );
  const isOver = poor !== undefined && graded !== undefined && isOverTenPercent({ poor, graded }, reading);
  return {
    ...common,
    accruedFen: isOver && !isCounted ? grade.amountFen : fen(0),
    explanation: isCounted
      ? { zh: '该月已计一次', en: 'The month counts once and has been counted' }
      : {
          zh: `一般及以下 ${poor ?? 0} / ${graded ?? 0} 人次，${isOver ? '超过' : '未超过'} 10%`,
          en: `${poor ?? 0} of ${graded ?? 0} gradings fair or worse, ${isOver ? 'more than' : 'not more than'} 10 %`,
        },
  };
}
