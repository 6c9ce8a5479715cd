import type { ShiftWish } from '../../../domain/rostering/shift-wish.js';
import type { ShiftSwap } from '../../../domain/rostering/shift-swap.js';
import { json, key, optionalText, optionalWhole, text } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

export type ShiftSwapRow = ShiftSwap & { readonly contract: string };

/** Duties as JSON, as they were when the colleagues agreed. */
export const shiftSwapEntity = table<ShiftSwapRow>({
  name: 'shift_swap',
  columns: {
    contract: key,
    id: key,
    worker: text,
    gives: json,
    other: text,
    takes: json,
    note: text,
    status: text,
    proposedAt: text,
    answeredAt: optionalText,
    decidedAt: optionalText,
    decidedBy: optionalText,
    reason: text,
    version: optionalWhole,
  },
  foreignKeys: [belongsToContract],
});

export type ShiftWishRow = ShiftWish & { readonly contract: string };

/** One wish a person and day; a null shift is the day off. */
export const shiftWishEntity = table<ShiftWishRow>({
  name: 'shift_wish',
  columns: { contract: key, worker: key, date: key, shift: optionalText, wishedAt: text },
  foreignKeys: [belongsToContract],
});
