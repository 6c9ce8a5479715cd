import type { Violation } from '../plan.js';
import { dateOf, dutiesOf, violation, type Facts } from './facts.js';

/** After some shifts others are forbidden on the very next day. */
export function checkForbiddenSuccession(facts: Facts): Violation[] {
  const { problem } = facts;
  if (problem.shifts.every(({ forbiddenNext = [] }) => forbiddenNext.length === 0)) return [];
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  return problem.workers.flatMap((worker) => {
    const eve = shifts.get(worker.history.eve?.shift ?? '');
    const afterEve = dutiesOf(facts, worker)
      .filter(({ day, shift }) => day === 0 && eve?.forbiddenNext?.includes(shift.id))
      .map(({ shift }) =>
        violation('forbiddenSuccession', worker.id, [0], {
          zh: `${worker.id} 在 ${dateOf(problem, -1)} 上了“${eve?.id ?? ''}”班，次日不得上“${shift.id}”班；请改排。`,
          en: `${worker.id} worked “${eve?.id ?? ''}” on ${dateOf(problem, -1)}, after which “${shift.id}” is forbidden the next day. Change it.`,
        }),
      );
    const own = dutiesOf(facts, worker);
    const within = own.flatMap((first) =>
      own
        .filter(({ day, shift }) => day === first.day + 1 && first.shift.forbiddenNext?.includes(shift.id))
        .map((second) =>
          violation('forbiddenSuccession', worker.id, [first.day, second.day], {
            zh: `${worker.id} 在 ${dateOf(problem, first.day)} 上“${first.shift.id}”班，次日不得上“${second.shift.id}”班；请改排其中一个。`,
            en: `${worker.id} works “${first.shift.id}” on ${dateOf(problem, first.day)}, after which “${second.shift.id}” is forbidden the next day. Change one of the two.`,
          }),
        ),
    );
    return [...afterEve, ...within];
  });
}
