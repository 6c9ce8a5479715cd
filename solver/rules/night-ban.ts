import { minutesPerDay } from './roster-facts.js';
import type { Duty } from './roster-facts.js';
import type { HardRule } from './roster-model.js';

const nightEnds = 6 * 60;
const nightBegins = 22 * 60;

/** Pregnancy from the seventh month and nursing (女职工劳动保护特别规定 6, 9): no minute in 22:00–06:00. */
export const nightBan: HardRule = {
  name: 'nightBan',
  forbids(duty) {
    return duty.worker.limits.nightBans.some((ban) => {
      for (
        let day = Math.max(ban.fromDay, duty.day);
        day <= Math.min(ban.toDay, duty.calendarDays.at(-1) ?? -1);
        day += 1
      ) {
        if (isPresentAtNight(duty, day)) return true;
      }
      return false;
    });
  },
};

function isPresentAtNight(duty: Duty, calendarDay: number): boolean {
  const offset = (duty.day - calendarDay) * minutesPerDay;
  return duty.shift.segments.some((segment) => {
    const start = Math.max(0, segment.start + offset);
    const end = Math.min(minutesPerDay, segment.end + offset);
    return start < end && (start < nightEnds || end > nightBegins);
  });
}
