import type { Violation } from '../plan.js';
import { dateOf, roleOn, violation, type Facts } from './facts.js';

/** Only approved and trained people at a post, and only shifts that the post has on that day. Unknown names fail here. */
export function checkEligibility({ problem, duties, unknown }: Facts): Violation[] {
  const strangers = unknown.map(({ worker, day, shift, group }) =>
    violation('eligibility', worker, [day], {
      zh: `排班 ${worker}、${dateOf(problem, day)}、${shift}、${group} 中的人员、日期、班次或岗位组不在本次排班问题中；请删去或更正。`,
      en: `The assignment ${worker}, ${dateOf(problem, day)}, ${shift}, ${group} names a worker, day, shift or group that this problem does not have. Remove or correct it.`,
    }),
  );
  const unfit = duties.flatMap(({ worker, day, shift, group, offer }) => {
    const role = roleOn(worker, group.id, day);
    if (role !== undefined && offer !== undefined) return [];
    const date = dateOf(problem, day);
    const found: Violation[] = [];
    if (role === undefined) {
      found.push(
        violation('eligibility', worker.id, [day], {
          zh: `${worker.id} 在 ${date} 尚不能在 ${group.id} 上岗（须经甲方确认、培训合格并具备该岗位资格）；请先办理或改排。`,
          en: `${worker.id} may not serve ${group.id} on ${date} (the client's approval, training and qualification come first). Complete these or plan somebody else.`,
        }),
      );
    }
    if (offer === undefined) {
      found.push(
        violation('eligibility', worker.id, [day], {
          zh: `${group.id} 在 ${date} 没有班次“${shift.id}”，${worker.id} 的排班无效；请改用当天的班次。`,
          en: `${group.id} has no shift “${shift.id}” on ${date}, so ${worker.id} can't work it. Use a shift of that day.`,
        }),
      );
    }
    return found;
  });
  return [...strangers, ...unfit];
}
