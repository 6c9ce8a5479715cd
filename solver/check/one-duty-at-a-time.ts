import type { Violation } from '../plan.js';
import { dateOf, dutiesOf, historyEnd, violation, type Facts, type Span } from './facts.js';

/** A person is in one place: one duty a start day, no two duty periods at once, none before the last one has ended. */
export function checkOneDutyAtATime(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const found: Violation[] = [];
    const own = dutiesOf(facts, worker);
    const pairs = own.flatMap((first, index) =>
      own
        .filter((second, other) => other > index && (first.day === second.day || overlap(first.period, second.period)))
        .map((second) => ({ first, second })),
    );
    for (const { first, second } of pairs) {
      const dates = [...new Set([first.day, second.day].map((day) => dateOf(problem, day)))];
      found.push(
        violation('oneDutyAtATime', worker.id, [first.day, second.day], {
          zh: `${worker.id} 在 ${dates.join('、')} 有两个班次（“${first.shift.id}”“${second.shift.id}”），同一人同一天只能有一个班次且班次不得重叠；请删去其中一个。`,
          en: `${worker.id} has two duties (“${first.shift.id}”, “${second.shift.id}”) on ${dates.join(' and ')}; one person has one duty a day and none that overlap. Remove one.`,
        }),
      );
    }
    const end = historyEnd(worker);
    for (const duty of own) {
      if (end === undefined || duty.period.start >= end) continue;
      found.push(
        violation('oneDutyAtATime', worker.id, [duty.day], {
          zh: `${worker.id} 在 ${dateOf(problem, duty.day)} 的班次“${duty.shift.id}”开始时，上一排班期的班次还没有结束；请改排其他人。`,
          en: `${worker.id}'s duty “${duty.shift.id}” on ${dateOf(problem, duty.day)} starts before the last duty of the period before has ended. Plan somebody else.`,
        }),
      );
    }
    return found;
  });
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
