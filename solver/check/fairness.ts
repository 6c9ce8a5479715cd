import type { DutyKind, Worker } from '../problem.js';
import { dutiesOf, type Duty, type Facts } from './facts.js';

/** The growth of the squares of everybody's burden: the next one is dearest for who carries most already. */
export function costFairness(facts: Facts): number {
  let cost = 0;
  for (const rule of facts.problem.fairness) {
    const workers = facts.problem.workers.filter(({ id }) => rule.workers.includes(id));
    const carried = (worker: Worker): number => worker.history.duties[rule.duty] ?? 0;
    const least = Math.min(...workers.map(carried));
    for (const worker of workers) {
      const before = carried(worker) - least;
      const after = before + dutiesOf(facts, worker).filter((duty) => carries(duty, rule.duty)).length;
      cost += rule.weight * (after ** 2 - before ** 2);
    }
  }
  return cost;
}

function carries({ shift, offer }: Duty, kind: DutyKind): boolean {
  return shift.duties.includes(kind) || (offer?.dayDuties.includes(kind) ?? false);
}
