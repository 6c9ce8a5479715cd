import type { SoftRule } from './roster-model.js';

/** What people asked for: a shift on a day that they do not get, or one that they get although they asked to be spared. */
export const shiftRequest: SoftRule = {
  name: 'shiftRequest',
  addCosts(model) {
    for (const { worker, day, shift, kind, weight } of model.problem.requests ?? []) {
      if (kind === 'on') model.linear.addConstant('shiftRequest', weight);
      for (const duty of model.dutiesOn(worker, day)) {
        if (duty.shift.id === shift)
          model.linear.addCost('shiftRequest', duty.column, kind === 'on' ? -weight : weight);
      }
    }
  },
};
