import { nameOf } from './linear-model.js';
import { forbidCloseness } from './duty-distance.js';
import { historyEnd } from './roster-facts.js';
import type { HardRule } from './roster-model.js';

/** A person is in one place: one duty a start day, and no duty period overlaps another, across midnight too. */
export const oneDutyAtATime: HardRule = {
  name: 'oneDutyAtATime',
  forbids(duty) {
    const before = historyEnd(duty.worker);
    return before !== null && duty.start < before;
  },
  addRows(model) {
    for (const worker of model.problem.workers) {
      for (let day = 0; day < model.problem.days.length; day += 1) {
        const duties = model.dutiesOn(worker.id, day);
        if (duties.length < 2) continue;
        model.linear.addRow({
          name: nameOf('oneDutyAtATime', [worker.id, model.facts.dayName(day)]),
          rule: 'oneDutyAtATime',
          lower: -Infinity,
          upper: 1,
          terms: duties.map((duty) => [duty.column, 1]),
          about: { worker: worker.id, days: [day] },
        });
      }
      forbidCloseness(model, { rule: 'oneDutyAtATime', worker, minutes: 0 });
    }
  },
};
