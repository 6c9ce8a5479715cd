import type { Violation } from '../plan.js';
import { dateOf, violation, type Facts } from './facts.js';
import { runsOf } from './runs.js';

/** No run of days off between duties shorter than the minimum. */
export function checkConsecutiveDaysOffMinimum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const least = worker.limits.runs?.consecutiveDaysOffMin ?? 0;
    return runsOf(facts, worker)
      .filter(({ isWorked, isInside, days }) => !isWorked && isInside && days.length < least)
      .map(({ days }) =>
        violation('consecutiveDaysOffMinimum', worker.id, days, {
          zh: `${worker.id} 自 ${dateOf(problem, days[0] ?? 0)} 起只连续休息 ${days.length} 天，少于 ${least} 天；请延长休息或排满。`,
          en: `${worker.id} is off for only ${days.length} days from ${dateOf(problem, days[0] ?? 0)}, less than ${least}. Lengthen the rest or fill it.`,
        }),
      );
  });
}
