import type { TodayDuty } from '../../adapters/http/schemas/today.js';

/** Here as due, gone when it was over, or not due yet: there is nothing to do about them. */
export function isSettled({ state, leftMinute, end }: TodayDuty): boolean {
  return state === 'present' || state === 'upcoming' || (state === 'left' && (leftMinute ?? 0) >= end);
}

/** Due by now, and nobody has said whether they are here. */
export function isOpen({ state }: Pick<TodayDuty, 'state'>): boolean {
  return state === 'unmarked' || state === 'overdue';
}

/** Absent, late or gone before the end: what somebody has to see first. */
export function isException(duty: TodayDuty): boolean {
  return !isOpen(duty) && !isSettled(duty);
}
