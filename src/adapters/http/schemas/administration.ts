import { z } from 'zod';
import { dateRange, identifier, instant, list, localText } from './common.js';
import { planJob } from './plans.js';

/** GET /access-log and GET /contracts/:contract/access-log */
export const accessLogQuery = dateRange({
  user: identifier.optional(),
  action: z.string().max(60).optional(),
});
export const accessLogEntry = z
  .object({
    at: instant,
    /** `*` = of no contract. */
    contract: z.string(),
    user: z.object({ id: z.string(), login: z.string(), name: z.string() }),
    action: z.string(),
    subject: z.string(),
  })
  .meta({ id: 'AccessLogEntry' });
export type AccessLogEntry = z.output<typeof accessLogEntry>;
/** Newest first; `isCut` = there are more, ask for fewer days. */
export const accessLog = z.object({ entries: list(accessLogEntry), isCut: z.boolean() }).meta({ id: 'AccessLog' });
export type AccessLog = z.output<typeof accessLog>;

/** GET /jobs: planning jobs of every contract, without what they planned. */
export const jobList = z
  .object({ jobs: list(planJob.omit({ progress: true, refusal: true, rosterId: true })) })
  .meta({ id: 'JobList' });
export type Job = z.output<typeof jobList>['jobs'][number];

export const backup = z.object({ name: z.string(), bytes: z.int(), madeAt: instant }).meta({ id: 'Backup' });
/** GET /backups: files in a folder of the server; restoring is done there, with the service stopped. */
export const backupList = z.object({ folder: z.string(), backups: list(backup) }).meta({ id: 'BackupList' });
export type BackupList = z.output<typeof backupList>;

/** GET /verification: every contract. */
export const verificationOfAll = z
  .object({
    isSound: z.boolean(),
    contracts: list(
      z.object({
        contract: z.string(),
        journalEntries: z.int(),
        sealedMonths: z.int(),
        publishedRosters: z.int(),
        problems: list(localText),
      }),
    ),
  })
  .meta({ id: 'VerificationOfAll' });
export type VerificationOfAll = z.output<typeof verificationOfAll>;
