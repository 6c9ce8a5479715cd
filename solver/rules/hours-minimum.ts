import { dutiesIn } from './hours-maximum.js';
import { nameOf } from './linear-model.js';
import type { HardRule } from './roster-model.js';

/** The working time that a contract of employment guarantees: an account reaches its floor. */
export const hoursMinimum: HardRule = {
  name: 'hoursMinimum',
  demandsWork: true,
  addRows(model) {
    for (const worker of model.problem.workers) {
      for (const account of worker.limits.hours) {
        const open = (account.minutesMin ?? 0) - account.carriedMinutes;
        if (open <= 0) continue;
        const duties = dutiesIn(model, worker, account);
        // A floor out of reach leaves a row without columns or one that no plan fills: the search proves that.
        model.linear.addRow({
          name: nameOf('hoursMinimum', [worker.id, account.name]),
          rule: 'hoursMinimum',
          lower: open,
          upper: Infinity,
          terms: duties.map((duty) => [duty.column, duty.shift.countedMinutes]),
          about: { worker: worker.id, days: [...new Set(duties.map((duty) => duty.day))] },
        });
      }
    }
  },
};
