import type { DutyKind, HoursAccount, RosterProblem, Worker } from '../problem.js';
import { seededIntegers } from '../search/random.js';

/** An averaging cycle of three months, in days. */
const cycleDays = 91;
const firstMonday = Date.UTC(2026, 3, 6);
const isWeekend = (day: number): boolean => day % 7 >= 5;
/** Workdays of a range, both ends included. */
const workdays = (fromDay: number, toDay: number): number =>
  Array.from({ length: toDay - fromDay + 1 }, (_, index) => fromDay + index).filter((day) => !isWeekend(day)).length;

/** Where somebody belongs; all but the agents may also relieve the hotline's seat. */
const homes = [
  'hotline',
  'hotline',
  'hotline',
  'hotline',
  'lead',
  'appeals',
  'appeals',
  'appeals',
  'appeals',
  'data',
  'data',
];

/**
 * A synthetic desk of eleven people: the hotline's seat around the clock in a day duty (8:30–18:00) and a night duty (17:30–9:00), a
 * lead, three places for appeals, and one for data that is also open on weekend mornings. Working time is averaged over a quarter, but the lead's
 * over a week. Everybody takes five to ten days of leave a year in two or three pieces, and holidays of two to five days come each quarter.
 */
export function serviceDesk({ days, seed = 1 }: { readonly days: number; readonly seed?: number }): RosterProblem {
  const next = seededIntegers(seed);
  const dates = Array.from({ length: days }, (_, day) =>
    new Date(firstMonday + day * 86_400_000).toISOString().slice(0, 10),
  );
  const holidays = holidaysOf(days, next);
  const isOffice = (day: number): boolean => !isWeekend(day) && !holidays.has(day);
  const burdens = (day: number): readonly DutyKind[] =>
    holidays.has(day) ? ['holiday'] : isWeekend(day) ? ['weekend'] : [];
  const workers = homes.map((home, index) =>
    workerOf({ id: `S${String(index + 1).padStart(2, '0')}`, home, days, leave: leaveOf(days, next) }),
  );
  const servedBy = (...groups: readonly string[]): readonly string[] =>
    workers.filter(({ history }) => groups.includes(history.group ?? '')).map(({ id }) => id);
  const offers = (
    id: string,
    shifts: readonly string[],
    isOpen: (day: number) => boolean,
  ): RosterProblem['groups'][number] => ({
    id,
    offers: dates.flatMap((_, day) => (isOpen(day) ? [{ day, shifts, dayDuties: burdens(day) }] : [])),
  });
  return {
    name: `service desk, ${days} days`,
    days: dates,
    shifts: [
      { id: 'D', segments: [{ start: 510, end: 1080 }], countedMinutes: 570, duties: [] },
      { id: 'N', segments: [{ start: 1050, end: 1980 }], countedMinutes: 930, duties: ['night'] },
      {
        id: 'O',
        segments: [
          { start: 510, end: 750 },
          { start: 810, end: 1050 },
        ],
        countedMinutes: 480,
        duties: [],
      },
      { id: 'M', segments: [{ start: 510, end: 750 }], countedMinutes: 240, duties: [] },
    ],
    groups: [
      offers('hotline', ['D', 'N'], () => true),
      offers('lead', ['O'], isOffice),
      offers('appeals', ['O'], isOffice),
      {
        id: 'data',
        offers: dates.map((_, day) => ({ day, shifts: [isOffice(day) ? 'O' : 'M'], dayDuties: burdens(day) })),
      },
    ],
    demand: dates.flatMap((_, day) => [
      // The night before the first day belongs to the roster before this one.
      ...(day === 0 ? [] : [{ group: 'hotline', day, start: 0, end: 510, required: 1, price: 9945 }]),
      { group: 'hotline', day, start: 510, end: 540, required: 1, price: 585 },
      { group: 'hotline', day, start: 540, end: 1050, required: 1, price: 9945 },
      { group: 'hotline', day, start: 1050, end: 1080, required: 1, price: 585 },
      { group: 'hotline', day, start: 1080, end: 1440, required: 1, price: 7020 },
      { group: 'data', day, start: 510, end: 750, required: 1, price: 374 },
      ...(isOffice(day)
        ? [
            { group: 'data', day, start: 810, end: 1050, required: 1, price: 187 },
            ...[510, 810].flatMap((start) => [
              { group: 'lead', day, start, end: start + 240, required: 1, price: 140 },
              { group: 'appeals', day, start, end: start + 240, required: 3, price: 187 },
            ]),
          ]
        : []),
    ]),
    workers,
    pins: [],
    fairness: (
      [
        ['weekend', 5],
        ['night', 8],
        ['holiday', 10],
      ] as const
    ).flatMap(([duty, weight]) => [
      { duty, workers: servedBy('hotline'), weight },
      { duty, workers: servedBy('lead', 'appeals', 'data'), weight },
    ]),
    backupPairs: ['appeals', 'data'].flatMap((group) => {
      const [holder, backup] = servedBy(group);
      return holder === undefined || backup === undefined ? [] : [{ holder, backup }];
    }),
    weights: { redeployed: 30, backup: 60, unstablePost: 0, shortRest: 40, uncoveredPair: 10 },
  };
}

