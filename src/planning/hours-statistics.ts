import type { CivilDate } from '../shared/civil-date.js';
import { done, type Result } from '../shared/result.js';
import { teamFacts } from './absences.js';
import { horizonOf } from './horizon.js';
import { countedMinutesOf, hoursAccountsOf, overtimeMonthMinutesMax } from './hours-accounts.js';
import type { PlanningFacts } from './planning-facts.js';

/** A person's published working time against what the law allows them. */
export interface HoursAgainstLimit {
  readonly worker: string;
  /** `month`: standard hours, 36 hours of overtime a month (Labour Law 41); `cycle`: comprehensive hours. */
  readonly account: 'month' | 'cycle';
  readonly plannedMinutes: number;
  readonly normalMinutes: number;
  readonly maxMinutes: number;
}

/**
 * The month's account of everybody under standard hours, and of the others the averaging cycle that the last day falls
 * in, from its first known day to that day. Refuses as `horizonOf` does.
 */
export function hoursAgainstLimits(facts: PlanningFacts): Result<HoursAgainstLimit[]> {
  const horizon = horizonOf(facts);
  if (!horizon.ok) return horizon;
  const team = teamFacts(facts);
  const counted = countedMinutesOf(facts.contract);
  const index = (date: CivilDate): number => horizon.value.index(date);
  const last = index(facts.to);
  return done(
    facts.workers.flatMap((worker) => {
      const account = hoursAccountsOf(team, worker, horizon.value).find(
        ({ name, fromDay, toDay }) => !name.startsWith('week:') && fromDay <= last && last <= toDay,
      );
      const maxMinutes = account?.minutesMax ?? null;
      if (account === undefined || maxMinutes === null) return [];
      const { fromDay, toDay, carriedMinutes, normalMinutes } = account;
      const planned = (team.duties.get(worker.code) ?? [])
        .filter(({ date }) => fromDay <= index(date) && index(date) <= toDay)
        .reduce((sum, duty) => sum + counted(duty), 0);
      return [
        {
          worker: worker.code,
          account: account.name.startsWith('month:') ? 'month' : 'cycle',
          plannedMinutes: carriedMinutes + planned,
          // A month prices no overtime, so its account names the limit alone.
          normalMinutes: normalMinutes ?? maxMinutes - overtimeMonthMinutesMax,
          maxMinutes,
        },
      ];
    }),
  );
}

/** A stretch of days within which time beyond the normal one is overtime: a week, or an averaging cycle so far. */
export interface OvertimeAccount {
  readonly worker: string;
  /** The days of the asked range that count into it. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly normalMinutes: number;
  /** Worked or planned in the same week or cycle beside the range. */
  readonly besideMinutes: number;
}

/** What the hours of a range are held against to tell overtime, whatever roster fills it. Refuses as `horizonOf` does. */
export function overtimeAccounts(facts: PlanningFacts): Result<OvertimeAccount[]> {
  const horizon = horizonOf(facts);
  if (!horizon.ok) return horizon;
  const team = teamFacts(facts);
  const counted = countedMinutesOf(facts.contract);
  const { days } = horizon.value;
  return done(
    facts.workers.flatMap((worker) =>
      hoursAccountsOf(team, worker, horizon.value).flatMap(({ normalMinutes, fromDay, toDay, carriedMinutes }) => {
        const [from, last] = [days[fromDay], days[toDay]];
        if (normalMinutes === null || from === undefined || last === undefined || from > facts.to) return [];
        const later = (team.duties.get(worker.code) ?? []).filter(({ date }) => facts.to < date && date <= last);
        const besideMinutes = later.reduce((sum, duty) => sum + counted(duty), carriedMinutes);
        const to = last > facts.to ? facts.to : last;
        return [{ worker: worker.code, from, to, normalMinutes, besideMinutes }];
      }),
    ),
  );
}
