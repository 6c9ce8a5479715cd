import { z } from 'zod';
import { dateRange, list } from './common.js';

/** GET /contracts/:contract/staffing */
export const staffingQuery = dateRange({});

export const staffingBasis = z
  .object({
    postGroups: list(z.string()),
    /** Statutory working days of the 365 days from the first one of the term. */
    workingDays: z.int(),
  })
  .meta({ id: 'StaffingBasis' });
export type StaffingBasis = z.output<typeof staffingBasis>;

/** GET /contracts/:contract/staffing/size: one post group, or without it the whole contract with people who can serve every post. */
export const teamSizeQuery = dateRange({ postGroup: z.string().max(80).optional() });

const provenSize = z.object({
  /** Null where more people do not help, or the time was over. */
  people: z.int().nullable(),
  /** Proven: fewer leave something vacant whatever the plan. */
  atLeast: z.int(),
  because: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('atOnce'), date: z.string(), interval: z.string() }),
    /** What one person fewer than `atLeast` cannot avoid. */
    z.object({ kind: z.literal('search'), missingMinutesAtLeast: z.number() }),
  ]),
});

export const teamSize = z
  .object({
    posts: z.int(),
    onStrength: z.int(),
    /** Null where nothing is to be manned in the range. */
    size: z.object({ withOvertime: provenSize, atNormalTime: provenSize }).nullable(),
  })
  .meta({ id: 'TeamSize' });
export type TeamSize = z.output<typeof teamSize>;
