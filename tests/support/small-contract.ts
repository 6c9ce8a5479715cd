import { serviceContractShape, type ServiceContract } from '../../src/domain/contract/service-contract.js';
import { workerShape, type Worker } from '../../src/domain/workforce/worker.js';
import type { PlanningFacts } from '../../src/planning/planning-facts.js';
import { serviceCalendar } from '../../src/domain/calendar/calendar.js';
import type { HolidayNotice } from '../../src/domain/calendar/service-calendar.js';
import type { Assignment } from '../../src/domain/rostering/roster.js';
import { civilDate, eachDate } from '../../src/shared/civil-date.js';

const text = (word: string) => ({ zh: word, en: word });
const clause = 'a clause';

/** The least that every contract file needs around its posts, windows and shifts. */
const frame = {
  client: 'client',
  contractor: 'contractor',
  term: { from: '2026-04-02', to: '2027-04-01', clause },
  amountFen: 100_000_000,
  amountClause: clause,
  instalments: [{ key: 'all', name: text('all'), amountFen: 100_000_000, due: text('end'), conditions: [], clause }],
  covenants: [],
  deductions: [],
  reports: [],
  clocks: [],
  inconsistencies: [],
};
const planning = {
  vacancyPricePerDay: 450,
  vacancyPriority: 350,
  hourlyWage: 40,
  defaultDays: 7,
  assumed: text('for tests'),
};

/** A hall with three windows and one guide: working days 8:30–17:30, Saturday mornings with a third of the crew. */
export function smallHall(): ServiceContract {
  return serviceContractShape.parse({
    ...frame,
    key: 'small-hall',
    name: text('small hall'),
    hoursSystem: { kind: 'standard', dutyMinutesMax: 660, restMinutesMin: 0, restMinutesWished: 660, clause },
    sites: [{ key: 'hall', name: text('hall'), kind: 'hall', clause }],
    functions: ['window', 'guide'].map((key) => ({ key, name: text(key), clause })),
    postGroups: [
      { key: 'hall/window', site: 'hall', function: 'window', headcount: 3, postPrefix: '窗', clause },
      { key: 'hall/guide', site: 'hall', function: 'guide', headcount: 1, postPrefix: '导', clause },
    ],
    windows: [
      { key: 'core', kind: 'core', days: 'working', start: '09:00', end: '17:00', crew: { kind: 'full' }, clause },
      {
        key: 'early',
        kind: 'early',
        days: 'working',
        start: '08:30',
        end: '09:00',
        crew: { kind: 'fixed', count: 1 },
        clause,
      },
      {
        key: 'saturday',
        kind: 'saturday',
        days: 'saturday',
        start: '09:00',
        end: '13:00',
        crew: { kind: 'fixed', count: 1 },
        groups: ['hall/window'],
        clause,
      },
    ],
    shifts: [
      {
        key: 'early',
        code: '早',
        name: text('早班'),
        segments: [{ start: '08:30', end: '17:00' }],
        countedMinutes: 480,
        days: 'working',
        duties: ['early'],
        clause,
      },
      {
        key: 'main',
        code: '正',
        name: text('正班'),
        segments: [{ start: '09:00', end: '17:00' }],
        days: 'working',
        duties: [],
        clause,
      },
      {
        key: 'saturday',
        code: '六',
        name: text('周六班'),
        segments: [{ start: '09:00', end: '13:00' }],
        days: 'saturday',
        duties: ['saturday'],
        groups: ['hall/window'],
        clause,
      },
    ],
    planning,
  });
}

