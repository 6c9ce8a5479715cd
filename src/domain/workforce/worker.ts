import { z } from 'zod';
import { civilDateShape, keyShape } from '../contract/service-contract.js';

/**
 * Papers that lapse. Only the kind and the last day are kept, never what a paper says: a medical result is nobody's
 * business here (domain facts 1.7).
 */
export const documentKinds = ['medicalCheck', 'labourContract', 'trainingCertificate', 'confidentiality'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A member of the contractor's team. Restrictions are effects ("no night work until …"), never grounds. */
export const workerShape = z.strictObject({
  /** `W001`: the identity towards finance and in feeds. */
  code: z.string().regex(/^[A-Z]{1,3}\d{3,4}$/u),
  name: z.string().min(1),
  site: keyShape,
  /** Home function; the home post group is `site/function`. */
  function: keyShape,
  /** Further post groups (`site/function`) that the worker is qualified for. */
  redeployableTo: z.array(z.string()),
  /** Post groups that the worker serves as approved relief only. */
  backupFor: z.array(z.string()),
  /** AB岗: code of the worker whose backup this one is. */
  backupOf: z.string().optional(),
  role: z.enum(['member', 'team-leader', 'supervisor', 'project-manager']),
  education: z.enum(['college', 'bachelor', 'master']),
  bornOn: civilDateShape,
  joinedOn: civilDateShape,
  leftOn: civilDateShape.optional(),
  /** The client's confirmation of the person; absent = not yet confirmed (gate). */
  approvedOn: civilDateShape.optional(),
  /** Pre-post training passed; absent = not yet (gate). */
  trainedOn: civilDateShape.optional(),
  annualLeaveDays: z.int().nonnegative(),
  restrictions: z.array(
    z.strictObject({ effect: z.enum(['noNight', 'noOvertime']), from: civilDateShape, to: civilDateShape }),
  ),
  /** At most one of each kind; absent = none on file. */
  documents: z.array(z.strictObject({ kind: z.enum(documentKinds), until: civilDateShape })).optional(),
});
export type Worker = z.output<typeof workerShape>;

export const leaveKinds = [
  'annual',
  'sick',
  'personal',
  'maternity',
  'paternity',
  'parental',
  'marriage',
  'bereavement',
  'training',
] as const;

export const leaveShape = z.strictObject({
  worker: z.string(),
  from: civilDateShape,
  to: civilDateShape,
  kind: z.enum(leaveKinds),
  status: z.enum(['requested', 'approved', 'rejected']),
});
export type Leave = z.output<typeof leaveShape>;

/** `fixtures/teams/*.json`. */
export const teamShape = z.strictObject({
  contract: keyShape,
  synthetic: z.literal(true),
  workers: z.array(workerShape),
  leave: z.array(leaveShape),
});
export type Team = z.output<typeof teamShape>;
