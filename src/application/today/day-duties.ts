import {
  dutyName,
  dutyState,
  unmarked,
  type DutyState,
  type MarkedPresence,
  type PresenceMark,
} from '../../domain/attendance/presence-mark.js';
import { presenceByDuty } from '../../domain/attendance/day-record.js';
import { shiftMinutes } from '../../domain/contract/coverage.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { Assignment } from '../../domain/rostering/roster.js';
import { localTimeOf, minutesFrom } from '../../planning/local-time.js';
import type { CivilDate } from '../../shared/civil-date.js';
import type { MinuteInterval } from '../../shared/interval.js';

/** A duty with what is known of it at the present. Minutes count from 00:00 of its own day. */
export interface DayDuty extends MarkedPresence {
  readonly duty: Assignment;
  readonly start: number;
  readonly end: number;
  readonly state: DutyState;
  /** The present lies in one of its stretches, not in a break. */
  readonly isNow: boolean;
  readonly isOver: boolean;
}

/** @param now UTC instant */
export function dayDuties(
  contract: Pick<ServiceContract, 'shifts'>,
  duties: readonly Assignment[],
  { marks, now }: { readonly marks: readonly PresenceMark[]; readonly now: string },
): DayDuty[] {
  const shifts = new Map(contract.shifts.map((shift) => [shift.key, shiftMinutes(shift)]));
  const marked = presenceByDuty(marks);
  return duties.map((duty) => {
    const minute = minuteOf(duty.date, now);
    const whole = { start: minutesFrom(duty.date, duty.start), end: minutesFrom(duty.date, duty.end) };
    const segments = shifts.get(duty.shift)?.segments ?? [whole];
    const presence = marked.get(dutyName(duty)) ?? unmarked;
    return {
      duty,
      ...whole,
      ...presence,
      state: dutyState(presence, whole, minute),
      isNow: segments.some((segment) => holds(segment, minute)),
      isOver: whole.end <= minute,
    };
  });
}

/** An instant in minutes from 00:00 of a day; past 1440 on a later one. */
export function minuteOf(date: CivilDate, instant: string): number {
  return minutesFrom(date, localTimeOf(instant));
}

export function holds({ start, end }: MinuteInterval, minute: number): boolean {
  return start <= minute && minute < end;
}
