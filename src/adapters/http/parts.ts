import type { Store } from 'express-session';
import type { Logger } from 'pino';
import type { Context } from '../../application/context.js';
import type { PlanJobs } from '../../application/plan-roster/plan-jobs.js';
import type { PasswordHasher } from '../../application/sign-in/password-hasher.js';
import type { BackupFolder } from '../persistence/backup-folder.js';
import { fileBytesMax } from '../excel/read-table.js';

/** Everything that the server is made of; put together in `main.ts` and in the tests. */
export interface ServerParts {
  /** Clock, storage and randomness, acting as the named user. */
  readonly contextFor: (actor: string) => Context;
  readonly passwords: PasswordHasher;
  readonly planJobs: PlanJobs;
  readonly backups: BackupFolder;
  readonly sessionStore: Store;
  /** Signs the session cookie; kept with the data so that a restart signs nobody out. */
  readonly sessionSecret: string;
  /** Address that people use, without a slash at the end; `https:` switches on secure cookies and HSTS. */
  readonly publicUrl: string;
  /** Folder of the built page; null answers `/` with how to build it. */
  readonly webRoot: string | null;
  readonly log: Logger;
  /** Requests a minute and address; tests raise or lower them. */
  readonly limits?: Partial<RateLimits>;
  /** Aborted when the process is about to stop: event streams end, `/readyz` says no. */
  readonly stopping?: AbortSignal;
}

export interface RateLimits {
  readonly signIn: number;
  readonly feed: number;
}
/** A team behind one office address signs in within minutes; a calendar asks a few times an hour. */
export const rateLimits: RateLimits = { signIn: 30, feed: 240 };

/** How many bytes a JSON body and an uploaded file may have: 20,000 pins, a year of attendance. */
export const bodyBytesMax = { json: 4 * 1024 * 1024, upload: fileBytesMax } as const;

export const sessionHours = 12;
