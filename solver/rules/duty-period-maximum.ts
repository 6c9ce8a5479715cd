import type { HardRule } from './roster-model.js';

/** Normal working time of a day (State Council rule on working time, article 3). */
export const normalDayMinutes = 480;

/** Labour Law 36 and 41: eight hours plus at most three; no overtime at all under an overtime ban. */
export const dutyPeriodMaximum: HardRule = {
  name: 'dutyPeriodMaximum',
  forbids({ worker, day, shift }) {
    const isBanned = worker.limits.overtimeBans?.some((ban) => ban.fromDay <= day && day <= ban.toDay) ?? false;
    const max = isBanned ? Math.min(normalDayMinutes, worker.limits.dutyMinutesMax) : worker.limits.dutyMinutesMax;
    return shift.countedMinutes > max;
  },
};
