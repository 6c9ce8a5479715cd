import type { FairnessRule } from '../problem.js';
import { nameOf } from './linear-model.js';
import type { RosterModel, SoftRule } from './roster-model.js';

/**
 * Even shares: a worker's k-th burden costs the growth of the square, 2(h + k) − 1. The unit pieces rise in price, so
 * a linear model takes them in order, and its relaxation stays tight.
 */
export const fairness: SoftRule = {
  name: 'fairness',
  addCosts(model) {
    model.problem.fairness.forEach((rule, index) => {
      if (rule.weight !== 0) addRule(model, rule, index);
    });
  },
};

function addRule(model: RosterModel, rule: FairnessRule, index: number): void {
  const workers = rule.workers.map((id) => model.facts.workers.get(id)).filter((worker) => worker !== undefined);
  const least = Math.min(...workers.map((worker) => worker.history.duties[rule.duty] ?? 0));
  for (const worker of workers) {
    const duties = model.dutiesOf(worker.id).filter((duty) => duty.kinds.has(rule.duty));
    const most = new Set(duties.map((duty) => duty.day)).size;
    if (most === 0) continue;
    const carried = (worker.history.duties[rule.duty] ?? 0) - least;
    // Pieces are settled in their order, so the first one counts for all: over a quarter each has 65 others and 300 duties.
    let count = 0;
    const pieces = Array.from({ length: most }, (_, done) => {
      const column = model.linear.addColumn({
        name: nameOf('share', [index, rule.duty, worker.id, done + 1]),
        lower: 0,
        upper: 1,
        // Whole in every plan as it is, and said so the proof of a small team takes a third of the time.
        isInteger: true,
        settle: (values) => {
          if (done === 0) count = duties.reduce((sum, duty) => sum + (values[duty.column] ?? 0), 0);
          return Math.min(1, Math.max(0, count - done));
        },
      });
      model.linear.addCost('fairness', column, rule.weight * (2 * (carried + done) + 1));
      return column;
    });
    model.linear.addRow({
      name: nameOf('fairness', [index, rule.duty, worker.id]),
      rule: 'fairness',
      lower: 0,
      upper: 0,
      terms: [...duties.map((duty) => [duty.column, 1] as const), ...pieces.map((piece) => [piece, -1] as const)],
    });
  }
}
