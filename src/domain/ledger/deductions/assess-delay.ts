import { daysBetween } from '../../../shared/civil-date.js';
import { yuanText } from '../../../shared/fen.js';
import type { RuleOf } from './incident.js';
import { capOf, netText, shareBase, shareText, type Assessed, type Case } from './assessed.js';
import { bearingInstalment } from './bearer.js';
import { dailyDelay } from './daily-delay.js';
import type { DeductionInput } from './deduction-input.js';

/** A share of the total for each day late (Horqin 第十九条). */
export function assessDelay(
  input: DeductionInput,
  rule: RuleOf<'dailyDelay'>,
  one: Omit<Case<'dailyDelay'>, 'before'>,
): Assessed {
  const { facts, incident, total, reading } = one;
  const base = shareBase(input, one);
  const until = facts.deliveredOn ?? incident.date;
  const daysLate = Math.max(0, daysBetween({ from: facts.due, to: until }));
  const { accruedFen, mayTerminate } = dailyDelay({ ...rule, cap: undefined }, base.amountFen, daysLate);
  const right = {
    zh: `逾期 ${daysLate} 日，达到 ${rule.terminationFromDay} 日：甲方有权解除合同。`,
    en: `${daysLate} days late, from day ${rule.terminationFromDay} on the client may terminate.`,
  };
  return {
    title: { zh: `${rule.name.zh}：${facts.task}`, en: `${rule.name.en}: ${facts.task}` },
    base,
    accruedFen,
    cap: capOf(input, rule, total),
    instalment: bearingInstalment(input.contract, rule.bearer, reading),
    explanation: {
      zh: `合同总价款${netText(base, total).zh} ${yuanText(base.amountFen)} × ${shareText(rule)} × 逾期 ${daysLate} 日（${facts.due} 至 ${until}）`,
      en: `contract total${netText(base, total).en} ${yuanText(base.amountFen)} × ${shareText(rule)} × ${daysLate} days late (${facts.due} to ${until})`,
    },
    notices: mayTerminate ? [right] : [],
  };
}
