import type { Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import type { HardRule, RosterModel } from './roster-model.js';

/** Some shifts may not be worked on the day after some others, as an early one after a late one. */
export const forbiddenSuccession: HardRule = {
  name: 'forbiddenSuccession',
  forbids({ worker, day, shift }, { shifts }) {
    const eve = worker.history.eve?.shift ?? null;
    return day === 0 && eve !== null && (shifts.get(eve)?.forbiddenNext?.includes(shift.id) ?? false);
  },
  addRows(model) {
    const sets = new Map<string, ReadonlySet<string>>();
    for (const { forbiddenNext } of model.problem.shifts) {
      if (forbiddenNext === undefined || forbiddenNext.length === 0) continue;
      sets.set([...forbiddenNext].sort().join('|'), new Set(forbiddenNext));
    }
    for (const worker of model.problem.workers) {
      for (const later of sets.values()) forbid(model, worker, later);
    }
  },
};

/**
 * One row for each set of later shifts: every shift that forbids the whole set stands in it. At most one of all these duties can
 * be worked, so that the row is a clique, and each forbidden pair is in the row of its earlier shift's own set.
 */
function forbid(model: RosterModel, worker: Worker, later: ReadonlySet<string>): void {
  const forbidsAll = ({ forbiddenNext = [] }: { readonly forbiddenNext?: readonly string[] }): boolean =>
    [...later].every((shift) => forbiddenNext.includes(shift));
  for (let day = 0; day + 1 < model.problem.days.length; day += 1) {
    const first = model.dutiesOn(worker.id, day).filter(({ shift }) => forbidsAll(shift));
    const second = model.dutiesOn(worker.id, day + 1).filter(({ shift }) => later.has(shift.id));
    if (first.length === 0 || second.length === 0) continue;
    model.linear.addRow({
      name: nameOf('forbiddenSuccession', [worker.id, model.facts.dayName(day), [...later].join(' ')]),
      rule: 'forbiddenSuccession',
      lower: -Infinity,
      upper: 1,
      terms: [...first, ...second].map((duty) => [duty.column, 1]),
      about: { worker: worker.id, days: [day, day + 1] },
    });
  }
}
