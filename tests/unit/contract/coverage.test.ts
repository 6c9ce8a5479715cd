import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { present } from '../../../src/shared/assert.js';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import {
  coverageOn,
  crewOf,
  dayUnit,
  postGroupsOn,
  postNames,
  shiftMinutes,
  shiftsOn,
} from '../../../src/domain/contract/coverage.js';
import type { ServiceContract } from '../../../src/domain/contract/service-contract.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { clockText } from '../../../src/shared/interval.js';

const fixtures = readFixtures();
const calendar = serviceCalendar({ notices: fixtures.notices, overrides: [] });
const contract = (key: string): ServiceContract =>
  present(
    fixtures.contracts.find((item) => item.key === key),
    key,
  );
const shijingshan = contract('shijingshan');
const sujiatuo = contract('sujiatuo');

/** `08:30-09:00 ×26 early` … of one group. */
function table(of: ServiceContract, date: string, postGroup: string): string[] {
  return coverageOn({ contract: of, calendar, date: civilDate(date) })
    .filter((requirement) => requirement.postGroup === postGroup)
    .map(
      ({ start, end, required, kind }) =>
        `${clockText(start)}-${end === 1440 ? '24:00' : clockText(end)} ×${required} ${kind}`,
    );
}

describe('coverage of a hall', () => {
  it('is cut where a shift starts, ends or pauses', () => {
    expect(table(shijingshan, '2026-05-11', 'centre/integrated-window')).toEqual([
      '08:30-09:00 ×26 early',
      '09:00-11:30 ×52 core',
      '11:30-12:30 ×26 midday',
      '12:30-13:30 ×26 midday',
      '13:30-17:00 ×52 core',
      '17:00-17:30 ×26 late',
    ]);
  });

  it('rounds half of an odd crew up early and late, down at midday', () => {
    expect(table(shijingshan, '2026-05-11', 'bajiao/integrated-window')).toEqual([
      '08:30-09:00 ×3 early',
      '09:00-11:30 ×5 core',
      '11:30-12:30 ×2 midday',
      '12:30-13:30 ×2 midday',
      '13:30-17:00 ×5 core',
      '17:00-17:30 ×3 late',
    ]);
  });

  it('needs 140 people in the core and a crew of 28 on an ordinary Saturday', () => {
    const required = (date: string, kind: string, start: number) =>
      coverageOn({ contract: shijingshan, calendar, date: civilDate(date) })
        .filter((requirement) => requirement.kind === kind && requirement.start === start)
        .reduce((sum, requirement) => sum + requirement.required, 0);
    expect(required('2026-05-11', 'core', 540)).toBe(140);
    expect(required('2026-05-16', 'saturday', 510)).toBe(28);
  });

  it.each([
    ['2026-05-09', 'an adjusted working Saturday is a full day', 140],
    ['2026-09-20', 'an adjusted working Sunday is a full day', 140],
    ['2026-05-02', 'a Saturday inside a holiday block is closed', 0],
    ['2026-05-17', 'a Sunday is closed', 0],
    ['2027-02-09', 'a provisional substitute day is closed', 0],
  ])('%s: %s', (date, _, posts) => {
    const core = coverageOn({ contract: shijingshan, calendar, date: civilDate(date) }).filter(
      ({ start }) => start === 540,
    );
    expect(core.reduce((sum, requirement) => sum + requirement.required, 0)).toBe(posts);
  });

  it('moves Changping’s Saturday window with the city’s hours at New Year 2026', () => {
    expect(table(contract('changping'), '2025-12-20', 'centre/intake')).toEqual(['09:00-13:00 ×7 saturday']);
    expect(table(contract('changping'), '2026-01-10', 'centre/intake')).toEqual(['08:30-12:30 ×7 saturday']);
  });

  it('opens Horqin on Sundays, too, from July 2023', () => {
    expect(table(contract('horqin'), '2023-06-11', 'hall/intake')).toEqual([]);
    expect(table(contract('horqin'), '2023-07-09', 'hall/intake')).toEqual(['09:00-12:00 ×1 saturday']);
  });

  it('follows a site that closes against the notice', () => {
    const closing = {
      site: 'lugu',
      date: civilDate('2026-05-11'),
      kind: 'holidayBlock' as const,
      document: 'Letter 7',
    };
    const closed = serviceCalendar({ notices: fixtures.notices, overrides: [closing] });
    const groups = new Set(
      coverageOn({ contract: shijingshan, calendar: closed, date: closing.date }).map(({ postGroup }) => postGroup),
    );
    expect(groups.has('lugu/integrated-window')).toBe(false);
    expect(groups.size).toBe(15);
    expect(
      shiftsOn({ contract: shijingshan, calendar: closed, date: closing.date, postGroup: 'lugu/integrated-window' }),
    ).toEqual([]);
  });
});

