import type { Violation } from '../plan.js';
import { dateOf, dutiesOf, violation, type Facts } from './facts.js';

const millisecondsPerDay = 86_400_000;

/** No more weekends with a duty on their Saturday or Sunday than the worker's limit. */
export function checkWeekendsMaximum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const most = worker.limits.weekendsMax;
    if (most === undefined) return [];
    const days = dutiesOf(facts, worker)
      .map(({ day }) => day)
      .filter((day) => saturdayOf(dateOf(problem, day)) !== undefined);
    const weekends = new Set(days.map((day) => saturdayOf(dateOf(problem, day))));
    const worked = weekends.size + (worker.history.weekendsWorked ?? 0);
    if (weekends.size === 0 || worked <= most) return [];
    return [
      violation('weekendsMaximum', worker.id, days, {
        beyond: { over: '', by: worked - most },
        zh: `${worker.id} 有 ${worked} 个周末上班（含此前，本期 ${[...weekends].join('、')}），超过 ${most} 个；请空出周末。`,
        en: `${worker.id} works on ${worked} weekends with those before (here ${[...weekends].join(', ')}), more than ${most}. Free a weekend.`,
      }),
    ];
  });
}

/** The Saturday of the weekend that a date belongs to; undefined from Monday to Friday. */
function saturdayOf(date: string): string | undefined {
  const time = Date.parse(`${date}T00:00:00Z`);
  const weekday = new Date(time).getUTCDay();
  if (weekday === 6) return date;
  return weekday === 0 ? new Date(time - millisecondsPerDay).toISOString().slice(0, 10) : undefined;
}
