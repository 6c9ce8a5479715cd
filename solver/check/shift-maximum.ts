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
      const times = days.length + (worker.history.shiftCounts?.[shift] ?? 0);
      if (days.length === 0 || times <= count) return [];
      const dates = days.map((day) => dateOf(problem, day));
      return [
        violation('shiftMaximum', worker.id, days, {
          beyond: { over: shift, by: times - count },
          zh: `${worker.id} 上“${shift}”班 ${times} 次（含此前，本期 ${dates.join('、')}），超过 ${count} 次；请减少。`,
          en: `${worker.id} works “${shift}” ${times} times with those before (here ${dates.join(', ')}), more than ${count}. Take some away.`,
        }),
      ];
    }),
  );
}
