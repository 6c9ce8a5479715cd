import { dutiesOf, grouped, type Facts } from './facts.js';

/** Worker-days whose duty differs from the published roster: another shift or group, a new duty, or one taken away. */
export function costBaselineChange(facts: Facts): number {
  const { baseline, days, workers } = facts.problem;
  if (baseline === undefined) return 0;
  const published = grouped(baseline.assignments, ({ worker }) => worker);
  let cost = 0;
  for (const worker of workers) {
    const now = byDay(
      dutiesOf(facts, worker).map(({ day, shift, group }) => ({ day, shift: shift.id, group: group.id })),
    );
    const then = byDay(published.get(worker.id) ?? []);
    for (const day of days.keys()) if (now.get(day) !== then.get(day)) cost += baseline.changeCost[day] ?? 0;
  }
  return cost;
}

/** What is worked on each day that has a duty, in one text. */
function byDay(
  duties: readonly { readonly day: number; readonly shift: string; readonly group: string }[],
): Map<number, string> {
  const days = new Map<number, string[]>();
  for (const { day, shift, group } of duties) days.set(day, [...(days.get(day) ?? []), `${shift} ${group}`]);
  return new Map([...days].map(([day, texts]) => [day, texts.sort().join()]));
}
