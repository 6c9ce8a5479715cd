import type { Violation } from '../plan.js';
import { dateOf, hoursText, isIn, violation, type Facts } from './facts.js';

/** 8 hours, with overtime up to 3 more (Labour Law 36, 41); 8 without exception where overtime is barred. */
const minutesWithoutOvertime = 480;

export function checkDutyPeriodMaximum({ problem, duties }: Facts): Violation[] {
  return duties.flatMap(({ worker, shift, day }) => {
    const isBarred = isIn(day, worker.limits.overtimeBans ?? []);
    const most = isBarred
      ? Math.min(worker.limits.dutyMinutesMax, minutesWithoutOvertime)
      : worker.limits.dutyMinutesMax;
    if (shift.countedMinutes <= most) return [];
    const date = dateOf(problem, day);
    // The ground of a restriction stays out of the message: it is an effect, never a diagnosis.
    const why = isBarred
      ? { zh: '在此日期登记为不得加班', en: 'is registered as barred from overtime on this day' }
      : { zh: '一个班次的工时上限', en: 'is limited in the length of one duty' };
    return [
      violation('dutyPeriodMaximum', worker.id, [day], {
        beyond: { over: `day ${day}`, by: shift.countedMinutes - most },
        zh: `${worker.id} 在 ${date} 的班次“${shift.id}”计 ${hoursText(shift.countedMinutes)} 小时，超过 ${hoursText(most)} 小时（${why.zh}；劳动法第三十六条、第四十一条）；请改排较短的班次。`,
        en: `${worker.id}'s duty “${shift.id}” on ${date} counts ${hoursText(shift.countedMinutes)} h, more than ${hoursText(most)} h (${worker.id} ${why.en}; Labour Law 36, 41). Plan a shorter shift.`,
      }),
    ];
  });
}
