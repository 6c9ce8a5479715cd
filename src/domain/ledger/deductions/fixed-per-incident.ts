import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import type { DeductionRule } from '../../contract/service-contract.js';
import type { DeductionReading } from '../readings/deduction-reading.js';
import { assert } from '../../../shared/assert.js';
import type { Capped } from './exact-amount.js';

type FixedRule = Extract<DeductionRule, { family: 'fixedPerIncident' }>;

/**
 * A fixed sum for each incident of a grade. The contract's cap (Changping 第十八条: 20 % of the total) spans every
 * rule of the family, so it is applied to all incidents together, here those of one list of rules. The sum for a breach
 * of confidentiality uses the cap up only where the parties agreed so (M20).
 */
export function fixedPerIncident(
  rules: readonly Pick<FixedRule, 'key' | 'grades' | 'cap'>[],
  incidents: readonly { readonly rule: string; readonly grade: string; readonly count: number }[],
  reading: { readonly confidentiality: DeductionReading['confidentiality']; readonly confidentialityFen: Fen },
): Capped {
  const accruedFen = sumFen(incidents.map(({ rule, grade, count }) => fen(gradeAmount(rules, rule, grade) * count)));
  const usedUp = reading.confidentiality === 'inside-cap' ? reading.confidentialityFen : 0;
  const caps = rules.flatMap(({ cap }) => (cap === undefined ? [] : Math.max(0, cap.amountFen - usedUp)));
  const amountFen = fen(Math.min(accruedFen, ...caps));
  return { accruedFen, amountFen, isCapped: amountFen < accruedFen };
}

function gradeAmount(rules: readonly Pick<FixedRule, 'key' | 'grades'>[], rule: string, grade: string): Fen {
  const found = rules.find(({ key }) => key === rule)?.grades.find(({ key }) => key === grade);
  assert(found !== undefined, `${rule}/${grade} is a grade of the contract`);
  return found.amountFen;
}

/** Changping's monthly test: strictly more than 10 % of person-times graded poor (M16), compared by V23. */
export function isOverTenPercent(
  test: { readonly poor: number; readonly graded: number },
  { comparison }: Pick<DeductionReading, 'comparison'>,
): boolean {
  if (test.graded === 0) return false;
  if (comparison === 'exact') return test.poor * 10 > test.graded;
  // Hundredths of a percent, rounded half up, in whole numbers.
  return Math.floor((test.poor * 20_000 + test.graded) / (test.graded * 2)) > 1000;
}
