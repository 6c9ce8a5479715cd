import { findings } from '../../domain/contract/findings.js';
import { parseCivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Confirmation } from '../ports/index.js';

/**
 * Records a person's decision on the term of a contract that contradicts itself, with the document it rests on.
 * Refuses `not-found`, `invalid-input`, and `conflict` where the term contradicts nothing.
 */
export async function confirmTerm(
  context: Context,
  input: { readonly contract: string; readonly from: string; readonly to: string; readonly document: string },
): Promise<Result<Confirmation>> {
  const from = parseCivilDate(input.from);
  const to = parseCivilDate(input.to);
  if (from === undefined || to === undefined || to < from) {
    return refuse('invalid-input', {
      zh: '期限的起止日期不对：请写两个有效日期（YYYY-MM-DD），且止日不早于起日。',
      en: 'The term is wrong: write two real dates (YYYY-MM-DD), the last not before the first.',
    });
  }
  if (input.document.trim() === '') {
    return refuse('invalid-input', {
      zh: '请写明确认所依据的文件。',
      en: 'Name the document that the confirmation rests on.',
    });
  }
  const confirmation: Confirmation = {
    key: 'term',
    value: { from, to },
    document: input.document.trim(),
    confirmedBy: context.actor,
    recordedAt: context.clock.now(),
  };
  return context.unitOfWork.write(async ({ contracts }) => {
    const contract = await contracts.find(input.contract);
    if (contract === undefined) {
      return refuse('not-found', { zh: `没有合同 ${input.contract}。`, en: `There is no contract ${input.contract}.` });
    }
    // Otherwise a slip of the pen would move a term that both parties signed, and all that is computed from it.
    if (!findings(contract, { confirmations: [] }).some(({ key }) => key === 'term')) {
      return refuse('conflict', {
        zh: `合同 ${input.contract} 的期限（${contract.term.from} 至 ${contract.term.to}）没有矛盾，无需确认。`,
        en: `The term of ${input.contract} (${contract.term.from} to ${contract.term.to}) contradicts nothing: there is nothing to confirm.`,
      });
    }
    await contracts.confirm(input.contract, confirmation);
    return done(confirmation);
  });
}
