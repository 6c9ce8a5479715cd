import type { CivilDate } from '../../shared/civil-date.js';
import type { Assignment } from './roster.js';

/** 意愿: what a member of the team would like on a day that isn't published yet; weighed by the planner, never promised. */
export interface ShiftWish {
  readonly worker: string;
  readonly date: CivilDate;
  /** null = the day off. */
  readonly shift: string | null;
  readonly wishedAt: string;
}

/** `open`: the day isn't published yet. */
export type WishOutcome = 'open' | 'granted' | 'refused';

/** @param duties of the roster in force on the day; undefined while there is none */
export function wishOutcome(
  { worker, date, shift }: Pick<ShiftWish, 'worker' | 'date' | 'shift'>,
  duties: readonly Pick<Assignment, 'worker' | 'date' | 'shift'>[] | undefined,
): WishOutcome {
  if (duties === undefined) return 'open';
  const own = duties.find((duty) => duty.worker === worker && duty.date === date);
  return (own?.shift ?? null) === shift ? 'granted' : 'refused';
}

/** How a person's wishes fared over some time. */
export interface WishRecord {
  readonly worker: string;
  readonly open: number;
  readonly granted: number;
  readonly refused: number;
}

/** By most refused first, then by code. */
export function wishRecords(
  wishes: readonly (Pick<ShiftWish, 'worker'> & { readonly outcome: WishOutcome })[],
): WishRecord[] {
  const records = new Map<string, WishRecord>();
  for (const { worker, outcome } of wishes) {
    const before = records.get(worker) ?? { worker, open: 0, granted: 0, refused: 0 };
    records.set(worker, { ...before, [outcome]: before[outcome] + 1 });
  }
  return [...records.values()].sort((a, b) => b.refused - a.refused || (a.worker < b.worker ? -1 : 1));
}
