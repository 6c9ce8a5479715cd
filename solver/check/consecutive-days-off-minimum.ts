import type { Violation } from '../plan.js';
import type { Worker } from '../problem.js';
import { dateOf, violation, type Facts } from './facts.js';
import { endedTooSoon, runsOf } from './runs.js';

/** No run of days off between duties shorter than the minimum. */
export function checkConsecutiveDaysOffMinimum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const least = worker.limits.runs?.consecutiveDaysOffMin ?? 0;
    if (least === 0) return [];
    const runs = runsOf(facts, worker);
    const cut = endedTooSoon(worker, runs, least) === 'daysOff' ? [cutShort(facts, worker, least)] : [];
    const short = runs
      .filter(({ isWorked, isWhole, days, daysBefore }) => !isWorked && isWhole && daysBefore + days.length < least)
      .map(({ days }) =>
        violation('consecutiveDaysOffMinimum', worker.id, days, {
          zh: `${worker.id} 自 ${dateOf(problem, days[0] ?? 0)} 起只连续休息 ${days.length} 天，少于 ${least} 天；请延长休息或排满。`,
          en: `${worker.id} is off for only ${days.length} days from ${dateOf(problem, days[0] ?? 0)}, less than ${least}. Lengthen the rest or fill it.`,
        }),
      );
    return [...cut, ...short];
  });
}

function cutShort({ problem }: Facts, { id, history }: Worker, least: number): Violation {
  const days = history.eve?.days ?? 0;
  return violation('consecutiveDaysOffMinimum', id, [0], {
    zh: `${id} 到 ${dateOf(problem, -1)} 为止只连续休息 ${days} 天，少于 ${least} 天；请在 ${dateOf(problem, 0)} 继续休息。`,
    en: `${id} is off for only ${days} days up to ${dateOf(problem, -1)}, less than ${least}. Go on with it on ${dateOf(problem, 0)}.`,
  });
}
