import { z } from 'zod';
import { documentKinds, leaveKinds, type DocumentKind } from '../../../domain/workforce/worker.js';
import { civilDate, dateRange, list, localText, workerCode } from './common.js';

/**
 * A worker as the asker may see them (domain facts 1.7): name and birth date for the project manager and the worker
 * alone; finance and client see the code. Restrictions are effects, never grounds.
 */
export const worker = z
  .object({
    code: workerCode,
    name: z.string().nullable(),
    site: z.string(),
    function: z.string(),
    redeployableTo: list(z.string()),
    backupFor: list(z.string()),
    backupOf: z.string().nullable(),
    role: z.enum(['member', 'team-leader', 'supervisor', 'project-manager']),
    education: z.enum(['college', 'bachelor', 'master']),
    bornOn: civilDate.nullable(),
    joinedOn: civilDate,
    leftOn: civilDate.nullable(),
    approvedOn: civilDate.nullable(),
    trainedOn: civilDate.nullable(),
    /** null for finance and client. */
    annualLeaveDays: z.int().nullable(),
    restrictions: list(z.object({ effect: z.enum(['noNight', 'noOvertime']), from: civilDate, to: civilDate })),
    /** Papers that lapse, by kind and last day; empty for everybody but the project manager and the worker. */
    documents: list(
      z.object({
        kind: z.enum(documentKinds),
        until: civilDate,
        /** As of today: `expiring` within 60 days. */
        standing: z.enum(['valid', 'expiring', 'expired']),
      }),
    ),
  })
  .meta({ id: 'Worker' });
export type Worker = z.output<typeof worker>;
export type { DocumentKind };
/** GET /contracts/:contract/workers; staff get only themselves. */
export const workerList = z
  .object({
    workers: list(
      worker.extend({
        /** First letters of the name's syllables (`赵甲子` → `zjz`), to search by; null where the name is. */
        initials: z.string().nullable(),
        /** Send it back as `If-Match` with a change. */
        revision: z.int(),
      }),
    ),
  })
  .meta({ id: 'WorkerList' });
export type Person = z.output<typeof workerList>['workers'][number];

const group = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u);
const recordFields = {
  name: z.string().trim().min(1).max(60),
  site: z.string().min(1).max(64),
  function: z.string().min(1).max(64),
  redeployableTo: z.array(group).max(200),
  backupFor: z.array(group).max(200),
  role: worker.shape.role,
  education: worker.shape.education,
  bornOn: civilDate,
  joinedOn: civilDate,
  leftOn: civilDate.nullable(),
  approvedOn: civilDate.nullable(),
  trainedOn: civilDate.nullable(),
  annualLeaveDays: z.int().min(0).max(60),
  restrictions: z
    .array(z.strictObject({ effect: z.enum(['noNight', 'noOvertime']), from: civilDate, to: civilDate }))
    .max(20),
  /** Absent = none. */
  documents: z
    .array(z.strictObject({ kind: z.enum(documentKinds), until: civilDate }))
    .max(documentKinds.length)
    .optional(),
};
/** POST /contracts/:contract/workers */
export const newWorker = z.strictObject({ code: workerCode, ...recordFields }).meta({ id: 'NewWorker' });
/** PATCH /contracts/:contract/workers/:code: what is given is changed. */
export const workerEdit = z.strictObject(recordFields).partial().meta({ id: 'WorkerEdit' });
export type WorkerEdit = z.input<typeof workerEdit>;
export const savedWorker = z.object({ code: workerCode, revision: z.int() }).meta({ id: 'SavedWorker' });
export type SavedWorker = z.output<typeof savedWorker>;

/** GET /contracts/:contract/workers/:code/changes, newest first: fields that changed, as text. */
export const workerChanges = z
  .object({
    changes: list(
      z.object({
        revision: z.int(),
        at: z.iso.datetime(),
        by: z.string(),
        fields: list(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'WorkerChanges' });
export type WorkerChanges = z.output<typeof workerChanges>;

/** GET /contracts/:contract/workers/template */
export const templateQuery = z.strictObject({ language: z.enum(['zh', 'en']).default('zh') });

/** POST /contracts/:contract/workers/import */
export const workersImport = z
  .object({ added: z.int(), changed: z.int(), unchanged: z.int() })
  .meta({ id: 'WorkersImport' });
export type WorkersImport = z.output<typeof workersImport>;

/** GET /contracts/:contract/team-outlook: the contract's promises about the team, now and until its end. */
export const teamOutlook = z
  .object({
    until: civilDate,
    ages: list(
      z.object({
        clause: z.string(),
        yearsMax: z.int(),
        /** null = a preference of the contract. */
        minimumHeadcount: z.int().nullable(),
        withinToday: z.int(),
        beyond: list(z.object({ worker: workerCode, since: civilDate })),
      }),
    ),
    findings: list(z.object({ key: z.string(), clause: z.string(), severity: z.string(), text: localText })),
  })
  .meta({ id: 'TeamOutlook' });
export type TeamOutlook = z.output<typeof teamOutlook>;

export const leave = z
  .object({
    worker: workerCode,
    from: civilDate,
    to: civilDate,
    /** `absent` to who may know that somebody is away, and not why. */
    kind: z.enum([...leaveKinds, 'absent']),
    status: z.enum(['requested', 'approved', 'rejected']),
  })
  .meta({ id: 'Leave' });
export type Leave = z.output<typeof leave>;
/** GET /contracts/:contract/leave; staff get only their own. */
export const leaveList = z.object({ leave: list(leave) }).meta({ id: 'LeaveList' });

/** POST /contracts/:contract/leave/mine */
export const leaveRequest = dateRange({ kind: z.enum(leaveKinds) }).meta({ id: 'LeaveRequest' });
export type LeaveRequest = z.input<typeof leaveRequest>;
/** POST /contracts/:contract/workers/:code/leave/:from/decision */
export const leaveDecision = z
  .strictObject({
    isApproved: z.boolean(),
    /** Told to the person; a refusal needs one. */
    reason: z.string().max(200),
  })
  .meta({ id: 'LeaveDecision' });
