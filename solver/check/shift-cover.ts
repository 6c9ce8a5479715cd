import type { ShiftCover } from '../problem.js';
import { grouped, type Duty, type Facts } from './facts.js';

/** Each person too few and too many in a shift, against the preferred number. */
export function costShiftCover({ problem, duties }: Facts): number {
  const inShift = grouped(duties, shiftKey);
  return (problem.shiftCover ?? []).reduce(
    (sum, cover) => sum + coverAt(cover, inShift.get(coverKey(cover))?.length ?? 0),
    0,
  );
}

/** What so many people in a shift cost. */
export function coverAt({ preferred, underWeight, overWeight }: ShiftCover, people: number): number {
  return people < preferred ? (preferred - people) * underWeight : (people - preferred) * overWeight;
}

export function shiftKey({ group, day, shift }: Pick<Duty, 'group' | 'day' | 'shift'>): string {
  return coverKey({ group: group.id, day, shift: shift.id });
}

export function coverKey({ group, day, shift }: Pick<ShiftCover, 'group' | 'day' | 'shift'>): string {
  return JSON.stringify([group, day, shift]);
}
