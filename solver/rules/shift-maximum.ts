import type { Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import type { HardRule } from './roster-model.js';

/** At most so many duties of one shift type in the horizon. */
export const shiftMaximum: HardRule = {
  name: 'shiftMaximum',
  forbids: ({ worker, shift }) =>
    worker.limits.shiftMaxima?.some((limit) => limit.shift === shift.id && left(worker, limit) < 1) ?? false,
  addRows(model) {
    for (const worker of model.problem.workers) {
      for (const limit of worker.limits.shiftMaxima ?? []) {
        const { shift } = limit;
        const count = left(worker, limit);
        const duties = model.dutiesOf(worker.id).filter((duty) => duty.shift.id === shift);
        const days = [...new Set(duties.map((duty) => duty.day))];
        if (days.length <= count) continue;
        model.linear.addRow({
          name: nameOf('shiftMaximum', [worker.id, shift]),
          rule: 'shiftMaximum',
          lower: -Infinity,
          upper: count,
          terms: duties.map((duty) => [duty.column, 1]),
          about: { worker: worker.id, days },
        });
      }
    }
  },
};

/** How many more duties of the shift the limit allows after those before the horizon. */
function left({ history }: Worker, { shift, count }: { readonly shift: string; readonly count: number }): number {
  return Math.max(0, count - (history.shiftCounts?.[shift] ?? 0));
}