/** A desk that never closes: one seat, a day shift and a 15.5-hour night with handovers, under comprehensive hours. */
export function smallDesk(): ServiceContract {
  return serviceContractShape.parse({
    ...frame,
    key: 'small-desk',
    name: text('small desk'),
    hoursSystem: {
      kind: 'comprehensive',
      cycle: 'quarter',
      dutyMinutesMax: 930,
      restMinutesMin: 660,
      restMinutesWished: 720,
      functions: ['seat'],
      clause,
    },
    sites: [{ key: 'desk', name: text('desk'), kind: 'desk', clause }],
    functions: ['seat', 'leader'].map((key) => ({ key, name: text(key), clause })),
    postGroups: [
      { key: 'desk/seat', site: 'desk', function: 'seat', headcount: 1, postPrefix: '席', clause },
      { key: 'desk/leader', site: 'desk', function: 'leader', headcount: 1, postPrefix: '长', clause },
    ],
    windows: [
      {
        key: 'seat',
        kind: 'seat',
        days: 'every',
        start: '00:00',
        end: '24:00',
        crew: { kind: 'full' },
        groups: ['desk/seat'],
        clause,
      },
    ],
    shifts: [
      {
        key: 'day',
        code: '白',
        name: text('白班'),
        segments: [{ start: '08:30', end: '18:00' }],
        days: 'every',
        duties: [],
        groups: ['desk/seat'],
        clause,
      },
      {
        key: 'night',
        code: '夜',
        name: text('夜班'),
        segments: [{ start: '17:30', end: '09:00' }],
        days: 'every',
        duties: ['night'],
        groups: ['desk/seat'],
        clause,
      },
    ],
    // An empty seat is dear, as at the real desks: no overtime is worth it.
    planning: { ...planning, vacancyPriority: 6000 },
  });
}

/** A synthetic worker who may work at once; `changes` says what is different about them. */
export function person(code: string, home: string, changes: Partial<Worker> = {}): Worker {
  const [site, role] = home.split('/');
  return {
    ...workerShape.parse({
      code,
      name: `示例${code}`,
      site,
      function: role,
      redeployableTo: [],
      backupFor: [],
      role: 'member',
      education: 'college',
      bornOn: '1995-05-05',
      joinedOn: '2026-01-01',
      approvedOn: '2026-01-01',
      trainedOn: '2026-01-01',
      annualLeaveDays: 5,
      restrictions: [],
    }),
    ...changes,
  };
}

/** The days of 2026 that the tests need, in the form of the State Council's notice. */
export const notice2026: HolidayNotice = {
  year: 2026,
  document: 'test notice',
  days: [
    ...offDays('2026-05-01', '2026-05-05', '劳动节'),
    { date: civilDate('2026-05-09'), name: '劳动节', isOffDay: false },
    { date: civilDate('2026-09-20'), name: '国庆节', isOffDay: false },
    ...offDays('2026-09-25', '2026-09-27', '中秋节'),
    ...offDays('2026-10-01', '2026-10-07', '国庆节'),
    { date: civilDate('2026-10-10'), name: '国庆节', isOffDay: false },
  ],
};
export const calendar2026 = serviceCalendar({ notices: [notice2026], overrides: [] });

function offDays(from: string, to: string, name: string) {
  return eachDate({ from: civilDate(from), to: civilDate(to) }).map((date) => ({ date, name, isOffDay: true }));
}

/** Facts of a plan from Monday 11 to Saturday 16 May 2026 unless said otherwise. */
export function planningFacts(
  contract: ServiceContract,
  workers: readonly Worker[],
  changes: Partial<PlanningFacts> = {},
): PlanningFacts {
  return {
    contract,
    term: { from: contract.term.from, to: contract.term.to },
    calendar: calendar2026,
    workers,
    leave: [],
    known: { days: new Set(), assignments: [] },
    wishes: [],
    pins: [],
    from: civilDate('2026-05-11'),
    to: civilDate('2026-05-16'),
    today: civilDate('2026-05-06'),
    ...changes,
  };
}

/** Duties as published earlier; every day of the range counts as known. */
export function known(
  range: { readonly from: string; readonly to: string },
  assignments: readonly Assignment[],
): PlanningFacts['known'] {
  return { days: new Set(eachDate({ from: civilDate(range.from), to: civilDate(range.to) })), assignments };
}

export function duty(
  worker: string,
  date: string,
  shift: string,
  postGroup: string,
  changes: Partial<Assignment> = {},
): Assignment {
  const times: Readonly<Record<string, readonly [string, string]>> = {
    early: ['08:30', '17:00'],
    main: ['09:00', '17:00'],
    saturday: ['09:00', '13:00'],
    day: ['08:30', '18:00'],
    night: ['17:30', '09:00'],
  };
  const [start, end] = times[shift] ?? ['09:00', '17:00'];
  const lastDay = shift === 'night' ? eachDate({ from: civilDate(date), to: civilDate('2027-12-31') })[1] : date;
  return {
    worker,
    date: civilDate(date),
    shift,
    postGroup,
    post: null,
    start: `${date}T${start}+08:00`,
    end: `${lastDay ?? date}T${end}+08:00`,
    isPinned: false,
    ...changes,
  };
}
