import { z } from 'zod';
import { civilDate, list, workerCode } from './common.js';

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
  })
  .meta({ id: 'Worker' });
export type Worker = z.output<typeof worker>;
/** GET /contracts/:contract/workers; staff get only themselves. */
export const workerList = z.object({ workers: list(worker) }).meta({ id: 'WorkerList' });

export const leave = z
  .object({
    worker: workerCode,
    from: civilDate,
    to: civilDate,
    kind: z.enum([
      'annual',
      'sick',
      'personal',
      'maternity',
      'paternity',
      'parental',
      'marriage',
      'bereavement',
      'training',
      /** To who may know that somebody is away, and not why. */
      'absent',
    ]),
    status: z.enum(['requested', 'approved', 'rejected']),
  })
  .meta({ id: 'Leave' });
export type Leave = z.output<typeof leave>;
/** GET /contracts/:contract/leave; staff get only their own. */
export const leaveList = z.object({ leave: list(leave) }).meta({ id: 'LeaveList' });
