import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';

export interface FeedInUse {
  readonly contract: string;
  readonly worker: string;
  readonly issuedAt: string;
  readonly lastFetchedAt: string | null;
  readonly versionSeen: number | null;
  readonly latestVersion: number;
}

/** Every calendar address that works, contract by contract; people by their code, secrets never. */
export async function listFeeds(context: Context): Promise<Result<readonly FeedInUse[]>> {
  return context.unitOfWork.read(async ({ contracts, feeds, rosters }) => {
    const found: FeedInUse[] = [];
    for (const { key } of await contracts.list()) {
      const latestVersion = await rosters.latestVersion(key);
      const live = (await feeds.tokens(key)).filter(({ revokedAt }) => revokedAt === null);
      for (const { contract, worker, createdAt, lastFetchedAt, versionSeen } of live)
        found.push({ contract, worker, issuedAt: createdAt, lastFetchedAt, versionSeen, latestVersion });
    }
    return done(found.sort((a, b) => (a.contract + a.worker < b.contract + b.worker ? -1 : 1)));
  });
}
