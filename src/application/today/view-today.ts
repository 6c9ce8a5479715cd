import { mayBeThere } from '../../domain/attendance/presence-mark.js';
import { presenceAsMarked, presenceByDuty, type DayRecord } from '../../domain/attendance/day-record.js';
import type { PresenceMark } from '../../domain/attendance/presence-mark.js';
import type { CalendarDay, ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import { coverageOn, postGroupsOn, postNames, type CoverageRequirement } from '../../domain/contract/coverage.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { vacanciesOnDates } from '../../domain/ledger/vacancy/vacancy-engine.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import { assignmentsInForce, rosterInForce } from '../../domain/rostering/in-force.js';
import type { Assignment, Roster } from '../../domain/rostering/roster.js';
import type { Leave } from '../../domain/workforce/worker.js';
import { addDays, eachDate, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { vacancySources } from '../preview-vacancies/month-facts.js';
import { contractCalendar } from '../readings/contract-calendar.js';
import { contractInTerm } from '../readings/contract-in-term.js';
import { dayService, type DayService } from './day-service.js';
import { dayDuties, holds, minuteOf, type DayDuty } from './day-duties.js';

/** A day as it goes: what is required, who is due, who is here. */
export interface TodayView {
  readonly contract: ServiceContract;
  readonly date: CivilDate;
  /** UTC instant, and the same in minutes from 00:00 of `date`. */
  readonly now: string;
  readonly minute: number;
  readonly day: CalendarDay;
  readonly service: DayService;
  readonly version: number | null;
  readonly groups: readonly GroupNow[];
  /** Those that start on the day, and last night's that reach into it. */
  readonly duties: readonly DayDuty[];
  readonly next: readonly NextDuties[];
  /** Approved leave of the day. */
  readonly away: readonly Leave[];
  /** The next day with service and the minute at which it opens; null on an open day. */
  readonly nextService: { readonly date: CivilDate; readonly minute: number } | null;
  readonly record: DayRecord | null;
  /** What the day comes to in vacancies if whoever is absent stays away and everybody else comes; null where it can't be counted. */
  readonly lines: readonly VacancyLine[] | null;
}

/** A post group at the present minute. */
export interface GroupNow {
  readonly postGroup: string;
  /** Zero outside the contract's windows. */
  readonly required: number;
  readonly clause: string | null;
  readonly scheduled: number;
  readonly present: number;
  /** Due, and neither marked present nor absent. */
  readonly unmarked: number;
  /** Required people of whom it is known that they are not there. */
  readonly vacant: number;
  /** Posts that are empty, where they can be told. */
  readonly vacantPosts: readonly string[];
}

/** The next people of a group to come. */
export interface NextDuties {
  readonly postGroup: string;
  readonly date: CivilDate;
  /** From 00:00 of `date`. */
  readonly minute: number;
  readonly duties: readonly DayDuty[];
}

/** How far ahead an open day is looked for. */
const searchedDays = 21;

/**
 * The day of the clock, or an earlier one as it ended. `withLines` works out what its vacancies come to.
 * Refuses `not-found`, and `invalid-input` for a day ahead.
 */
export async function viewToday(
  context: Context,
  query: { readonly contract: string; readonly date?: CivilDate | undefined; readonly withLines: boolean },
): Promise<Result<TodayView>> {
  const today = context.clock.today();
  const { date = today } = query;
  if (date > today) return refuse('invalid-input', ahead);
  const now = context.clock.now();
  return context.unitOfWork.read(async (repositories) => {
    const facts = await readFacts(repositories, query.contract, date);
    if (facts === undefined) {
      const zh = `没有合同 ${query.contract}。`;
      return refuse('not-found', { zh, en: `There is no contract ${query.contract}.` });
    }
    const lines = query.withLines ? await linesOf(repositories, facts, date) : null;
    return done(viewOf(facts, { date, now, lines }));
  });
}

interface Facts {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  readonly published: readonly Roster[];
  readonly marks: readonly PresenceMark[];
  readonly leave: readonly Leave[];
  readonly record: DayRecord | null;
}

async function readFacts(
  { contracts, rosters, attendance, workforce, ...others }: Repositories,
  key: string,
  date: CivilDate,
): Promise<Facts | undefined> {
  const contract = await contracts.find(key);
  if (contract === undefined) return undefined;
  const around = { from: addDays(date, -1), to: addDays(date, 1) };
  return {
    contract,
    calendar: await contractCalendar(others, key),
    published: await rosters.published(key, around),
    marks: await attendance.marks(key, around),
    leave: (await workforce.leave(key, { from: date, to: date })).filter(({ status }) => status === 'approved'),
    record: (await attendance.dayRecords(key, { from: date, to: date }))[0] ?? null,
  };
}

function viewOf(
  facts: Facts,
  { date, now, lines }: { readonly date: CivilDate; readonly now: string; readonly lines: VacancyLine[] | null },
): TodayView {
  const { contract, calendar, published, leave, record } = facts;
  const minute = minuteOf(date, now);
  const dutiesOf = (assignments: readonly Assignment[]): DayDuty[] =>
    dayDuties(contract, assignments, { marks: facts.marks, now });
  const around = assignmentsInForce(published, { from: addDays(date, -1), to: addDays(date, 1) });
  const duties = dutiesOf(around.filter((duty) => duty.date === date || reachesInto(duty, date)));
  const cells = coverageOn({ contract, calendar, date });
  const roster = rosterInForce(published, date);
  const service = dayService({
    isRequired: cells.length > 0,
    isPlanned: roster !== undefined,
    isDue: duties.length > 0,
  });
  return {
    contract,
    date,
    now,
    minute,
    day: calendar.day(date),
    service,
    version: roster?.version ?? null,
    groups: groupsNow(facts, { date, cells: cells.filter((cell) => holds(cell, minute)), duties }),
    duties,
    next: nextOf(dutiesOf(around), { date, minute }),
    away: leave,
    nextService: service === 'closed' ? nextService(facts, date) : null,
    record,
    lines,
  };
}

/** Last night's duty that ends on the day. */
function reachesInto({ date, end }: Assignment, day: CivilDate): boolean {
  return date < day && end.slice(0, 10) >= day;
}

function groupsNow(
  { contract }: Facts,
  {
    date,
    cells,
    duties,
  }: {
    readonly date: CivilDate;
    readonly cells: readonly CoverageRequirement[];
    readonly duties: readonly DayDuty[];
  },
): GroupNow[] {
  return postGroupsOn(contract, date).map((group) => {
    const cell = cells.find(({ postGroup }) => postGroup === group.key);
    const due = duties.filter(({ duty, isNow }) => isNow && duty.postGroup === group.key);
    const there = due.filter(({ state }) => mayBeThere(state));
    const present = there.filter(({ state }) => state === 'present' || state === 'late').length;
    const required = cell?.required ?? 0;
    const vacant = Math.max(0, required - there.length);
    const held = new Set(there.map(({ duty }) => duty.post));
    const empty = postNames(group).filter((post) => !held.has(post));
    const left = due.filter(({ state }) => !mayBeThere(state)).flatMap(({ duty }) => duty.post ?? []);
    return {
      postGroup: group.key,
      required,
      clause: cell?.clause ?? null,
      scheduled: due.length,
      present,
      unmarked: there.length - present,
      vacant,
      // With a smaller crew any of the free posts may stay free: only those that somebody left are known to be missed.
      vacantPosts: empty.length === vacant ? empty : left.slice(0, vacant),
    };
  });
}

/** The earliest duties of each group after the present, to the end of the next day; the absent are not awaited. */
function nextOf(
  duties: readonly DayDuty[],
  { date, minute }: { readonly date: CivilDate; readonly minute: number },
): NextDuties[] {
  const ahead = duties
    .filter(({ state }) => mayBeThere(state))
    .map((one) => ({ one, at: minuteBetween(date, one) }))
    .filter(({ at }) => at > minute);
  const groups = [...new Set(ahead.map(({ one }) => one.duty.postGroup))];
  return groups
    .map((postGroup) => {
      const own = ahead.filter(({ one }) => one.duty.postGroup === postGroup);
      const first = Math.min(...own.map(({ at }) => at));
      return { postGroup, first, duties: own.filter(({ at }) => at === first).map(({ one }) => one) };
    })
    .sort((a, b) => a.first - b.first)
    .flatMap(({ postGroup, duties: next }) => {
      const [one] = next;
      return one === undefined ? [] : [{ postGroup, date: one.duty.date, minute: one.start, duties: next }];
    });
}

/** The start of a duty in minutes from 00:00 of another day. */
function minuteBetween(date: CivilDate, { duty, start }: DayDuty): number {
  return start + (eachDate({ from: date, to: duty.date }).length - 1) * 1440;
}

function nextService({ contract, calendar }: Facts, date: CivilDate): TodayView['nextService'] {
  for (const day of eachDate({ from: addDays(date, 1), to: addDays(date, searchedDays) })) {
    const starts = coverageOn({ contract, calendar, date: day }).map(({ start }) => start);
    if (starts.length > 0) return { date: day, minute: Math.min(...starts) };
  }
  return null;
}

async function linesOf(repositories: Repositories, facts: Facts, date: CivilDate): Promise<VacancyLine[] | null> {
  const found = await contractInTerm(repositories, facts.contract.key);
  if (!found.ok || rosterInForce(facts.published, date) === undefined) return null;
  const range = { from: addDays(date, -1), to: addDays(date, 1) };
  const sources = await vacancySources(repositories, { ...found.value, range });
  const presence = presenceAsMarked(facts.contract, sources.assignments, presenceByDuty(facts.marks));
  return vacanciesOnDates([date], { ...sources, presence });
}

const ahead = {
  zh: '这一天还没有到。请选择今天或以前的日期。',
  en: 'This day is still to come: choose today or an earlier day.',
};
