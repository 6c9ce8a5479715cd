import type { Violation } from '../plan.js';
import { closePairs, dateOf, violation, type Facts } from './facts.js';

/** Nobody is at two sites with less time between than the way takes. */
export function checkTravelTime(facts: Facts): Violation[] {
  const { problem } = facts;
  const minutesBetween = new Map(
    (problem.travel ?? []).flatMap(({ between: [one, other], minutes }) => [
      [`${one} ${other}`, minutes],
      [`${other} ${one}`, minutes],
    ]),
  );
  if (minutesBetween.size === 0) return [];
  const longest = Math.max(...minutesBetween.values());
  return problem.workers.flatMap((worker) =>
    closePairs(facts, worker, longest).flatMap(({ first, second }) => {
      const [from, to] = [first.group.site, second.group.site];
      const needed =
        from === undefined || to === undefined || from === to ? 0 : (minutesBetween.get(`${from} ${to}`) ?? 0);
      const between = second.period.start - first.period.end;
      if (between >= needed) return [];
      return [
        violation('travelTime', worker.id, [first.day, second.day], {
          zh: `${worker.id} 在 ${dateOf(problem, first.day)} 从 ${from ?? ''} 到 ${to ?? ''} 只有 ${between} 分钟，路上需 ${needed} 分钟；请改排其中一个。`,
          en: `${worker.id} has ${between} minutes from ${from ?? ''} to ${to ?? ''} after the duty of ${dateOf(problem, first.day)}; the way takes ${needed}. Change one of the two.`,
        }),
      ];
    }),
  );
}
