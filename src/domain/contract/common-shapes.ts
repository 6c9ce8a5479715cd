import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../shared/civil-date.js';
import { fen } from '../../shared/fen.js';
import { parseClock } from '../../shared/interval.js';

/** Shapes that the parts of a contract file have in common. Every item names its clause; `assumed` says what the contract leaves open. */

export const civilDateShape = z
  .string()
  .refine((text) => parseCivilDate(text) !== undefined, { error: 'not a date: write YYYY-MM-DD' })
  .transform((text) => text as CivilDate);
/** What a contract states is never less than nothing. */
export const fenShape = z
  .int()
  .nonnegative()
  .transform((amount) => fen(amount));
export const clockShape = z
  .string()
  .refine((text) => parseClock(text) !== undefined, { error: 'not a time: write HH:MM' });
export const localTextShape = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** Of people, posts and lengths of time. More is a slip of the keyboard, and every post is counted one by one. */
export const countMax = 9999;
/** Lower-case key, unique within its list. */
export const keyShape = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** Where a fact stands (`第十八条`), in which edition, and what had to be assumed. */
export const sourced = {
  clause: z.string().min(1),
  assumed: localTextShape.optional(),
};

/** The days on which a thing holds; absent = from the beginning, without end. */
export const effective = { from: civilDateShape.optional(), to: civilDateShape.optional() };
