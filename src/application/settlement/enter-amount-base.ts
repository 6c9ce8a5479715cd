import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { renewalCeiling } from '../../domain/contract/renewal-ceiling.js';
import { parseYuan, yuanText, type Fen } from '../../shared/fen.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { postDeductions, readContractLedger } from '../incidents/contract-ledger.js';
import { notAnAmount } from './prepare-instalment.js';
import { readSettlementState, type SettlementState } from './read-settlement.js';

/**
 * Enters a version of the contract total with its document (M24). Deductions of open months that rest on it are reversed
 * and posted anew in the journal; closed months and settled instalments stand. Refuses `not-found`, `term-unconfirmed`,
 * `outside-term`, `invalid-input` (also for a total above what a renewal may come to).
 */
export async function enterAmountBase(
  context: Context,
  input: {
    readonly contract: string;
    readonly yuan: string;
    readonly from: CivilDate;
    readonly document: string;
  },
): Promise<Result<SettlementState>> {
  const amountFen = parseYuan(input.yuan);
  const document = input.document.trim();
  if (amountFen === undefined || amountFen <= 0) return notAnAmount(input.yuan);
  if (document === '')
    return refuse('invalid-input', {
      zh: '请写明拨付、补充协议或审计文件。',
      en: 'Name the appropriation, supplement or audit document.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const ledger = await readContractLedger(repositories, input.contract);
    if (!ledger.ok) return ledger;
    const { contract, term, bases, seals } = ledger.value;
    const { renewal } = contract;
    const procuredFen = renewal?.renews?.amountFen ?? contract.amountFen;
    if (renewal !== undefined && amountFen > renewalCeiling(procuredFen, renewal.increase))
      return overCeiling(renewal, renewalCeiling(procuredFen, renewal.increase));
    if (input.from < term.from || input.from > term.to)
      return refuse('outside-term', {
        zh: `生效日 ${input.from} 不在合同期 ${term.from} 至 ${term.to} 内。`,
        en: `The effective date ${input.from} lies outside the term ${term.from} to ${term.to}.`,
      });
    if (seals.some(({ month }) => month >= input.from.slice(0, 7)))
      return refuse('period-closed', {
        zh: '该生效日以后已有封账月份：请以未封账月份的日期为生效日，不追溯已封账的金额。',
        en: 'Months from that day on are closed: let it take effect in an open month; closed sums aren’t recomputed.',
      });
    const base = {
      contract: input.contract,
      from: input.from,
      amountFen,
      document,
      enteredBy: context.actor,
      recordedAt: context.clock.now(),
    };
    await repositories.settlements.saveBase(base);
    const posted = await postDeductions(repositories, { ...ledger.value, bases: [...bases, base] }, context.actor);
    return posted.ok ? readSettlementState(repositories, context, input.contract) : posted;
  });
}

function overCeiling(
  { clause, increase: { numerator, denominator } }: NonNullable<ServiceContract['renewal']>,
  ceiling: Fen,
): Result<never> {
  return refuse('invalid-input', {
    zh: `${clause}：合同金额增加部分不得超过原采购金额的 ${numerator}/${denominator}，最多 ${yuanText(ceiling)}。请核对金额。`,
    en: `${clause}: the amount may rise by ${numerator}/${denominator} of the one procured, to ${yuanText(ceiling)} at most. Check the amount.`,
  });
}
