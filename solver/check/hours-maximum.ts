import type { HoursAccount, Worker } from '../problem.js';
import type { Violation } from '../plan.js';
import { dateOf, dutiesOf, hoursText, isIn, violation, type Facts } from './facts.js';

/** 36 hours of overtime a month (Labour Law 41), an averaging cycle (劳部发〔1994〕503号), a week: no account over its ceiling. */
export function checkHoursMaximum(facts: Facts): Violation[] {
  const { problem } = facts;
  return problem.workers.flatMap((worker) =>
    worker.limits.hours.flatMap((account) => {
      const most = ceiling(worker, account);
      if (most === undefined) return [];
      const duties = dutiesOf(facts, worker).filter(({ day }) => isIn(day, [account]));
      const planned = duties.reduce((sum, { shift }) => sum + shift.countedMinutes, 0);
      if (planned <= Math.max(0, most - account.carriedMinutes)) return [];
      const total = hoursText(planned + account.carriedMinutes);
      const [from, to] = [dateOf(problem, account.fromDay), dateOf(problem, account.toDay)];
      return [
        violation(
          'hoursMaximum',
          worker.id,
          duties.map(({ day }) => day),
          {
            beyond: { over: account.name, by: planned + account.carriedMinutes - most },
            zh: `${worker.id} 在“${account.name}”（${from} 至 ${to}）内共 ${total} 小时，超过上限 ${hoursText(most)} 小时（劳动法第四十一条；综合计算工时见劳部发〔1994〕503号）；请减少班次。`,
            en: `${worker.id} has ${total} h in “${account.name}” (${from} to ${to}), more than the ceiling of ${hoursText(most)} h (Labour Law 41; averaged hours: 劳部发〔1994〕503号). Take duties away.`,
          },
        ),
      ];
    }),
  );
}

/** Minutes; undefined when the account has none. Somebody barred from overtime on any of its days has none of it in the account. */
function ceiling({ limits }: Worker, account: HoursAccount): number | undefined {
  const ceilings: number[] = [];
  if (account.minutesMax !== null) ceilings.push(account.minutesMax);
  const isBarred = (limits.overtimeBans ?? []).some(
    (ban) => ban.fromDay <= account.toDay && account.fromDay <= ban.toDay,
  );
  if (isBarred && account.normalMinutes !== null) ceilings.push(account.normalMinutes);
  return ceilings.length === 0 ? undefined : Math.min(...ceilings);
}
