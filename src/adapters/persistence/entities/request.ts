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