/** Two to five days a quarter on which offices are closed. */
function holidaysOf(days: number, next: (below: number) => number): ReadonlySet<number> {
  const holidays = new Set<number>();
  for (let from = 0; from < days; from += cycleDays) {
    const first = from + next(cycleDays - 5);
    for (let day = first, last = first + 1 + next(4); day <= last; day += 1) holidays.add(day);
  }
  return holidays;
}

/** Pieces of leave: about one in each four months. */
function leaveOf(days: number, next: (below: number) => number): readonly number[] {
  const pieces = Math.max(1, Math.round(days / 120));
  const leave = new Set<number>();
  for (let piece = 0; piece < pieces; piece += 1) {
    const first = next(Math.max(1, days - 4));
    for (let day = first, last = first + 1 + next(3); day <= last; day += 1) leave.add(day);
  }
  return [...leave].sort((one, other) => one - other);
}

function workerOf({
  id,
  home,
  days,
  leave,
}: {
  readonly id: string;
  readonly home: string;
  readonly days: number;
  readonly leave: readonly number[];
}): Worker {
  const isAgent = home === 'hotline';
  const isLead = home === 'lead';
  const always = { fromDay: 0, toDay: days - 1 } as const;
  return {
    id,
    eligibility: [
      { group: home, ...always, role: 'home' },
      ...(isAgent ? [] : [{ group: 'hotline', ...always, role: 'backup' as const }]),
    ],
    unavailable: leave.map((day) => ({ day, reason: 'leave' })),
    limits: {
      dutyMinutesMax: isLead ? 660 : 930,
      restMinutesMin: 660,
      restMinutesWished: 660,
      workedDaysPerSevenMax: 6,
      nightBans: [],
      hours: isLead
        ? accountsOf({ days, leave, length: 7, overtimeMax: 1260 })
        : accountsOf({ days, leave, length: cycleDays, overtimeMax: 6480 }),
    },
    history: { workedDaysBefore: [], lastDutyEnd: null, duties: {}, group: home },
  };
}

/** Accounts of `length` days each: eight hours for each workday that is no leave. */
function accountsOf({
  days,
  leave,
  length,
  overtimeMax,
}: {
  readonly days: number;
  readonly leave: readonly number[];
  readonly length: number;
  readonly overtimeMax: number;
}): readonly HoursAccount[] {
  return Array.from({ length: Math.ceil(days / length) }, (_, index) => {
    const fromDay = index * length;
    const toDay = Math.min(days, fromDay + length) - 1;
    const away = leave.filter((day) => day >= fromDay && day <= toDay && !isWeekend(day)).length;
    const normalMinutes = 480 * (workdays(fromDay, toDay) - away);
    return {
      name: `${length === 7 ? 'week' : 'cycle'}:${index + 1}`,
      fromDay,
      toDay,
      carriedMinutes: 0,
      normalMinutes,
      minutesMax: normalMinutes + overtimeMax,
      overtimePricePerHour: 60,
    };
  });
}
