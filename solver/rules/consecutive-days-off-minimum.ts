import { nameOf } from './linear-model.js';
import type { HardRule, RosterModel } from './roster-model.js';
import { workedOn } from './worked-days.js';

/** Days off between two duties come in runs that are long enough. More work can mend a short run, so this is a minimum too. */
export const consecutiveDaysOffMinimum: HardRule = {
  name: 'consecutiveDaysOffMinimum',
  demandsWork: true,
  // A run of days off that began before the horizon goes on until it is long enough.
  forbids: ({ worker: { limits, history }, day }) =>
    history.eve?.shift === null && day < (limits.runs?.consecutiveDaysOffMin ?? 1) - history.eve.days,
  addRows(model) {
    const last = model.problem.days.length - 1;
    for (const { id, limits, history } of model.problem.workers) {
      const least = limits.runs?.consecutiveDaysOffMin ?? 1;
      // At work on the eve: a rest that begins with the first day is a whole one.
      if (typeof history.eve?.shift === 'string') addAfterEve(model, id, Math.min(least, last + 1));
      for (let day = 0; day <= last; day += 1) {
        if (model.dutiesOn(id, day).length === 0) continue;
        // At work on this day and free on the next: free on each after it, as far as the horizon goes.
        for (let later = day + 2; later < Math.min(day + 1 + least, last + 1); later += 1) {
          if (model.dutiesOn(id, later).length === 0) continue;
          model.linear.addRow({
            name: nameOf('consecutiveDaysOffMinimum', [id, model.facts.dayName(day), later - day - 1]),
            rule: 'consecutiveDaysOffMinimum',
            lower: -Infinity,
            upper: 1,
            terms: [
              ...workedOn(model, id, { day, coefficient: 1 }),
              ...workedOn(model, id, { day: day + 1, coefficient: -1 }),
              ...workedOn(model, id, { day: later, coefficient: 1 }),
            ],
            about: { worker: id, days: [day, later] },
          });
        }
      }
    }
  },
};

/** Free on the first day: free on each after it, until the rest is long enough. */
function addAfterEve(model: RosterModel, worker: string, until: number): void {
  for (let later = 1; later < until; later += 1) {
    if (model.dutiesOn(worker, later).length === 0) continue;
    model.linear.addRow({
      name: nameOf('consecutiveDaysOffMinimum', [worker, 'eve', later]),
      rule: 'consecutiveDaysOffMinimum',
      lower: -Infinity,
      upper: 0,
      terms: [
        ...workedOn(model, worker, { day: 0, coefficient: -1 }),
        ...workedOn(model, worker, { day: later, coefficient: 1 }),
      ],
      about: { worker, days: [0, later] },
    });
  }
}
