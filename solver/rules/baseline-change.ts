import type { SoftRule } from './roster-model.js';

/** Re-planning leaves people's days alone: each worker-day that differs from the published roster has its price. */
export const baselineChange: SoftRule = {
  name: 'baselineChange',
  addCosts(model) {
    const { baseline } = model.problem;
    if (baseline === undefined) return;
    const published = new Map(baseline.assignments.map((entry) => [`${entry.worker}|${entry.day}`, entry]));
    for (const worker of model.problem.workers) {
      for (let day = 0; day < model.problem.days.length; day += 1) {
        const cost = baseline.changeCost[day] ?? 0;
        const before = published.get(`${worker.id}|${day}`);
        const duties = model.dutiesOn(worker.id, day);
        if (before === undefined) {
          for (const duty of duties) model.linear.addCost('baselineChange', duty.column, cost);
          continue;
        }
        // A day that loses or alters its duty has changed; only the same duty takes the cost away again.
        model.linear.addConstant('baselineChange', cost);
        const same = duties.find((duty) => duty.shift.id === before.shift && duty.group === before.group);
        if (same !== undefined) model.linear.addCost('baselineChange', same.column, -cost);
      }
    }
  },
};
