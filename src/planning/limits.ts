import type { Limits } from '../../solver/index.js';
import type { Worker } from '../domain/workforce/worker.js';
import { hasComprehensiveHours, hoursAccountsOf, normalDayMinutes, overtimeDayMinutesMax } from './hours-accounts.js';
import type { Horizon } from './horizon.js';
import type { TeamFacts } from './absences.js';

/** One rest day in seven (Labour Law 38). */
const workedDaysPerSevenMax = 6;

/**
 * What the law and the contract's hours system allow the worker. The contract's longer duties need the approval
 * of comprehensive hours (劳部发〔1994〕503号); for functions outside the approval 8 + 3 hours are the end, so a relief
 * from such a function can take a day shift but never a 15.5-hour night.
 */
export function limitsOf(facts: TeamFacts, worker: Worker, horizon: Horizon): Limits {
  const { hoursSystem } = facts.contract;
  const standardMax = normalDayMinutes + overtimeDayMinutesMax;
  return {
    dutyMinutesMax: hasComprehensiveHours(facts.contract, worker)
      ? hoursSystem.dutyMinutesMax
      : Math.min(standardMax, hoursSystem.dutyMinutesMax),
    restMinutesMin: hoursSystem.restMinutesMin,
    restMinutesWished: hoursSystem.restMinutesWished,
    workedDaysPerSevenMax,
    nightBans: bans(worker, 'noNight', horizon),
    overtimeBans: bans(worker, 'noOvertime', horizon),
    hours: hoursAccountsOf(facts, worker, horizon),
  };
}

/** Restrictions as day ranges within the horizon; a night duty of its last day ends on the day after it. */
function bans(
  worker: Worker,
  effect: Worker['restrictions'][number]['effect'],
  horizon: Horizon,
): { fromDay: number; toDay: number }[] {
  const lastIndex = horizon.days.length;
  return worker.restrictions
    .filter((restriction) => restriction.effect === effect)
    .map(({ from, to }) => ({
      fromDay: Math.max(0, horizon.index(from)),
      toDay: Math.min(lastIndex, horizon.index(to)),
    }))
    .filter(({ fromDay, toDay }) => fromDay <= toDay);
}
