import type { Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import type { HardRule, RosterModel } from './roster-model.js';
import { workedOn } from './worked-days.js';

/** At most so many weekends with a duty that starts on the Saturday or on the Sunday. */
export const weekendsMaximum: HardRule = {
  name: 'weekendsMaximum',
  addRows(model) {
    for (const worker of model.problem.workers) {
      const { weekendsMax } = worker.limits;
      if (weekendsMax === undefined) continue;
      addMaximum(model, worker, Math.max(0, weekendsMax - (worker.history.weekendsWorked ?? 0)));
    }
  },
};

function addMaximum(model: RosterModel, worker: Worker, most: number): void {
  const weekends = weekendsOf(model.problem.days)
    .map((days) => days.filter((day) => model.dutiesOn(worker.id, day).length > 0))
    .filter((days) => days.length > 0);
  if (weekends.length <= most) return;
  model.linear.addRow({
    name: nameOf('weekendsMaximum', [worker.id]),
    rule: 'weekendsMaximum',
    lower: -Infinity,
    upper: most,
    terms: weekends.map((days) => [addWeekend(model, worker, days), 1]),
    about: { worker: worker.id, days: weekends.flat() },
  });
}

/** Whether a weekend is worked: a column at least as great as either day's work. */
function addWeekend(model: RosterModel, worker: Worker, days: readonly number[]): number {
  const parts = days.map((day) => workedOn(model, worker.id, { day, coefficient: 1 }));
  const name = [worker.id, model.facts.dayName(days[0] ?? 0)];
  const column = model.linear.addColumn({
    name: nameOf('weekend', name),
    lower: 0,
    upper: 1,
    isInteger: false,
    settle: (values) => Math.max(...parts.map((part) => part.reduce((sum, [duty]) => sum + (values[duty] ?? 0), 0))),
  });
  parts.forEach((part, index) => {
    model.linear.addRow({
      name: nameOf('weekendsMaximum', ['weekend', ...name, index]),
      rule: 'weekendsMaximum',
      lower: 0,
      upper: Infinity,
      terms: [[column, 1], ...part.map(([duty]) => [duty, -1] as const)],
    });
  });
  return column;
}

/** The days of each weekend; one that the horizon cuts has one day. */
function weekendsOf(dates: readonly string[]): readonly (readonly number[])[] {
  const weekends: number[][] = [];
  dates.forEach((date, day) => {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 6 || (weekday === 0 && day === 0)) weekends.push([day]);
    else if (weekday === 0) weekends.at(-1)?.push(day);
  });
  return weekends;
}
