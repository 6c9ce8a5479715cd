import { readFixtures } from '../../src/adapters/system/fixtures.js';
import { serviceCalendar } from '../../src/domain/calendar/calendar.js';
import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { Roster } from '../../src/domain/rostering/roster.js';
import { present } from '../../src/shared/assert.js';
import {
  addDays,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  monthOf,
  type CivilDate,
  type CivilMonth,
} from '../../src/shared/civil-date.js';
import { groupBy } from '../../src/shared/grouping.js';
import type { Result } from '../../src/shared/result.js';
import { done } from '../../src/shared/result.js';
import type { AttendanceLine } from '../sample/attendance-line.js';
import { attendanceOfMonth } from '../sample/attendance-month.js';
import { seededRandom } from '../sample/seeded-random.js';
import type { Bench } from './engines.js';

/** The Shijingshan hall with its team, as the fixtures have it, for a term of one's own. */
export interface SampleService {
  readonly contract: ServiceContract;
  readonly months: readonly CivilMonth[];
  attendance(month: CivilMonth): readonly AttendanceLine[];
}

const fixtures = readFixtures();
const shijingshan = present(
  fixtures.contracts.find(({ key }) => key === 'shijingshan'),
  'contract',
);
const team = present(
  fixtures.teams.find(({ contract }) => contract === shijingshan.key),
  'team',
);
const calendar = serviceCalendar({ notices: fixtures.notices, overrides: [] });

export function sampleService(contract: ServiceContract = shijingshan): SampleService {
  return {
    contract,
    months: monthsOf(contract.term),
    attendance: (month) => attendanceOfMonth(month, { contract, team, calendar, random: seededRandom(606) }),
  };
}

/** Contract, team and calendar in the database, as a day's work finds them. */
export async function store({ unitOfWork }: Bench, { contract }: SampleService): Promise<void> {
  valueOf(
    await unitOfWork.write(async ({ contracts, workforce, calendars }) => {
      await contracts.save(contract);
      await workforce.saveWorkers(contract.key, team.workers);
      await workforce.saveLeave(contract.key, team.leave);
      for (const notice of fixtures.notices) await calendars.saveNotice(notice);
      return done(null);
    }),
  );
}

/** Publishes the weeks in which the attendance lies, everybody rostered where they came or should have come. */
export async function publishWeeks(
  { unitOfWork, randomness }: Bench,
  { contract }: SampleService,
  lines: readonly AttendanceLine[],
): Promise<void> {
  const weeks = groupBy(lines, (line) => mondayOf(line.日期));
  valueOf(
    await unitOfWork.write(async ({ rosters }) => {
      let version = await rosters.latestVersion(contract.key);
      for (const [monday, week] of weeks) {
        version += 1;
        const roster = rosterOf(week, { id: randomness.id(), contract: contract.key, monday, version });
        const saved = await rosters.save(roster, null);
        if (!saved.ok) return saved;
      }
      return done(null);
    }),
  );
}

function rosterOf(
  lines: readonly AttendanceLine[],
  { id, contract, monday, version }: { id: string; contract: string; monday: CivilDate; version: number },
): Roster {
  const publishedAt = `${monday}T00:00:00.000Z`;
  return {
    ...{ id, contract, version, from: monday, to: addDays(monday, 6), status: 'published', revision: 1 },
    assignments: lines
      .filter((line) => line.工号 !== '' && line.顶岗对象 === '')
      .map(({ 日期: date, 工号: worker, 岗位组: postGroup, 岗位: post }) => ({
        ...{ worker, date, shift: 'full', postGroup, post, isPinned: false },
        start: `${date}T08:30+08:00`,
        end: `${date}T17:30+08:00`,
      })),
    ...{ isProvisional: false, pinnedDaysOff: [], vacancies: [], requiredPostDays: '0', filledPostDays: '0' },
    certificate: {
      ...{ status: 'optimal', objective: 0, bound: 0, gap: 0, seconds: 0, costByRule: {}, missingMinutes: 0 },
      ...{ missingMinutesBound: 0, engine: 'none', seed: 1, problemHash: '', columns: 0, rows: 0 },
      check: { hardViolations: [], objective: 0 },
    },
    createdAt: publishedAt,
    publishedAt,
  };
}

function monthsOf({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }): CivilMonth[] {
  const months: CivilMonth[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month);
  return months;
}

export function nextMonth(month: CivilMonth): CivilMonth {
  return monthOf(addDays(lastOfMonth(month), 1));
}

export function firstDayAfter(month: CivilMonth): CivilDate {
  return firstOfMonth(nextMonth(month));
}

/** A benchmark has no use for a refusal. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.en}`);
  return result.value;
}
