import { assert } from '../../../shared/assert.js';
import { fen, yuanText } from '../../../shared/fen.js';
import type { RuleOf } from './incident.js';
import { shareText, type Assessed, type Case } from './assessed.js';
import type { DeductionInput } from './deduction-input.js';
import { shareOf } from './exact-amount.js';
import { monthCapFen, occurrencesOf, serviceMonths, shareOfMonthFee } from './share-of-month-fee.js';
import { percentageBase } from './stacking.js';

/** A share of the month’s fee for each occurrence (Sujiatuo 九、3). */
export function assessMonthFee(
  input: DeductionInput,
  rule: RuleOf<'shareOfMonthFee'>,
  one: Case<'shareOfMonthFee'>,
): Assessed {
  const { facts, incident, before, total, reading, deductedFen } = one;
  const months = serviceMonths({ amountFen: total.amountFen, term: input.term }, reading);
  const index = months.findIndex(({ from, to }) => from <= incident.date && incident.date <= to);
  const month = months[index];
  assert(month !== undefined, `${incident.date} lies in a service month`);
  const findings = before
    .filter(({ date }) => month.from <= date && date <= month.to)
    .flatMap(({ date, facts: other }) =>
      other.family === 'shareOfMonthFee' ? [{ date, cause: other.rootCause }] : [],
    );
  const earlier = occurrencesOf(findings, reading);
  const count = occurrencesOf([...findings, { date: incident.date, cause: facts.rootCause }], reading);
  const isKnown = count === earlier;
  // The month's sum is rounded once: each occurrence is what it adds to that sum.
  const whole = shareOfMonthFee(rule, { feeFen: month.feeFen, occurrences: count }, reading);
  const without = shareOfMonthFee(rule, { feeFen: month.feeFen, occurrences: earlier }, reading);
  const deducted = deductedFen(month.from);
  const capFen = monthCapFen(month.feeFen, reading);
  // V24: of what the deductions before it have left of the month's fee, up to the month's cap (M2).
  const netFen = percentageBase({ grossFen: month.feeFen, deductedFen: deducted }, reading);
  const isNet = reading.percentageBase === 'net';
  const usedFen = isNet ? fen(Math.min(deducted, capFen)) : without.deductionFen;
  const shareFen = isNet ? (isKnown ? 0 : shareOf(netFen, rule)) : whole.deductionFen - without.deductionFen;
  return {
    title: rule.name,
    base: { amountFen: netFen, document: total.document },
    accruedFen: fen(isNet ? Math.min(shareFen, capFen - usedFen) : shareFen),
    cap: null,
    monthCap: { key: 'month', amountFen: capFen, usedFen },
    instalment: input.contract.instalments[index]?.key ?? input.contract.instalments.at(-1)?.key ?? null,
    explanation: isKnown
      ? {
          zh: `当日同一原因“${facts.rootCause}”已计一次（M1）`,
          en: `the same root cause “${facts.rootCause}” was counted that day (M1)`,
        }
      : {
          zh: `当月服务费${isNet ? '减此前扣款' : ''} ${yuanText(netFen)} × ${shareText(rule)}，当月第 ${count} 次（${month.from} 至 ${month.to}）`,
          en: `month's fee${isNet ? ' net of earlier deductions' : ''} ${yuanText(netFen)} × ${shareText(rule)}, occurrence ${count} of the month (${month.from} to ${month.to})`,
        },
    notices: whole.warning === null ? [] : [whole.warning],
  };
}
