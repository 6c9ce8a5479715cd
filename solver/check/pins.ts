import type { Violation } from '../plan.js';
import { dateOf, violation, type Facts } from './facts.js';

/** What the manager has fixed stands: this duty and no other, or a day that stays free. */
export function checkPins({ problem, byWorker }: Facts): Violation[] {
  return problem.pins.flatMap((pin) => {
    const own = (byWorker.get(pin.worker) ?? []).filter(({ day }) => day === pin.day);
    const wanted = pin.assignment;
    const date = dateOf(problem, pin.day);
    if (wanted === null) {
      if (own.length === 0) return [];
      return [
        violation('pins', pin.worker, [pin.day], {
          zh: `${pin.worker} 在 ${date} 已锁定为休息，却排了班；请删去该班次或解除锁定。`,
          en: `${pin.worker} is pinned off on ${date} but has a duty. Remove it or lift the pin.`,
        }),
      ];
    }
    const stands = own.some(({ shift, group }) => shift.id === wanted.shift && group.id === wanted.group);
    if (stands && own.length === 1) return [];
    return [
      violation('pins', pin.worker, [pin.day], {
        zh: `${pin.worker} 在 ${date} 已锁定班次“${wanted.shift}”（${wanted.group}），排班与之不符；请恢复或解除锁定。`,
        en: `${pin.worker} is pinned to “${wanted.shift}” in ${wanted.group} on ${date}, and the plan differs. Restore it or lift the pin.`,
      }),
    ];
  });
}
