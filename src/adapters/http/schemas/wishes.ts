import { z } from 'zod';
import { civilDate, instant, list } from './common.js';

const outcome = z.enum(['open', 'granted', 'refused']);

export const wish = z
  .object({
    worker: z.string(),
    date: civilDate,
    /** Key of a shift; null = the day off. */
    shift: z.string().nullable(),
    wishedAt: instant,
    /** `open` until the day is published. */
    outcome,
  })
  .meta({ id: 'Wish' });
export type Wish = z.output<typeof wish>;
/** GET /contracts/:contract/wishes?from&to; staff get their own. */
export const wishList = z
  .object({
    wishes: list(wish),
    /** Person by person, most refused first. */
    records: list(z.object({ worker: z.string(), open: z.int(), granted: z.int(), refused: z.int() })),
  })
  .meta({ id: 'WishList' });
export type WishList = z.output<typeof wishList>;

/** POST /contracts/:contract/wishes/mine */
export const wishRequest = z
  .strictObject({ date: civilDate, shift: z.string().max(40).nullable() })
  .meta({ id: 'WishRequest' });
export type WishRequest = z.input<typeof wishRequest>;
