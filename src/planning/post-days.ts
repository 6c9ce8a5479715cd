import type { PlanVacancy } from '../../solver/index.js';
import { coverageOn, dayUnit } from '../domain/contract/coverage.js';
import { eachDate } from '../shared/civil-date.js';
import { headcountDays, sumHeadcountDays, type HeadcountDays } from '../shared/headcount-days.js';
import type { Horizon } from './horizon.js';
import type { PlanningFacts } from './planning-facts.js';

/** Windows whose attendance makes a post-day; early, late and midday relief are part of the same day (V10). */
const countedKinds: ReadonlySet<string> = new Set(['core', 'saturday', 'seat']);

/**
 * Post-days (岗位日) that the contract requires on the planned days, and those that the plan fills; exact.
 *
 * A group's day is worth `dayUnit` for each post: 1 on a service day, 1/2 on an ordinary Saturday. It is spread evenly
 * over the minutes of that day's core, Saturday or seat windows: required = unit × Σ (people required × minutes) ÷
 * window minutes, and each person missing through an interval takes unit × interval minutes ÷ window minutes away.
 */
export function postDays(
  facts: Pick<PlanningFacts, 'contract' | 'calendar'>,
  horizon: Pick<Horizon, 'from' | 'to' | 'index'>,
  vacancies: readonly PlanVacancy[],
): { readonly required: HeadcountDays; readonly filled: HeadcountDays } {
  const { contract, calendar } = facts;
  const missing = new Map(
    vacancies.map(({ group, day, start, missing: count }) => [`${group} ${day} ${start}`, count]),
  );
  const required: HeadcountDays[] = [];
  const unfilled: HeadcountDays[] = [];
  for (const date of eachDate(horizon)) {
    const windows = coverageOn({ contract, calendar, date }).filter(({ kind }) => countedKinds.has(kind));
    for (const postGroup of new Set(windows.map((window) => window.postGroup))) {
      const parts = windows.filter((window) => window.postGroup === postGroup);
      const minutes = parts.reduce((sum, { start, end }) => sum + end - start, 0);
      const unit = dayUnit({ contract, calendar, date, postGroup });
      for (const { start, end, required: people } of parts) {
        const share = unit.mul(headcountDays(end - start, minutes));
        required.push(share.mul(people));
        unfilled.push(share.mul(missing.get(`${postGroup} ${horizon.index(date)} ${start}`) ?? 0));
      }
    }
  }
  const total = sumHeadcountDays(required);
  return { required: total, filled: total.sub(sumHeadcountDays(unfilled)) };
}
