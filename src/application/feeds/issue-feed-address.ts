import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { feedSecretHash } from './feed-secret.js';
import { withdrawTokens } from './revoke-feed.js';

/**
 * Gives a worker a new secret calendar address; addresses given out before stop working.
 * The secret is shown this once and stored only as a hash.
 * @returns refusal `not-found` when the contract has no such worker
 */
export async function issueFeedAddress(
  context: Context,
  { contract, worker }: { readonly contract: string; readonly worker: string },
): Promise<Result<{ secret: string }>> {
  const secret = context.randomness.secret();
  return context.unitOfWork.write(async (repositories) => {
    const workers = await repositories.workforce.workers(contract);
    if (!workers.some(({ code }) => code === worker)) return unknownWorker(worker);
    await withdrawTokens(repositories, { contract, worker, at: context.clock.now() });
    await repositories.feeds.saveToken({
      contract,
      worker,
      secretHash: feedSecretHash(secret),
      createdAt: context.clock.now(),
      revokedAt: null,
      lastFetchedAt: null,
      versionSeen: null,
    });
    return done({ secret });
  });
}

/** The refusal of every feed use case that names a worker. */
export function unknownWorker(worker: string): Result<never> {
  return refuse('not-found', {
    zh: `本合同没有编号为 ${worker} 的人员，请核对人员编号。`,
    en: `This contract has no worker ${worker}. Check the worker's code.`,
  });
}
