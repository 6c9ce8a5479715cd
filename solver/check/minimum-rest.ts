import type { Violation } from '../plan.js';
import { closePairs, dateOf, dutiesOf, historyEnd, hoursText, violation, type Facts } from './facts.js';

/** Hard rest between duty periods, where a house rule or an hours approval sets one; Chinese law sets none (domain fact 3.25). */
export function checkMinimumRest(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) => {
    const least = worker.limits.restMinutesMin;
    if (least === 0) return [];
    const isShort = (rest: number): boolean => rest >= 0 && rest < least;
    const text = (day: number, rest: number): Parameters<typeof violation>[3] => ({
      beyond: { over: `before day ${day}`, by: least - rest },
      zh: `${worker.id} 在 ${dateOf(problem, day)} 上班前只休息了 ${hoursText(rest)} 小时，少于规定的 ${hoursText(least)} 小时（单位休息规则或工时批复）；请推迟或改排。`,
      en: `${worker.id} has only ${hoursText(rest)} h of rest before the duty on ${dateOf(problem, day)}, less than the ${hoursText(least)} h set (house rule or hours approval). Plan it later or with somebody else.`,
    });
    const found: Violation[] = [];
    for (const { first, second } of closePairs(facts, worker, least)) {
      const rest = second.period.start - first.period.end;
      found.push(violation('minimumRest', worker.id, [first.day, second.day], text(second.day, rest)));
    }
    const end = historyEnd(worker);
    for (const duty of dutiesOf(facts, worker)) {
      const rest = end === undefined ? Infinity : duty.period.start - end;
      if (isShort(rest)) found.push(violation('minimumRest', worker.id, [duty.day], text(duty.day, rest)));
    }
    return found;
  });
}
