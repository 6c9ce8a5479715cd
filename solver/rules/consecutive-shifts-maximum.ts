import type { Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import type { HardRule, RosterModel } from './roster-model.js';
import { workedOn } from './worked-days.js';

/** At most so many days in a row with a duty; the days worked just before the horizon belong to the first run. */
export const consecutiveShiftsMaximum: HardRule = {
  name: 'consecutiveShiftsMaximum',
  addRows(model) {
    for (const worker of model.problem.workers) {
      const most = worker.limits.runs?.consecutiveShiftsMax;
      if (most !== undefined) addWindows(model, worker, most);
    }
  },
};

/** In each window of one day more than the maximum a day must be free. */
function addWindows(model: RosterModel, worker: Worker, most: number): void {
  const isWorkable = (day: number): boolean =>
    day < 0 ? worker.history.workedDaysBefore.includes(-day) : model.dutiesOn(worker.id, day).length > 0;
  const daysBefore = Math.min(most, Math.max(0, ...worker.history.workedDaysBefore));
  for (let first = -daysBefore; first + most < model.problem.days.length; first += 1) {
    const window = Array.from({ length: most + 1 }, (_, offset) => first + offset);
    if (!window.every(isWorkable)) continue;
    const days = window.filter((day) => day >= 0);
    model.linear.addRow({
      name: nameOf('consecutiveShiftsMaximum', [worker.id, model.facts.dayName(first)]),
      rule: 'consecutiveShiftsMaximum',
      lower: -Infinity,
      upper: days.length - 1,
      terms: days.flatMap((day) => workedOn(model, worker.id, { day, coefficient: 1 })),
      about: { worker: worker.id, days },
    });
  }
}
