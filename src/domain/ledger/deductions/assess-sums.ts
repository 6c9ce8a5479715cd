import { fen, yuanText } from '../../../shared/fen.js';
import { scaled } from '../settlement/amount-base.js';
import type { FactsOf, RuleOf } from './incident.js';
import { shareText, type Assessed, type Total } from './assessed.js';
import type { DeductionInput } from './deduction-input.js';
import { shareOf } from './exact-amount.js';

/** A sum agreed on for an event, scaled with the total. */
export function assessSum({ contract }: DeductionInput, rule: RuleOf<'sumOnEvent'>, total: Total): Assessed {
  const amountFen = scaled(rule.amountFen, total.amountFen, contract.amountFen);
  return {
    title: rule.name,
    base: total,
    accruedFen: amountFen,
    cap: null,
    instalment: null,
    explanation: { zh: `约定金额 ${yuanText(amountFen)}`, en: `agreed sum ${yuanText(amountFen)}` },
  };
}

/** A share of what was due and not paid. */
export function assessUnpaid(rule: RuleOf<'shareOfUnpaid'>, facts: FactsOf<'shareOfUnpaid'>): Assessed {
  const amountFen = fen(facts.unpaidFen);
  return {
    title: rule.name,
    base: { amountFen, document: rule.clause },
    accruedFen: shareOf(amountFen, rule),
    cap: null,
    instalment: null,
    explanation: {
      zh: `应付未付 ${yuanText(amountFen)} × ${shareText(rule)}`,
      en: `due and unpaid ${yuanText(amountFen)} × ${shareText(rule)}`,
    },
  };
}
