import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';

/**
 * Withdraws a worker's calendar addresses, for a lost phone or a leaver. Revoking what is revoked is no error.
 * The worker needn't be on the team any more.
 */
export async function revokeFeed(
  context: Context,
  { contract, worker }: { readonly contract: string; readonly worker: string },
): Promise<Result<{ revoked: number }>> {
  return context.unitOfWork.write(async (repositories) =>
    done({ revoked: await withdrawTokens(repositories, { contract, worker, at: context.clock.now() }) }),
  );
}

/** Marks the worker's live tokens as revoked; how many there were. */
export async function withdrawTokens(
  { feeds }: Pick<Repositories, 'feeds'>,
  { contract, worker, at }: { readonly contract: string; readonly worker: string; readonly at: string },
): Promise<number> {
  const tokens = await feeds.tokens(contract);
  const live = tokens.filter((token) => token.worker === worker && token.revokedAt === null);
  for (const token of live) await feeds.saveToken({ ...token, revokedAt: at });
  return live.length;
}
