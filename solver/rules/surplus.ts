import { nameOf } from './linear-model.js';
import type { SoftRule } from './roster-model.js';
import { coveringCounts, runningIn } from './vacancy.js';

/** People beyond what an interval requires cost its price for each: a column at least as great as their number. */
export const surplus: SoftRule = {
  name: 'surplus',
  addCosts(model) {
    for (const demand of model.problem.demand) {
      const { surplusPrice = 0 } = demand;
      const counts = surplusPrice === 0 ? [] : coveringCounts(model, demand);
      const free = demand.required - runningIn(model, demand);
      const most = counts.reduce((sum, count) => sum + (model.linear.columns[count]?.upper ?? 0), 0) - free;
      // With nobody to add, what is running already is beyond the plan's power, and yet it counts.
      if (surplusPrice > 0 && free < 0 && counts.length === 0)
        model.linear.addConstant('surplus', -free * surplusPrice);
      if (counts.length === 0 || most <= 0) continue;
      const parts = [demand.group, model.facts.dayName(demand.day), demand.start];
      const column = model.linear.addColumn({
        name: nameOf('surplus', parts),
        lower: 0,
        upper: most,
        isInteger: false,
        settle: (values) => Math.max(0, counts.reduce((sum, count) => sum + (values[count] ?? 0), 0) - free),
      });
      model.linear.addCost('surplus', column, surplusPrice);
      model.linear.addRow({
        name: nameOf('surplus', parts),
        rule: 'surplus',
        lower: -Infinity,
        upper: free,
        terms: [...counts.map((count) => [count, 1] as const), [column, -1]],
      });
    }
  },
};
