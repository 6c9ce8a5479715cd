import { dutiesOf, isIn, type Facts } from './facts.js';

/** Hours above an account's normal time, carried hours included (Labour Law 44). */
export function costOvertime(facts: Facts): number {
  let cost = 0;
  for (const worker of facts.problem.workers) {
    for (const account of worker.limits.hours) {
      if (account.normalMinutes === null) continue;
      const duties = dutiesOf(facts, worker).filter(({ day }) => isIn(day, [account]));
      const minutes = duties.reduce((sum, { shift }) => sum + shift.countedMinutes, account.carriedMinutes);
      cost += (Math.max(0, minutes - account.normalMinutes) / 60) * account.overtimePricePerHour;
    }
  }
  return cost;
}
