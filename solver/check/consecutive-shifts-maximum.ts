import type { Violation } from '../plan.js';
import { dateOf, violation, type Facts } from './facts.js';
import { runsOf } from './runs.js';

/** No run of duties longer than the maximum; days worked just before the period lengthen a run that begins on its first day. */
export function checkConsecutiveShiftsMaximum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const most = worker.limits.runs?.consecutiveShiftsMax;
    if (most === undefined) return [];
    return runsOf(facts, worker).flatMap(({ isWorked, days }) => {
      const first = days[0] ?? 0;
      let before = 0;
      while (first === 0 && worker.history.workedDaysBefore.includes(before + 1)) before += 1;
      if (!isWorked || before + days.length <= most) return [];
      return [
        violation('consecutiveShiftsMaximum', worker.id, days, {
          zh: `${worker.id} 自 ${dateOf(problem, first - before)} 起连续上班 ${before + days.length} 天，超过 ${most} 天；请在其中安排休息。`,
          en: `${worker.id} works ${before + days.length} days in a row from ${dateOf(problem, first - before)}, more than ${most}. Free a day among them.`,
        }),
      ];
    });
  });
}
