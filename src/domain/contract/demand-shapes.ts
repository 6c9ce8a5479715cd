import { z } from 'zod';
import { clockShape, countMax, effective, keyShape, localTextShape, sourced } from './common-shapes.js';

/** What has to be manned, where and when, and the shifts that can man it. */

export const siteShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  kind: z.enum(['district', 'street', 'hall', 'desk']),
  ...sourced,
});

export const functionShape = z.strictObject({ key: keyShape, name: localTextShape, ...sourced });

export const postGroupShape = z.strictObject({
  /** `site/function`, the identity of the group everywhere. */
  key: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u),
  site: keyShape,
  function: keyShape,
  headcount: z.int().positive().max(countMax),
  /** Prefix of named posts; post n of the group is `${postPrefix}${n}` (`综窗` → `综窗7`). */
  postPrefix: z.string().min(1),
  /**
   * The opening plan of days that need a part of the posts (Saturdays, V9): which posts open first, turn by turn, over
   * and over from the group's first day on. Absent = the posts take turns in their own order.
   */
  openingTurns: z
    .array(z.array(z.string().min(1)).min(1))
    .min(1)
    .optional(),
  ...effective,
  ...sourced,
});

/** How many of a group's headcount a window needs. */
export const crewShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  /** numerator/denominator of the headcount, rounded as said, at least `minimum` (never more than the headcount). */
  z.strictObject({
    kind: z.literal('share'),
    numerator: z.int().positive().max(countMax),
    denominator: z.int().positive().max(countMax),
    rounding: z.enum(['up', 'down']),
    minimum: z.int().nonnegative().max(countMax),
  }),
  z.strictObject({ kind: z.literal('fixed'), count: z.int().nonnegative().max(countMax) }),
]);

/**
 * On which days a window or a shift stands: `working` = statutory working days incl. adjusted ones;
 * `saturday` and `sunday` = ordinary ones outside holiday blocks (V17, V18).
 */
export const dayRuleShape = z.enum(['working', 'saturday', 'sunday', 'every']);

/** A stretch of the day in which posts have to be manned. Windows of one group and day must not overlap. */
export const windowShape = z.strictObject({
  key: keyShape,
  /** `saturday`: weekend extended service, half a unit (V9); `seat`: a post that is manned every day. */
  kind: z.enum(['early', 'core', 'midday', 'late', 'saturday', 'seat']),
  days: dayRuleShape,
  start: clockShape,
  /** `24:00` allowed. */
  end: clockShape,
  crew: crewShape,
  /** Price of a person missing here against `planning.vacancyPricePerDay` + priority; absent = 1. */
  priceFactor: z.number().positive().optional(),
  /** Post group keys; absent = all groups. */
  groups: z.array(z.string()).optional(),
  ...effective,
  ...sourced,
});

export const shiftShape = z.strictObject({
  key: keyShape,
  /** One or two characters for grids and black-and-white prints. */
  code: z.string().min(1).max(3),
  name: localTextShape,
  /** Presence, ascending; a meal is a gap. An end at or before its start lies on the next day. */
  segments: z.array(z.strictObject({ start: clockShape, end: clockShape })).min(1),
  /** Working time; absent = the sum of the segments. */
  countedMinutes: z.int().positive().optional(),
  days: dayRuleShape,
  duties: z.array(z.enum(['early', 'midday', 'late', 'saturday', 'night'])),
  groups: z.array(z.string()).optional(),
  ...effective,
  ...sourced,
});
