import type { Worker } from '../problem.js';
import type { Violation } from '../plan.js';
import { calendarDays, dateOf, dutiesOf, historyEnd, minutesOfDay, violation, type Facts } from './facts.js';

/**
 * A rest day in every seven consecutive days (Labour Law 38), windows across both borders of the period
 * included. A night duty works both calendar days that it touches. What the days before the period have already
 * overdrawn is not held against the plan; it only leaves no day to work.
 */
export function checkWeeklyRest(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const own = dutiesOf(facts, worker);
    const before = historyDays(worker);
    const planned = new Set(own.flatMap(({ presence }) => presence.flatMap(calendarDays)));
    const found: Violation[] = [];
    for (let first = -6; first <= problem.days.length - 1; first += 1) {
      let [carried, worked] = [0, 0];
      for (let day = first; day < first + 7; day += 1) {
        if (before.has(day)) carried += 1;
        else if (planned.has(day)) worked += 1;
      }
      const most = Math.max(0, worker.limits.workedDaysPerSevenMax - carried);
      if (worked <= most) continue;
      const starts = own.filter(({ presence }) =>
        presence.flatMap(calendarDays).some((day) => first <= day && day < first + 7),
      );
      const [from, to] = [dateOf(problem, first), dateOf(problem, first + 6)];
      found.push(
        violation(
          'weeklyRest',
          worker.id,
          starts.map(({ day }) => day),
          {
            beyond: { over: from, by: worked - most },
            zh: `${worker.id} 在 ${from} 至 ${to} 的七天内工作 ${worked + carried} 天，超过 ${worker.limits.workedDaysPerSevenMax} 天（劳动法第三十八条：每周至少休息一日）；请空出一天。`,
            en: `${worker.id} works ${worked + carried} days of the seven from ${from} to ${to}, more than ${worker.limits.workedDaysPerSevenMax} (Labour Law 38: a rest day every week). Free one day.`,
          },
        ),
      );
    }
    return found;
  });
}

/** Days worked before the plan, and the days of the plan into which the last duty still runs. */
function historyDays(worker: Worker): Set<number> {
  const days = new Set(worker.history.workedDaysBefore.map((daysAgo) => -daysAgo));
  const end = historyEnd(worker);
  if (end !== undefined) for (let day = 0; day * minutesOfDay < end; day += 1) days.add(day);
  return days;
}
