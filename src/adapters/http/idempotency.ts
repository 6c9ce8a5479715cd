import { createHash } from 'node:crypto';
import type { Context } from '../../application/context.js';
import { refuse, type Result } from '../../shared/result.js';

/** Days for which an answer is kept: longer than any browser or program goes on asking. */
const daysKept = 30;

interface KeyedRequest {
  readonly contract: string;
  /** The asker's `Idempotency-Key`. */
  readonly key: string;
  /** Who asks for what: user, route, path and body. */
  readonly input: unknown;
}

/**
 * Answers a request once, for an asker that asks again because it didn't hear. Same key and same input: the first
 * answer, also to a twin that comes while the first is still at work, and after a restart. Same key and another input:
 * a conflict. Answer and work are one transaction; what was refused or broke off has done nothing and keeps no key.
 *
 * @param work answers JSON, the form in which it is kept
 */
export function answerOnce(
  context: Context,
  { contract, key, input }: KeyedRequest,
  work: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  return context.unitOfWork.write(async ({ answers }) => {
    const first = await answers.find(contract, key);
    if (first !== undefined) {
      return first.inputHash === inputHash ? { ok: true, value: JSON.parse(first.document) as unknown } : usedOtherwise;
    }
    const result = await work();
    if (!result.ok) return result;
    const answeredAt = context.clock.now();
    await answers.forgetBefore(new Date(Date.parse(answeredAt) - daysKept * 86_400_000).toISOString());
    await answers.save({ contract, key, inputHash, document: JSON.stringify(result.value), answeredAt });
    return result;
  });
}

const usedOtherwise: Result<never> = refuse('idempotency-conflict', {
  zh: '此 Idempotency-Key 已用于内容不同的请求，请换一个编号。',
  en: 'This Idempotency-Key was used for a request with other content. Use a new key.',
});
