import type { Violation } from '../plan.js';
import { dateOf, dutiesOf, violation, type Facts } from './facts.js';

/** No shift more often in the period than the worker's limit for it. */
export function checkShiftMaximum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) =>
    (worker.limits.shiftMaxima ?? []).flatMap(({ shift, count }) => {
      const days = dutiesOf(facts, worker)
        .filter((duty) => duty.shift.id === shift)
        .map(({ day }) => day);
      if (days.length <= count) return [];
      const dates = days.map((day) => dateOf(problem, day));
      return [
        violation('shiftMaximum', worker.id, days, {
          zh: `${worker.id} 上 ${shift} 班 ${days.length} 次（${dates.join('、')}），超过 ${count} 次；请减少。`,
          en: `${worker.id} works ${shift} ${days.length} times (${dates.join(', ')}), more than ${count}. Take some away.`,
        }),
      ];
    }),
  );
}
