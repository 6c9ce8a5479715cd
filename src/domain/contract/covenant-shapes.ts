import { z } from 'zod';
import { countMax, keyShape, localTextShape, sourced } from './common-shapes.js';

const count = z.int().positive().max(countMax);

/** What the contractor promises about the team and the service, apart from posts and windows. */
export const covenantShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('headcount'), minimum: count, ...sourced }),
  z.strictObject({
    kind: z.literal('roleHeadcount'),
    role: localTextShape,
    function: keyShape,
    count,
    ...sourced,
  }),
  z.strictObject({
    kind: z.literal('educationMinimum'),
    level: z.enum(['college', 'bachelor']),
    minimumHeadcount: count.optional(),
    ...sourced,
  }),
  z.strictObject({
    kind: z.literal('educationShare'),
    level: z.enum(['college', 'bachelor']),
    numerator: count,
    denominator: count,
    binding: z.boolean(),
    /** Whom it counts; absent = everybody. */ functions: z.array(keyShape).optional(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('ageHeadcount'), yearsMax: count, minimumHeadcount: count, ...sourced }),
  z.strictObject({ kind: z.literal('agePreferred'), yearsMax: count, ...sourced }),
  z.strictObject({
    kind: z.literal('mustNotBeVacant'),
    role: localTextShape,
    /** The team's role that must be held by somebody at all times; absent where the roster shows it (posts, seats). */
    workerRole: z.enum(['team-leader', 'supervisor', 'project-manager']).optional(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('approvalBeforeFirstShift'), ...sourced }),
  z.strictObject({ kind: z.literal('trainingBeforeFirstShift'), ...sourced }),
  z.strictObject({ kind: z.literal('noSubcontracting'), ...sourced }),
  z.strictObject({
    kind: z.literal('target'),
    measure: localTextShape,
    numerator: count,
    denominator: count,
    strict: z.boolean(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('count'), measure: localTextShape, minimum: count, ...sourced }),
]);
