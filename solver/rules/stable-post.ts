import type { SoftRule } from './roster-model.js';

/** Continuity at the counter: a day in another group than the one served last has its price. */
export const stablePost: SoftRule = {
  name: 'stablePost',
  addCosts(model) {
    for (const duty of model.duties) {
      const { group } = duty.worker.history;
      if (group !== null && group !== duty.group) {
        model.linear.addCost('stablePost', duty.column, model.problem.weights.unstablePost);
      }
    }
  },
};
