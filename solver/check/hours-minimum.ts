import type { Violation } from '../plan.js';
import { dateOf, dutiesOf, hoursText, isIn, violation, type Facts } from './facts.js';

/** An account with a floor reaches it, what was carried included. */
export function checkHoursMinimum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) =>
    worker.limits.hours.flatMap((account) => {
      if (account.minutesMin === undefined) return [];
      const duties = dutiesOf(facts, worker).filter(({ day }) => isIn(day, [account]));
      const total = duties.reduce((sum, { shift }) => sum + shift.countedMinutes, account.carriedMinutes);
      if (total >= account.minutesMin) return [];
      const [from, to] = [dateOf(problem, account.fromDay), dateOf(problem, account.toDay)];
      return [
        violation(
          'hoursMinimum',
          worker.id,
          duties.map(({ day }) => day),
          {
            beyond: { over: account.name, by: account.minutesMin - total },
            zh: `${worker.id} 在“${account.name}”（${from} 至 ${to}）内共 ${hoursText(total)} 小时，少于最低 ${hoursText(account.minutesMin)} 小时；请增加班次。`,
            en: `${worker.id} has ${hoursText(total)} h in “${account.name}” (${from} to ${to}), less than the floor of ${hoursText(account.minutesMin)} h. Add duties.`,
          },
        ),
      ];
    }),
  );
}
