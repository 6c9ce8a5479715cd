import type { MyShift } from '../../adapters/http/schemas/rosters.js';
import { addDays, civilDate } from '../../shared/civil-date.js';

type Times = Pick<MyShift, 'date' | 'start' | 'end'>;

/** `2026-05-11T08:30+08:00` as the wall clock shows it. */
const onTheClock = (time: string) => time.slice(0, 16);

export function isOver({ end }: Pick<Times, 'end'>, now: string): boolean {
  return onTheClock(end) <= now;
}

/**
 * The shift to be at, or else the one to come to: the first that isn't over, and how near it is. Last night's that goes on counts.
 * @param shifts in the order of their starts
 * @param now the wall clock, `2026-05-11T08:30`
 */
export function nextShift<Shift extends Times>(
  shifts: readonly Shift[],
  now: string,
): { readonly shift: Shift; readonly when: 'now' | 'today' | 'tomorrow' | 'later' } | undefined {
  const shift = shifts.find((one) => !isOver(one, now));
  if (shift === undefined) return undefined;
  const today = civilDate(now.slice(0, 10));
  if (onTheClock(shift.start) <= now) return { shift, when: 'now' };
  if (shift.date === today) return { shift, when: 'today' };
  return { shift, when: shift.date === addDays(today, 1) ? 'tomorrow' : 'later' };
}
