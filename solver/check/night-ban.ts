import type { Violation } from '../plan.js';
import { calendarDays, dateOf, isIn, minutesOfDay, violation, type Duty, type Facts } from './facts.js';

/** Night work is 22:00–06:00 (domain fact 3.11). */
const morningEnds = 6 * 60;
const eveningStarts = 22 * 60;

/** No minute of night work on a calendar day that is registered as barred (domain fact 3.12). */
export function checkNightBan({ problem, duties }: Facts): Violation[] {
  return duties.flatMap((duty) => {
    if (duty.worker.limits.nightBans.length === 0) return [];
    const nights = nightDays(duty).filter((day) => isIn(day, duty.worker.limits.nightBans));
    if (nights.length === 0) return [];
    const dates = nights.map((day) => dateOf(problem, day));
    return [
      // The ground of a restriction stays out of the message: it is an effect, never a diagnosis.
      violation('nightBan', duty.worker.id, [duty.day], {
        zh: `${duty.worker.id} 在 ${dates.join('、')} 登记为不得安排夜班（22:00–6:00），不能上班次“${duty.shift.id}”（依法登记的人员限制）；请改排其他人。`,
        en: `${duty.worker.id} is registered as barred from night work (22:00–06:00) on ${dates.join(', ')} and can't work “${duty.shift.id}” (statutory restriction on file). Plan somebody else.`,
      }),
    ];
  });
}

/** Calendar days on which the duty has presence at night. */
function nightDays({ presence }: Duty): number[] {
  const days = new Set(presence.flatMap(calendarDays));
  return [...days].filter((day) => {
    const midnight = day * minutesOfDay;
    return presence.some(
      ({ start, end }) =>
        (start < midnight + morningEnds && end > midnight) ||
        (start < midnight + minutesOfDay && end > midnight + eveningStarts),
    );
  });
}
