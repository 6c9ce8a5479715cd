import { z } from 'zod';
import { keyShape, localTextShape, sourced } from './common-shapes.js';

/** What the contractor promises about the team and the service, apart from posts and windows. */
export const covenantShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('headcount'), minimum: z.int().positive(), ...sourced }),
  z.strictObject({
    kind: z.literal('roleHeadcount'),
    role: localTextShape,
    function: keyShape,
    count: z.int().positive(),
    ...sourced,
  }),
  z.strictObject({
    kind: z.literal('educationMinimum'),
    level: z.enum(['college', 'bachelor']),
    minimumHeadcount: z.int().positive().optional(),
    ...sourced,
  }),
  z.strictObject({
    kind: z.literal('educationShare'),
    level: z.enum(['college', 'bachelor']),
    numerator: z.int(),
    denominator: z.int(),
    binding: z.boolean(),
    /** Whom it counts; absent = everybody. */ functions: z.array(keyShape).optional(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('ageHeadcount'), yearsMax: z.int(), minimumHeadcount: z.int(), ...sourced }),
  z.strictObject({ kind: z.literal('agePreferred'), yearsMax: z.int(), ...sourced }),
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
    numerator: z.int(),
    denominator: z.int(),
    strict: z.boolean(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('count'), measure: localTextShape, minimum: z.int(), ...sourced }),
]);
