import { effectiveTerm } from '../../domain/contract/findings.js';
import { dutyKindsOf } from '../../planning/duty-kinds.js';
import { hoursAgainstLimits, type HoursAgainstLimit } from '../../planning/hours-statistics.js';
import type { PlanningFacts } from '../../planning/planning-facts.js';
import { eachDate, firstOfMonth, lastOfMonth, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import { sumHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { readPlanningFacts } from '../plan-roster/planning-facts.js';
import { readMonthVacancies } from '../preview-vacancies/month-vacancies.js';
import { coverageCells } from '../view-coverage/view-coverage.js';

/** A month of the published roster and its attendance in figures. */
export interface StatisticsView {
  readonly days: readonly DayStatistics[];
  readonly hours: readonly HoursAgainstLimit[];
  readonly burdens: readonly BurdenStatistics[];
}

export interface DayStatistics {
  readonly date: CivilDate;
  readonly requiredMinutes: number;
  /** Of the required ones; null on a day without a published roster. */
  readonly filledMinutes: number | null;
  /** Headcount-days vacant by attendance and the register in force; null while the day's attendance isn't known. */
  readonly vacantUnits: HeadcountDays | null;
}

/** How often a person had what nobody likes. */
export interface BurdenStatistics {
  readonly worker: string;
  readonly postGroup: string;
  readonly nights: number;
  /** Saturdays of a hall's crew, rest days of a desk that never closes. */
  readonly weekends: number;
  readonly holidays: number;
}

/** Refuses `not-found`, `term-unconfirmed` and `outside-term`. */
export async function viewStatistics(
  context: Context,
  { contract, month }: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<StatisticsView>> {
  return context.unitOfWork.read(async (repositories) => {
    const range = await monthInTerm(repositories, contract, month);
    if (!range.ok) return range;
    const facts = await readPlanningFacts(repositories, { contract, ...range.value }, context.clock.today());
    if (!facts.ok) return facts;
    const hours = hoursAgainstLimits(facts.value);
    if (!hours.ok) return hours;
    const vacancies = await readMonthVacancies(repositories, { contract, month, actor: context.actor });
    if (!vacancies.ok) return vacancies;
    const { lines, daysWithoutAttendance } = vacancies.value.vacancies;
    const linesByDate = groupBy(lines, ({ date }) => date);
    const vacantOn = (date: CivilDate): HeadcountDays | null =>
      daysWithoutAttendance.includes(date)
        ? null
        : sumHeadcountDays((linesByDate.get(date) ?? []).map(({ units }) => units));
    return done({
      days: coverageByDay(facts.value).map((day) => ({ ...day, vacantUnits: vacantOn(day.date) })),
      hours: hours.value,
      burdens: burdensOf(facts.value),
    });
  });
}

/** The days of a month that lie in the term. */
async function monthInTerm(
  { contracts }: Repositories,
  key: string,
  month: CivilMonth,
): Promise<Result<{ readonly from: CivilDate; readonly to: CivilDate }>> {
  const contract = await contracts.find(key);
  if (contract === undefined)
    return refuse('not-found', { zh: `没有合同 ${key}。`, en: `There is no contract ${key}.` });
  const term = effectiveTerm(contract, await contracts.confirmations(key));
  if (!term.ok) return term;
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)];
  const from = first < term.value.from ? term.value.from : first;
  const to = last > term.value.to ? term.value.to : last;
  if (from <= to) return done({ from, to });
  return refuse('outside-term', {
    zh: `${month} 不在合同期 ${term.value.from} 至 ${term.value.to} 内。请选择合同期内的月份。`,
    en: `${month} lies outside the term ${term.value.from} to ${term.value.to}: choose a month within it.`,
  });
}

function coverageByDay(facts: PlanningFacts): Omit<DayStatistics, 'vacantUnits'>[] {
  const duties = groupBy(facts.known.assignments, ({ date }) => date);
  const dates = eachDate(facts);
  const dutiesOn = (date: CivilDate) => (facts.known.days.has(date) ? (duties.get(date) ?? []) : undefined);
  const cells = groupBy(coverageCells({ ...facts, dates, dutiesOn }), ({ date }) => date);
  return dates.map((date) => {
    const ofDay = cells.get(date) ?? [];
    const minutes = (people: (cell: (typeof ofDay)[number]) => number) =>
      ofDay.reduce((sum, cell) => sum + people(cell) * (cell.end - cell.start), 0);
    return {
      date,
      requiredMinutes: minutes(({ required }) => required),
      filledMinutes: facts.known.days.has(date)
        ? minutes(({ required, filled }) => Math.min(required, filled ?? 0))
        : null,
    };
  });
}

function burdensOf(facts: PlanningFacts): BurdenStatistics[] {
  const kindsOf = dutyKindsOf(facts);
  const own = groupBy(
    facts.known.assignments.filter(({ date }) => facts.from <= date && date <= facts.to),
    ({ worker }) => worker,
  );
  return facts.workers.map(({ code, site, function: work }) => {
    const kinds = (own.get(code) ?? []).map(kindsOf);
    const count = (...wanted: ReturnType<typeof kindsOf>) =>
      kinds.filter((held) => wanted.some((kind) => held.includes(kind))).length;
    return {
      worker: code,
      postGroup: `${site}/${work}`,
      nights: count('night'),
      weekends: count('saturday', 'weekend'),
      holidays: count('holiday'),
    };
  });
}
