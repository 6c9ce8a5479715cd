import type { Violation } from '../plan.js';
import type { Worker } from '../problem.js';
import { dateOf, violation, type Facts } from './facts.js';
import { endedTooSoon, runsOf } from './runs.js';

/** No run of duties shorter than the minimum, unless it may go on beyond the period's first or last day. */
export function checkConsecutiveShiftsMinimum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const least = worker.limits.runs?.consecutiveShiftsMin ?? 0;
    if (least === 0) return [];
    const runs = runsOf(facts, worker);
    const cut = endedTooSoon(worker, runs, least) === 'duties' ? [cutShort(facts, worker, least)] : [];
    const short = runs
      .filter(({ isWorked, isWhole, days, daysBefore }) => isWorked && isWhole && daysBefore + days.length < least)
      .map(({ days }) =>
        violation('consecutiveShiftsMinimum', worker.id, days, {
          zh: `${worker.id} 自 ${dateOf(problem, days[0] ?? 0)} 起只连续上班 ${days.length} 天，少于 ${least} 天；请延长或取消。`,
          en: `${worker.id} works only ${days.length} days in a row from ${dateOf(problem, days[0] ?? 0)}, less than ${least}. Lengthen the run or take it away.`,
        }),
      );
    return [...cut, ...short];
  });
}

function cutShort({ problem }: Facts, { id, history }: Worker, least: number): Violation {
  const days = history.eve?.days ?? 0;
  return violation('consecutiveShiftsMinimum', id, [0], {
    zh: `${id} 到 ${dateOf(problem, -1)} 为止只连续上班 ${days} 天，少于 ${least} 天；请在 ${dateOf(problem, 0)} 继续上班。`,
    en: `${id} works only ${days} days up to ${dateOf(problem, -1)}, less than ${least}. Go on with it on ${dateOf(problem, 0)}.`,
  });
}
