import type { Violation } from '../plan.js';
import { dateOf, orderedPairs, violation, type Facts } from './facts.js';

/** After some shifts others are forbidden on the very next day. */
export function checkForbiddenSuccession(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) =>
    orderedPairs(facts, worker)
      .filter(
        ({ first, second }) => second.day === first.day + 1 && first.shift.forbiddenNext?.includes(second.shift.id),
      )
      .map(({ first, second }) =>
        violation('forbiddenSuccession', worker.id, [first.day, second.day], {
          zh: `${worker.id} 在 ${dateOf(problem, first.day)} 上 ${first.shift.id} 班，次日不得上 ${second.shift.id} 班；请改排其中一个。`,
          en: `${worker.id} works ${first.shift.id} on ${dateOf(problem, first.day)}, after which ${second.shift.id} is forbidden the next day. Change one of the two.`,
        }),
      ),
  );
}
