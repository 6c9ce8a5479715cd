import { closeDuties } from './duty-distance.js';
import type { CloseDuties } from './duty-distance.js';
import type { Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import { historyEnd } from './roster-facts.js';
import type { DutyColumn, RosterModel, SoftRule } from './roster-model.js';

/** Eleven hours between duties are a wish, not Chinese law: each shorter rest has its price. */
export const wishedRest: SoftRule = {
  name: 'wishedRest',
  addCosts(model) {
    const cost = model.problem.weights.shortRest;
    if (cost === 0) return;
    for (const worker of model.problem.workers) {
      const wished = worker.limits.restMinutesWished;
      const before = historyEnd(worker);
      for (const duty of model.dutiesOf(worker.id)) {
        if (before !== null && duty.start - before < wished) model.linear.addCost('wishedRest', duty.column, cost);
      }
      if (wished <= Math.max(0, worker.limits.restMinutesMin)) continue;
      for (const blocks of byDays(closeDuties(model, worker, wished))) addPair(model, worker, blocks);
    }
  },
};

function byDays(blocks: readonly CloseDuties[]): readonly (readonly CloseDuties[])[] {
  const groups = new Map<string, CloseDuties[]>();
  for (const block of blocks) {
    const key = `${block.day}|${block.laterDay}`;
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  return [...groups.values()];
}

/** One column for the two days: 1 when a duty of the first day and one of the second lie too close. */
function addPair(model: RosterModel, worker: Worker, blocks: readonly CloseDuties[]): void {
  const [first] = blocks;
  if (first === undefined) return;
  const parts = [worker.id, model.facts.dayName(first.day), model.facts.dayName(first.laterDay)];
  const sum = (duties: readonly DutyColumn[], values: Float64Array): number =>
    duties.reduce((total, duty) => total + (values[duty.column] ?? 0), 0);
  const column = model.linear.addColumn({
    name: nameOf('shortRest', parts),
    lower: 0,
    upper: 1,
    isInteger: false,
    settle: (values) =>
      Math.max(0, ...blocks.map((block) => sum(block.earlier, values) + sum(block.later, values) - 1)),
  });
  model.linear.addCost('wishedRest', column, model.problem.weights.shortRest);
  blocks.forEach((block, index) => {
    model.linear.addRow({
      name: nameOf('wishedRest', [...parts, index]),
      rule: 'wishedRest',
      lower: -Infinity,
      upper: 1,
      terms: [...[...block.earlier, ...block.later].map((duty) => [duty.column, 1] as const), [column, -1]],
    });
  });
}
