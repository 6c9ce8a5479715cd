import { z } from 'zod';
import { civilDate, fen, list, workerCode } from './common.js';

/** POST /contracts/:contract/prices: what leave or a swap would cost, before anybody approves it. */
export const priceRequest = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('leave'), worker: workerCode, from: civilDate, to: civilDate }),
    z.strictObject({
      kind: z.literal('swap'),
      worker: workerCode,
      date: civilDate,
      /** Who takes the duty, and gives the own one of `otherDate` in return, where there is one. */
      other: workerCode,
      otherDate: civilDate,
    }),
  ])
  .meta({ id: 'PriceRequest' });

const quantity = { units: z.string(), amountFen: fen.nullable() };

export const price = z
  .object({
    /** Days on which the worker has a duty in the published roster. */
    days: list(
      z.object({
        date: civilDate,
        shift: z.string(),
        postGroup: z.string(),
        post: z.string().nullable(),
        /** What goes vacant if nobody stands in. */
        ...quantity,
        /** Posts that go vacant. */
        vacant: list(z.object({ postGroup: z.string(), post: z.string(), ...quantity, isContested: z.boolean() })),
        /** Of leave: who could lawfully take the duty, the cheapest first; yuan beside the roster as it stands. */
        standIns: list(
          z.object({
            worker: z.string(),
            kind: z.enum(['takesOver', 'swaps']),
            costDifference: z.number(),
            isFree: z.boolean(),
          }),
        ),
      }),
    ),
    /** Days without a published roster: nothing can be said of them. */
    unplanned: list(civilDate),
    ...quantity,
    /** By the planner's price of a headcount-day, for contracts and times without an approved rate. */
    indicativeFen: fen,
    clause: z.string().nullable(),
    /** Every vacancy could be avoided by somebody who costs nothing. */
    isCoveredForNothing: z.boolean(),
  })
  .meta({ id: 'Price' });
export type Price = z.output<typeof price>;
