import type { CivilDate } from '../../shared/civil-date.js';
import type { CellEdit } from './cell-edits.js';
import type { Assignment } from './roster.js';

/**
 * 换班: a member of the team gives a published duty to a colleague, and takes one of theirs in return where it is a swap.
 * The colleague answers first, then the manager decides; what is approved is published.
 */
export interface ShiftSwap {
  readonly id: string;
  /** Who proposes it, and the duty that they give away, as it was then. */
  readonly worker: string;
  readonly gives: SwappedDuty;
  /** The colleague, and the duty given in return; null = a gift. */
  readonly other: string;
  readonly takes: SwappedDuty | null;
  readonly note: string;
  readonly status: SwapStatus;
  readonly proposedAt: string;
  readonly answeredAt: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  /** Why it was declined or rejected. */
  readonly reason: string;
  /** Of the publication that carried it out. */
  readonly version: number | null;
}

export type SwappedDuty = Pick<Assignment, 'date' | 'shift' | 'postGroup' | 'post' | 'start' | 'end'>;

export const swapStatuses = ['proposed', 'accepted', 'declined', 'withdrawn', 'approved', 'rejected'] as const;
export type SwapStatus = (typeof swapStatuses)[number];

/** Still to be answered or decided. */
export function isSwapOpen({ status }: Pick<ShiftSwap, 'status'>): boolean {
  return status === 'proposed' || status === 'accepted';
}

/** Both days of a swap, in order. */
export function swapDates({ gives, takes }: Pick<ShiftSwap, 'gives' | 'takes'>): CivilDate[] {
  return [gives.date, ...(takes === null ? [] : [takes.date])].sort();
}

export function swappedDuty({ date, shift, postGroup, post, start, end }: Assignment): SwappedDuty {
  return { date, shift, postGroup, post, start, end };
}

/** Whether the roster in force still has the duty as the people agreed on it; the named post may have changed. */
export function stillStands(
  assignments: readonly Assignment[],
  worker: string,
  { date, shift, postGroup }: SwappedDuty,
): boolean {
  return assignments.some(
    (one) => one.worker === worker && one.date === date && one.shift === shift && one.postGroup === postGroup,
  );
}

/** The swap as hand edits of the roster in force. */
export function swapEdits(swap: ShiftSwap, assignments: readonly Assignment[]): CellEdit[] {
  const { worker, other, gives, takes } = swap;
  const at = (code: string, date: CivilDate) => {
    const duty = assignments.find((one) => one.worker === code && one.date === date);
    if (duty === undefined) return { duty: null, isPinned: false };
    const { shift, postGroup, post, isPinned } = duty;
    return { duty: { shift, postGroup, post }, isPinned };
  };
  const cells = [
    { worker, date: gives.date, from: takes?.date === gives.date ? other : null },
    { worker: other, date: gives.date, from: worker },
    ...(takes === null || takes.date === gives.date
      ? []
      : [
          { worker: other, date: takes.date, from: null },
          { worker, date: takes.date, from: other },
        ]),
  ];
  return cells.map(({ worker: code, date, from }) => ({
    worker: code,
    date,
    before: at(code, date),
    after: { duty: from === null ? null : at(from, date).duty, isPinned: false },
  }));
}
