import { nameOf } from './linear-model.js';
import type { HardRule, RosterModel } from './roster-model.js';
import { workedOn } from './worked-days.js';

/** A run of duties that begins and ends inside the horizon is long enough. */
export const consecutiveShiftsMinimum: HardRule = {
  name: 'consecutiveShiftsMinimum',
  demandsWork: true,
  addRows(model) {
    const last = model.problem.days.length - 1;
    for (const { id, limits, history } of model.problem.workers) {
      const least = limits.runs?.consecutiveShiftsMin ?? 1;
      if (typeof history.eve?.shift === 'string') addRest(model, id, Math.min(least - history.eve.days, last + 1));
      // After a day off on the eve a run that begins with the first day is a whole one.
      for (let day = history.eve?.shift === null ? 0 : 1; day <= last; day += 1) {
        if (model.dutiesOn(id, day).length === 0) continue;
        // Free on the day before and at work on this day: at work on each of the next, as far as the horizon goes.
        for (let next = day + 1; next < Math.min(day + least, last + 1); next += 1) {
          model.linear.addRow({
            name: nameOf('consecutiveShiftsMinimum', [id, model.facts.dayName(day), next - day + 1]),
            rule: 'consecutiveShiftsMinimum',
            lower: -Infinity,
            upper: 0,
            terms: [
              ...workedOn(model, id, { day: day - 1, coefficient: -1 }),
              ...workedOn(model, id, { day, coefficient: 1 }),
              ...workedOn(model, id, { day: next, coefficient: -1 }),
            ],
            about: { worker: id, days: [day, next] },
          });
        }
      }
    }
  },
};

/** The rest of a run of duties that began before the horizon: its first `days` days. */
function addRest(model: RosterModel, worker: string, days: number): void {
  for (let day = 0; day < days; day += 1) {
    model.linear.addRow({
      name: nameOf('consecutiveShiftsMinimum', [worker, 'eve', day]),
      rule: 'consecutiveShiftsMinimum',
      lower: 1,
      upper: Infinity,
      terms: workedOn(model, worker, { day, coefficient: 1 }),
      about: { worker, days: [day] },
    });
  }
}
