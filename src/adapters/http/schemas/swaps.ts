import { z } from 'zod';
import { swapStatuses } from '../../../domain/rostering/shift-swap.js';
import { civilDate, identifier, instant, list, localText, workerCode } from './common.js';
import { price } from './prices.js';

const duty = z.object({
  date: civilDate,
  shift: z.string(),
  postGroup: z.string(),
  post: z.string().nullable(),
  /** `2026-05-11T08:30+08:00` */
  start: z.string(),
  end: z.string(),
});
export type SwapDuty = z.output<typeof duty>;

export const swap = z
  .object({
    id: identifier,
    worker: z.string(),
    workerName: z.string(),
    gives: duty,
    other: z.string(),
    otherName: z.string(),
    takes: duty.nullable(),
    note: z.string(),
    status: z.enum(swapStatuses),
    proposedAt: instant,
    answeredAt: instant.nullable(),
    decidedAt: instant.nullable(),
    reason: z.string(),
    version: z.int().nullable(),
  })
  .meta({ id: 'Swap' });
export type Swap = z.output<typeof swap>;
/** GET /contracts/:contract/swaps, newest first; staff get those that they take part in. */
export const swapList = z.object({ swaps: list(swap) }).meta({ id: 'SwapList' });

/** GET /contracts/:contract/swaps/options?date[&other] */
export const swapOptionsQuery = z.strictObject({ date: civilDate, other: workerCode.optional() });
export const swapOptions = z
  .object({
    colleagues: list(z.object({ worker: z.string(), name: z.string() })),
    /** Of the colleague asked about: the duties that may lawfully be given in return; null = a gift. */
    ways: list(z.object({ takes: duty.nullable() })),
  })
  .meta({ id: 'SwapOptions' });
export type SwapOptions = z.output<typeof swapOptions>;

/** POST /contracts/:contract/swaps */
export const swapProposal = z
  .strictObject({
    date: civilDate,
    other: workerCode,
    /** The colleague's duty in return; null = a gift. */
    otherDate: civilDate.nullable(),
    note: z.string().max(200),
  })
  .meta({ id: 'SwapProposal' });
export type SwapProposal = z.input<typeof swapProposal>;

/** POST /contracts/:contract/swaps/:id/answer */
export const swapAnswer = z.strictObject({ isAccepted: z.boolean() }).meta({ id: 'SwapAnswer' });

/** POST /contracts/:contract/swaps/:id/decision */
export const swapDecision = z
  .strictObject({
    isApproved: z.boolean(),
    /** Told to both; a refusal needs one. */
    reason: z.string().max(200),
  })
  .meta({ id: 'SwapDecision' });

/** GET /contracts/:contract/swaps/:id/effect: what approving would mean on the roster in force. */
export const swapEffect = z
  .object({
    /** Hard rules that it breaks, with law or clause; then it can't be approved. */
    violations: list(z.object({ worker: z.string(), message: localText, source: localText })),
    /** Yuan of the objective that it adds, and by rule; null when it can't be approved. */
    costDifference: z.number().nullable(),
    costByRule: z.record(z.string(), z.number()),
    price: price,
  })
  .meta({ id: 'SwapEffect' });
export type SwapEffect = z.output<typeof swapEffect>;
