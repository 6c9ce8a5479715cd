import type { HoursAccount, Limits, Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import type { DutyColumn, HardRule, RosterModel } from './roster-model.js';

/** Labour Law 41 and the averaging cycles of 劳部发〔1994〕503号: an account's ceiling holds, overtime included. */
export const hoursMaximum: HardRule = {
  name: 'hoursMaximum',
  addRows(model) {
    for (const worker of model.problem.workers) {
      for (const account of worker.limits.hours) addCeiling(model, worker, account);
    }
  },
};

/** The hard ceiling of an account; normal time while an overtime ban touches it (women's protection rules 6 and 9). */
export function ceiling(account: HoursAccount, limits: Limits): number {
  const isBanned =
    limits.overtimeBans?.some((ban) => ban.fromDay <= account.toDay && account.fromDay <= ban.toDay) ?? false;
  const normal = isBanned ? (account.normalMinutes ?? Infinity) : Infinity;
  return Math.min(account.minutesMax ?? Infinity, normal);
}

export function dutiesIn(model: RosterModel, worker: Worker, account: HoursAccount): readonly DutyColumn[] {
  return model
    .dutiesOf(worker.id)
    .filter((duty) => account.fromDay <= duty.day && duty.day <= account.toDay && duty.shift.countedMinutes > 0);
}

/** The most minutes that these duties can add up to with one duty a day. */
export function mostMinutes(duties: readonly DutyColumn[]): number {
  const longest = new Map<number, number>();
  for (const { day, shift } of duties) longest.set(day, Math.max(longest.get(day) ?? 0, shift.countedMinutes));
  return [...longest.values()].reduce((sum, minutes) => sum + minutes, 0);
}

function addCeiling(model: RosterModel, worker: Worker, account: HoursAccount): void {
  const left = Math.max(0, ceiling(account, worker.limits) - account.carriedMinutes);
  const duties = dutiesIn(model, worker, account);
  if (mostMinutes(duties) <= left) return;
  model.linear.addRow({
    name: nameOf('hoursMaximum', [worker.id, account.name]),
    rule: 'hoursMaximum',
    lower: -Infinity,
    upper: left,
    terms: duties.map((duty) => [duty.column, duty.shift.countedMinutes]),
    about: { worker: worker.id, days: [...new Set(duties.map((duty) => duty.day))] },
  });
}