describe('coverage of a round-the-clock seat', () => {
  it.each(['2026-05-11', '2026-05-17', '2026-10-01', '2027-02-07'])(
    'is one person through all of %s, cut at the handovers',
    (date) => {
      expect(table(sujiatuo, date, 'desk/hotline')).toEqual([
        '00:00-08:30 ×1 seat',
        '08:30-09:00 ×1 seat',
        '09:00-17:30 ×1 seat',
        '17:30-18:00 ×1 seat',
        '18:00-24:00 ×1 seat',
      ]);
    },
  );

  it('asks for the daily report at weekends and prices it below the seat', () => {
    expect(table(sujiatuo, '2026-05-17', 'desk/data')).toEqual(['08:30-12:30 ×1 core']);
    const factors = coverageOn({ contract: sujiatuo, calendar, date: civilDate('2026-05-11') }).map(
      ({ priceFactor }) => priceFactor,
    );
    expect(Math.max(...factors)).toBe(1);
    expect(Math.min(...factors)).toBeLessThan(0.1);
  });
});

describe('posts and shifts', () => {
  it('names posts by their prefix', () => {
    expect(postNames({ postPrefix: '综窗', headcount: 3 })).toEqual(['综窗1', '综窗2', '综窗3']);
  });

  it('uses a group only between its dates', () => {
    const [group] = shijingshan.postGroups;
    const changed = {
      ...shijingshan,
      postGroups: [{ ...present(group, 'group'), from: civilDate('2026-06-01'), to: civilDate('2026-06-30') }],
    };
    expect(
      ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map(
        (date) => postGroupsOn(changed, civilDate(date)).length,
      ),
    ).toEqual([0, 1, 1, 0]);
  });

  it('offers full days on working days and the Saturday shift on Saturdays', () => {
    const offered = (date: string) =>
      shiftsOn({ contract: shijingshan, calendar, date: civilDate(date), postGroup: 'centre/relay' }).map(
        ({ key }) => key,
      );
    expect(offered('2026-05-11')).toEqual(['e1', 'e2', 'l1', 'l2', 'f1', 'f2', 'am', 'pm']);
    expect(offered('2026-05-16')).toEqual(['s']);
    expect(offered('2026-05-09')).toHaveLength(8);
    expect(offered('2026-05-17')).toEqual([]);
  });

  it.each([
    ['shijingshan', 'f1', 510, 1050, 480],
    ['shijingshan', 'e2', 510, 1020, 450],
    ['sujiatuo', 'd', 510, 1080, 570],
    ['sujiatuo', 'n', 1050, 1980, 930],
  ])('%s shift %s lasts from %i to %i and counts %i minutes', (key, shift, start, end, countedMinutes) => {
    const template = present(
      contract(key).shifts.find((item) => item.key === shift),
      shift,
    );
    expect(shiftMinutes(template)).toMatchObject({ start, end, countedMinutes });
  });

  it('rounds a share as told and never asks for more than the group has', () => {
    const share = { kind: 'share' as const, numerator: 1, denominator: 2, minimum: 1 };
    expect([5, 4, 1].map((headcount) => crewOf({ ...share, rounding: 'up' }, headcount))).toEqual([3, 2, 1]);
    expect([5, 4, 1].map((headcount) => crewOf({ ...share, rounding: 'down' }, headcount))).toEqual([2, 2, 1]);
    expect(crewOf({ ...share, rounding: 'up', minimum: 9 }, 4)).toBe(4);
  });
});

describe('what a post-day is worth', () => {
  it.each([
    ['shijingshan', 'centre/integrated-window', '2026-05-11', '1'],
    ['shijingshan', 'centre/integrated-window', '2026-05-16', '1/2'],
    ['shijingshan', 'centre/integrated-window', '2026-05-09', '1'],
    ['shijingshan', 'centre/integrated-window', '2026-05-17', '0'],
    ['shijingshan', 'centre/cafe', '2026-05-11', '0'],
    ['sujiatuo', 'desk/hotline', '2026-05-17', '1'],
    ['sujiatuo', 'desk/lead', '2026-05-16', '0'],
    ['horqin', 'hall/intake', '2023-07-09', '1/2'],
  ])('%s %s on %s is %s', (key, postGroup, date, unit) => {
    expect(dayUnit({ contract: contract(key), calendar, date: civilDate(date), postGroup }).toFraction()).toBe(unit);
  });
});
