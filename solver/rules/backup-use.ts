import type { SoftRule } from './roster-model.js';

/** The home group comes first; redeployed and relief-only people have their price. */
export const backupUse: SoftRule = {
  name: 'backupUse',
  addCosts(model) {
    const { redeployed, backup } = model.problem.weights;
    for (const duty of model.duties) {
      if (duty.role === 'redeployed') model.linear.addCost('backupUse', duty.column, redeployed);
      if (duty.role === 'backup') model.linear.addCost('backupUse', duty.column, backup);
    }
  },
};
