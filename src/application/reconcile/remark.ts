import type { RemarkBody, Stance } from '../../domain/reconciliation/work.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { answerBy } from '../readings/answer-by.js';
import { namedItem, readReconciliation, withWork, type Reconciliation } from './reconciliation.js';

/** What is said without deciding anything. `days` are counted from tomorrow (M15). */
export type Saying =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'answer'; readonly stance: Stance; readonly text: string }
  | { readonly kind: 'deadline'; readonly days: number };

/**
 * Puts a note, the client's answer or a new deadline to a difference.
 * @returns the month compared; refusals `not-found`, `term-unconfirmed`, `outside-term` and `invalid-input` (a client
 * that maintains its figure says why).
 */
export async function remark(
  context: Context,
  input: {
    readonly contract: string;
    readonly month: CivilMonth;
    readonly difference: string;
    readonly saying: Saying;
  },
): Promise<Result<Reconciliation>> {
  const { contract, month, difference, saying } = input;
  if (saying.kind === 'answer' && saying.stance === 'maintains' && saying.text.trim() === '')
    return refuse('invalid-input', { zh: '坚持己方数字请写明理由。', en: 'Say why you stay with your figure.' });
  return context.unitOfWork.write(async (repositories) => {
    const found = await readReconciliation(repositories, context, input);
    if (!found.ok) return found;
    const item = namedItem(found.value, difference);
    if (!item.ok) return item;
    const body: RemarkBody =
      saying.kind === 'deadline'
        ? {
            kind: 'deadline',
            answerBy: await answerBy(repositories, { contract, from: context.clock.today(), days: saying.days }),
          }
        : { ...saying, text: saying.text.trim() };
    const recording = { recordedBy: context.actor, recordedAt: context.clock.now() };
    await repositories.reconciliations.addRemark({ contract, month, difference, body, ...recording });
    const { compared } = found.value;
    return done({
      ...found.value,
      compared: compared === null ? null : await withWork(repositories, context.clock, compared),
    });
  });
}
