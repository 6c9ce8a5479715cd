import { z } from 'zod';
import { instant, list } from './common.js';

/** GET /contracts/:contract/workers/:code/feed: the state, never the secret. */
export const feedState = z
  .object({
    isIssued: z.boolean(),
    issuedAt: instant.nullable(),
    /** When a calendar last fetched it, and the roster version that it then saw. */
    lastFetchedAt: instant.nullable(),
    versionSeen: z.int().nullable(),
    latestVersion: z.int(),
  })
  .meta({ id: 'FeedState' });
export type FeedState = z.output<typeof feedState>;

/** POST: the address, shown this once. Earlier addresses stop working. */
export const feedAddress = z.object({ url: z.string(), qrSvg: z.string() }).meta({ id: 'FeedAddress' });
export type FeedAddress = z.output<typeof feedAddress>;

const feedInUse = z.object({
  contract: z.string(),
  worker: z.string(),
  issuedAt: instant,
  lastFetchedAt: instant.nullable(),
  versionSeen: z.int().nullable(),
  latestVersion: z.int(),
});
export type FeedInUse = z.output<typeof feedInUse>;
/** GET /feeds: addresses that work, over all contracts. */
export const feedList = z.object({ feeds: list(feedInUse) }).meta({ id: 'FeedList' });
