import type { UnavailableReason } from '../problem.js';
import type { Violation } from '../plan.js';
import { calendarDays, dateOf, violation, type Facts } from './facts.js';

/** Nobody is at a post on a day of leave, before joining or after leaving, also not with the end of a night duty. */
export function checkAvailability({ problem, duties }: Facts): Violation[] {
  return duties.flatMap(({ worker, shift, day, presence }) => {
    if (worker.unavailable.length === 0) return [];
    const present = new Set(presence.flatMap(calendarDays));
    return worker.unavailable
      .filter((off) => present.has(off.day))
      .map((off) => {
        const { zh, en } = reasons[off.reason];
        const date = dateOf(problem, off.day);
        return violation('availability', worker.id, [day], {
          zh: `${worker.id} 在 ${date} 不能上班（${zh}），班次“${shift.id}”与之冲突；请改排其他人。`,
          en: `${worker.id} is not available on ${date} (${en}) and can't work “${shift.id}”. Plan somebody else.`,
        });
      });
  });
}

const reasons: Readonly<Record<UnavailableReason, { readonly zh: string; readonly en: string }>> = {
  leave: { zh: '请假', en: 'on leave' },
  notEmployed: { zh: '不在职', en: 'not employed' },
  notApproved: { zh: '未经甲方确认', en: 'not yet approved by the client' },
  notTrained: { zh: '岗前培训未合格', en: 'training not yet passed' },
  fixedDayOff: { zh: '固定休息日', en: 'a fixed day off' },
};
