import { createHash } from 'node:crypto';
import { refuse, type Result } from '../../shared/result.js';

/** Keys that are remembered; the oldest is forgotten first. */
const keysMax = 5_000;

/**
 * The first answer to each `Idempotency-Key`, for a browser that asks again because it didn't hear. Same key and same
 * input: the first answer, also to a twin that comes while the first is still at work. Same key and another input: a
 * conflict. Kept in this process only; after a restart the journal's own keys still make every posting single.
 */
export class IdempotencyKeys {
  readonly #first = new Map<string, { readonly inputHash: string; readonly answer: Promise<Result<unknown>> }>();

  /** @param scope user, contract and route: keys of different people never meet */
  async once(
    { scope, key, input }: { readonly scope: string; readonly key: string; readonly input: unknown },
    work: () => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> {
    const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
    const name = `${scope} ${key}`;
    const known = this.#first.get(name);
    if (known !== undefined) return known.inputHash === inputHash ? known.answer : usedOtherwise;
    const answer = work();
    this.#first.set(name, { inputHash, answer });
    const [oldest] = this.#first.keys();
    if (this.#first.size > keysMax && oldest !== undefined) this.#first.delete(oldest);
    // What was refused or broke off has done nothing and may be tried again under the same key.
    const forget = (): void => {
      this.#first.delete(name);
    };
    answer.then((result) => {
      if (!result.ok) forget();
    }, forget);
    return answer;
  }
}

const usedOtherwise: Result<never> = refuse('idempotency-conflict', {
  zh: '此 Idempotency-Key 已用于内容不同的请求，请换一个编号。',
  en: 'This Idempotency-Key was used for a request with other content. Use a new key.',
});
