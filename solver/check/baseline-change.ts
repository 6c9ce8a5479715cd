import { dutiesOf, grouped, type Facts } from './facts.js';

/** Worker-days whose duty differs from the published roster: another shift or group, a new duty, or one taken away. */
export function costBaselineChange(facts: Facts): number {
  const { baseline, days, workers } = facts.problem;
  if (baseline === undefined) return 0;
  const published = grouped(baseline.assignments, ({ worker }) => worker);
  let cost = 0;
  for (const worker of workers) {
    const own = dutiesOf(facts, worker);
    for (const day of days.keys()) {
      const now = own.filter((duty) => duty.day === day).map(({ shift, group }) => `${shift.id} ${group.id}`);
      const then = (published.get(worker.id) ?? [])
        .filter((duty) => duty.day === day)
        .map(({ shift, group }) => `${shift} ${group}`);
      if (now.sort().join() !== then.sort().join()) cost += baseline.changeCost[day] ?? 0;
    }
  }
  return cost;
}
