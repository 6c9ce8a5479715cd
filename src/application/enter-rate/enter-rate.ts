import { effectiveTerm } from '../../domain/contract/findings.js';
import { vacancyClause } from '../../domain/ledger/vacancy/vacancy-ruling.js';
import type { ApprovedRate } from '../../domain/ledger/vacancy/vacancy-line.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { parseYuan } from '../../shared/fen.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { changingInputs } from '../close-period/input-seals.js';
import type { Context } from '../context.js';

/**
 * Enters the approved personnel-cost standard with its document (V3). Earlier rates stay on file; of one effective date
 * the rate entered last holds. The same rate again is the one on file.
 *
 * @returns refusals `not-found`, `term-unconfirmed`, `outside-term`, and `invalid-input` for a wrong amount, a missing
 * document, or a contract without a clause that prices absent headcount by the day.
 */
export async function enterRate(
  context: Context,
  input: {
    readonly contract: string;
    readonly yuanPerPostYear: string;
    readonly document: string;
    readonly from: CivilDate;
  },
): Promise<Result<ApprovedRate>> {
  const annualFen = parseYuan(input.yuanPerPostYear);
  const document = input.document.trim();
  if (annualFen === undefined || annualFen <= 0) {
    return refuse('invalid-input', {
      zh: `“${input.yuanPerPostYear}”不是正的金额：请写成 111650.00（元，最多两位小数）。`,
      en: `“${input.yuanPerPostYear}” is no positive amount: write yuan such as 111650.00, with at most two decimals.`,
    });
  }
  if (document === '')
    return refuse('invalid-input', {
      zh: '请写明批复文件的名称、文号和日期。',
      en: 'Name the approving document, its number and date.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const { contracts, ledger } = repositories;
    const contract = await contracts.find(input.contract);
    if (contract === undefined)
      return refuse('not-found', { zh: `没有合同 ${input.contract}。`, en: `There is no contract ${input.contract}.` });
    const term = effectiveTerm(contract, await contracts.confirmations(contract.key));
    if (!term.ok) return term;
    if (vacancyClause(contract, input.from) === undefined) {
      return refuse('invalid-input', {
        zh: '本合同没有按人数和天数核减的条款，只统计人天，不适用批复标准。',
        en: 'This contract has no clause that reduces the fee by headcount and days: only headcount-days are kept, no rate applies.',
      });
    }
    if (input.from < term.value.from || input.from > term.value.to) {
      return refuse('outside-term', {
        zh: `生效日 ${input.from} 不在合同期 ${term.value.from} 至 ${term.value.to} 内。`,
        en: `The effective date ${input.from} lies outside the term ${term.value.from} to ${term.value.to}.`,
      });
    }
    const known = (await ledger.rates(contract.key)).filter(({ from }) => from === input.from).at(-1);
    if (known?.annualFen === annualFen && known.document === document) return done(known);
    const rate: ApprovedRate = {
      contract: contract.key,
      annualFen,
      document,
      from: input.from,
      enteredBy: context.actor,
      recordedAt: context.clock.now(),
    };
    const days = { contract: contract.key, from: rate.from, to: term.value.to, recordedAt: rate.recordedAt };
    await changingInputs(repositories, days, () => ledger.saveRate(rate));
    return done(rate);
  });
}
