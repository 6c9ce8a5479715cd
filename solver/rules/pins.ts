import { nameOf } from './linear-model.js';
import type { HardRule } from './roster-model.js';

/** The manager's decision stands: a pinned duty is worked, a pinned day off is free. */
export const pins: HardRule = {
  name: 'pins',
  forbids: ({ worker, day, shift, group }, facts) =>
    facts.pinsOn(worker.id, day).some(({ assignment }) => assignment?.shift !== shift.id || assignment.group !== group),
  addRows(model) {
    for (const pin of model.problem.pins) {
      if (pin.assignment === null) continue;
      // None where another rule forbids it: the row then has no solution, as the problem has none for any solver.
      const duty = model.dutiesOn(pin.worker, pin.day)[0];
      model.linear.addRow({
        name: nameOf('pins', [pin.worker, model.facts.dayName(pin.day)]),
        rule: 'pins',
        lower: 1,
        upper: 1,
        terms: duty === undefined ? [] : [[duty.column, 1]],
        about: { worker: pin.worker, days: [pin.day] },
      });
    }
  },
};
