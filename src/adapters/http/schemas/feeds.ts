import { z } from 'zod';
import { instant } from './common.js';

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
