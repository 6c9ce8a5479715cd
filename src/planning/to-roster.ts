import {
  explainVacancies,
  ruleSentences,
  type CheckReport,
  type Plan,
  type PlanVacancy,
  type RosterProblem,
} from '../../solver/index.js';
import type { Assignment, Roster, RosterCertificate, RosterVacancy } from '../domain/rostering/roster.js';
import { eachDate } from '../shared/civil-date.js';
import { headcountDaysText } from '../shared/headcount-days.js';
import { clockText, minutesPerDay } from '../shared/interval.js';
import { present } from '../shared/assert.js';
import { done, type Result } from '../shared/result.js';
import type { LocalText } from '../shared/text.js';
import { horizonOf, type Horizon } from './horizon.js';
import type { PlanningFacts } from './planning-facts.js';
import { namedPosts } from './named-posts.js';
import { postDays } from './post-days.js';
import type { CheckedPlan } from './solve.js';

/** A planned roster before storage has given it an identity. */
export type PlannedRoster = Pick<
  Roster,
  | 'from'
  | 'to'
  | 'isProvisional'
  | 'assignments'
  | 'pinnedDaysOff'
  | 'vacancies'
  | 'requiredPostDays'
  | 'filledPostDays'
  | 'certificate'
>;

/** The plan in the words of the domain: dates, local times, named posts, reasons. Refuses as `buildProblem` does. */
export function toRoster(
  facts: PlanningFacts,
  problem: RosterProblem,
  { plan, check }: CheckedPlan,
): Result<PlannedRoster> {
  const found = horizonOf(facts);
  if (!found.ok) return found;
  const horizon = found.value;
  const { required, filled } = postDays(facts, horizon, check.vacancies);
  return done({
    from: facts.from,
    to: facts.to,
    isProvisional: eachDate(facts).some((date) => facts.calendar.day(date).isProvisional),
    assignments: assignmentsOf(facts, horizon, plan),
    pinnedDaysOff: facts.pins
      .filter(({ assignment }) => assignment === null)
      .map(({ worker, date }) => ({ worker, date })),
    vacancies: vacanciesOf(problem, plan),
    requiredPostDays: headcountDaysText(required),
    filledPostDays: headcountDaysText(filled),
    certificate: certificateOf(problem, { plan, check }),
  });
}

function assignmentsOf(facts: PlanningFacts, horizon: Horizon, plan: Plan): Assignment[] {
  const pinned = new Set(facts.pins.map(({ worker, date }) => `${worker} ${date}`));
  const duties = plan.assignments.map(({ worker, day, shift, group }) => ({
    worker,
    date: present(horizon.days[day], `day ${day}`),
    shift,
    postGroup: group,
  }));
  return namedPosts(
    facts,
    horizon,
    duties.filter(({ date }) => date <= facts.to),
  )
    .map((assignment) => ({ ...assignment, isPinned: pinned.has(`${assignment.worker} ${assignment.date}`) }))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ date, worker }: { readonly date: string; readonly worker: string }): string {
  return `${date} ${worker}`;
}

function vacanciesOf(problem: RosterProblem, plan: Plan): RosterVacancy[] {
  const reasons = new Map(
    explainVacancies(problem, plan).map((reason) => [intervalKey(reason), withoutLead(reason.message)]),
  );
  return mergedVacancies(problem, plan.vacancies, (vacancy) =>
    present(reasons.get(intervalKey(vacancy)), `reason of ${intervalKey(vacancy)}`),
  );
}

/** Vacant intervals as a roster tells them: those that follow one another with the same shortage and reason as one. */
export function mergedVacancies(
  problem: Pick<RosterProblem, 'days'>,
  vacancies: readonly PlanVacancy[],
  reasonOf: (vacancy: PlanVacancy) => LocalText,
): RosterVacancy[] {
  const merged: (RosterVacancy & { readonly day: number; readonly start: number; readonly end: number })[] = [];
  const inOrder = vacancies.toSorted(
    (a, b) => a.day - b.day || (a.group < b.group ? -1 : a.group > b.group ? 1 : a.start - b.start),
  );
  for (const vacancy of inOrder) {
    const { group, day, start, end, missing, price } = vacancy;
    const reason = reasonOf(vacancy);
    const last = merged.at(-1);
    const continues =
      last?.postGroup === group &&
      last.day === day &&
      last.end === start &&
      last.missing === missing &&
      last.reason.zh === reason.zh;
    const from = continues ? last.start : start;
    if (continues) merged.pop();
    merged.push({
      postGroup: group,
      date: present(problem.days[day], `day ${day}`) as RosterVacancy['date'],
      interval: `${clockText(from)}-${end === minutesPerDay ? '24:00' : clockText(end)}`,
      missing,
      reason,
      price: yuanRounded((continues ? last.price : 0) + price),
      day,
      start: from,
      end,
    });
  }
  return merged.map(({ postGroup, date, interval, missing, reason, price }) => ({
    postGroup,
    date,
    interval,
    missing,
    reason,
    price,
  }));
}

/**
 * The sentence without "where, when, how many:" at its beginning, which the vacancy says itself: what is left is the
 * same for every part of a shift that nobody takes.
 */
function withoutLead({ zh, en }: LocalText): LocalText {
  return { zh: zh.slice(zh.indexOf('：') + 1).trim(), en: capitalised(en.slice(en.indexOf(': ') + 1).trim()) };
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function intervalKey({ group, day, start }: Pick<PlanVacancy, 'group' | 'day' | 'start'>): string {
  return `${group} ${day} ${start}`;
}

function yuanRounded(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}

function certificateOf(problem: RosterProblem, { plan, check }: CheckedPlan): RosterCertificate {
  const { status, ...proof } = plan.certificate;
  return {
    ...proof,
    // A plan is there, so whatever stopped the search, what it found is feasible.
    status: status === 'infeasible' ? 'feasible' : status,
    check: verdict(problem, check),
  };
}

/** The checker's verdict with dates instead of days; days outside the problem have none. */
export function verdict({ days }: Pick<RosterProblem, 'days'>, check: CheckReport): RosterCertificate['check'] {
  return {
    hardViolations: check.hardViolations.map(({ rule, worker, days: broken, message }) => ({
      rule,
      worker,
      dates: broken.flatMap((day) => (days[day] === undefined ? [] : [days[day] as RosterVacancy['date']])),
      message,
    })),
    objective: check.objective,
  };
}

/** A hard rule in words, with its law or clause. */
export function ruleSource(rule: string): LocalText {
  return new Map<string, LocalText>(Object.entries(ruleSentences)).get(rule) ?? { zh: rule, en: rule };
}
