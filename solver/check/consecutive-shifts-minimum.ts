import type { Violation } from '../plan.js';
import { dateOf, violation, type Facts } from './facts.js';
import { runsOf } from './runs.js';

/** No run of duties shorter than the minimum, unless it may go on beyond the period's first or last day. */
export function checkConsecutiveShiftsMinimum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const least = worker.limits.runs?.consecutiveShiftsMin ?? 0;
    return runsOf(facts, worker)
      .filter(({ isWorked, isInside, days }) => isWorked && isInside && days.length < least)
      .map(({ days }) =>
        violation('consecutiveShiftsMinimum', worker.id, days, {
          zh: `${worker.id} 自 ${dateOf(problem, days[0] ?? 0)} 起只连续上班 ${days.length} 天，少于 ${least} 天；请延长或取消。`,
          en: `${worker.id} works only ${days.length} days in a row from ${dateOf(problem, days[0] ?? 0)}, less than ${least}. Lengthen the run or take it away.`,
        }),
      );
  });
}
