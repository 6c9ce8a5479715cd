import type { DutyKind, FairnessRule, RosterProblem, ShiftType, Worker } from '../problem.js';

const firstMonday = Date.UTC(2026, 4, 11);
const daysPerWeek = 7;
const saturday = 5;
const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;

const shift = (
  id: string,
  segments: readonly (readonly [number, number])[],
  { counted, duties }: { readonly counted: number; readonly duties: readonly DutyKind[] },
): ShiftType => ({
  id,
  segments: segments.map(([start, end]) => ({ start, end })),
  countedMinutes: counted,
  duties,
});

const noon = clock(12, 30);
const early = [clock(8, 30), clock(11, 30)] as const;
const lateMorning = [clock(9), clock(11, 30)] as const;

const shifts: readonly ShiftType[] = [
  shift('E1', [early, [noon, clock(17)]], { counted: 450, duties: ['early'] }),
  shift(
    'E2',
    [
      [clock(8, 30), noon],
      [clock(13, 30), clock(17)],
    ],
    { counted: 450, duties: ['early', 'midday'] },
  ),
  shift('L1', [lateMorning, [noon, clock(17, 30)]], { counted: 450, duties: ['late'] }),
  shift(
    'L2',
    [
      [clock(9), noon],
      [clock(13, 30), clock(17, 30)],
    ],
    { counted: 450, duties: ['late', 'midday'] },
  ),
  shift('F1', [early, [noon, clock(17, 30)]], { counted: 480, duties: ['early', 'late'] }),
  shift(
    'F2',
    [
      [clock(8, 30), noon],
      [clock(13, 30), clock(17, 30)],
    ],
    { counted: 480, duties: ['early', 'late', 'midday'] },
  ),
  shift('AM', [[clock(8, 30), noon]], { counted: 240, duties: ['early', 'midday'] }),
  shift('PM', [[clock(13, 30), clock(17, 30)]], { counted: 240, duties: ['late'] }),
  shift('S', [[clock(8, 30), noon]], { counted: 240, duties: ['saturday'] }),
];

/** Deterministic numbers in 0 … below. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A synthetic hall week, or several with the Sundays between closed: 140 posts in 16 groups at 10 sites, 156 people of whom 16 are relief.
 * The spread of the histories and the number of people on leave each week make it harder or easier.
 */
export function hallWeek({
  seed = 1,
  onLeave = 8,
  histories = 4,
  groupSizes = [15, 15, 15, 14, 14, 14, 14, 5, 5, 5, 4, 4, 4, 4, 4, 4],
  reliefCount = 16,
  saturdayCrew = 28,
  weeks = 1,
}: {
  readonly seed?: number;
  readonly onLeave?: number;
  readonly histories?: number;
  readonly groupSizes?: readonly number[];
  readonly reliefCount?: number;
  readonly saturdayCrew?: number;
  readonly weeks?: number;
} = {}): RosterProblem {
  const next = numbers(seed);
  const lastDay = daysPerWeek * weeks - 2;
  const dates = Array.from({ length: lastDay + 1 }, (_, day) =>
    new Date(firstMonday + day * 86_400_000).toISOString().slice(0, 10),
  );
  const openDays = [...dates.keys()].filter((day) => day % daysPerWeek <= saturday);
  const isSaturday = (day: number): boolean => day % daysPerWeek === saturday;
  const groups = groupSizes.map((posts, index) => ({ id: `G${String(index + 1).padStart(2, '0')}`, posts }));
  const total = groupSizes.reduce((sum, posts) => sum + posts, 0);
  const kinds: readonly DutyKind[] = ['early', 'late', 'midday', 'saturday'];
  const worker = (id: string, home: string, others: readonly string[]): Worker => ({
    id,
    eligibility: [
      { group: home, fromDay: 0, toDay: lastDay, role: 'home' },
      ...others.map((group) => ({ group, fromDay: 0, toDay: lastDay, role: 'redeployed' as const })),
    ],
    unavailable: [],
    limits: {
      dutyMinutesMax: 660,
      restMinutesMin: 0,
      restMinutesWished: 660,
      workedDaysPerSevenMax: 6,
      nightBans: [],
      hours: Array.from({ length: weeks }, (_, week) => ({
        name: 'week',
        fromDay: week * daysPerWeek,
        toDay: week * daysPerWeek + saturday,
        carriedMinutes: 0,
        normalMinutes: 2400,
        minutesMax: 2940,
        overtimePricePerHour: 60,
      })),
    },
    history: {
      workedDaysBefore: [2, 3, 4, 5, 6],
      lastDutyEnd: -clock(30, 30),
      duties: Object.fromEntries(kinds.map((kind) => [kind, next(histories)])),
      group: home,
    },
  });
  const home = groups.flatMap(({ id, posts }) => Array.from({ length: posts }, () => ({ id, others: [] as string[] })));
  const relief = Array.from({ length: reliefCount }, (_, index) => {
    const first = groups[index % groups.length];
    const others = [3, 5, 9].map((step) => groups[(index + step) % groups.length]?.id ?? '');
    return { id: first?.id ?? '', others };
  });
  const workers = [...home, ...relief].map(({ id, others }, index) =>
    worker(`W${String(index + 1).padStart(3, '0')}`, id, others),
  );
  const away = new Map<string, { readonly day: number; readonly reason: 'leave' }[]>();
  for (let week = 0; week < weeks; week += 1) {
    for (let count = 0; count < onLeave; count += 1) {
      const first = next(5);
      const days = Array.from({ length: 1 + next(5 - first) }, (_, day) => ({
        day: week * daysPerWeek + first + day,
        reason: 'leave' as const,
      }));
      away.set(`${week}|${next(workers.length)}`, days);
    }
  }
  const half = (posts: number): number => Math.ceil(posts / 2);
  const weekday = (posts: number): readonly (readonly [number, number, number])[] => [
    [clock(8, 30), clock(9), half(posts)],
    [clock(9), clock(11, 30), posts],
    [clock(11, 30), noon, half(posts)],
    [noon, clock(13, 30), half(posts)],
    [clock(13, 30), clock(17), posts],
    [clock(17), clock(17, 30), half(posts)],
  ];
  const crew = (posts: number): number => Math.round((posts * saturdayCrew) / total);
  const fairness: FairnessRule[] = groups.flatMap(({ id }) =>
    kinds.map((duty) => ({
      duty,
      workers: workers.filter((one) => one.eligibility[0]?.group === id).map((one) => one.id),
      weight: 1,
    })),
  );
  return {
    name: `hall week ${seed}`,
    days: dates,
    shifts,
    groups: groups.map(({ id }) => ({
      id,
      offers: openDays.map((day) => ({
        day,
        shifts: isSaturday(day) ? ['S'] : ['E1', 'E2', 'L1', 'L2', 'F1', 'F2', 'AM', 'PM'],
        dayDuties: [],
      })),
    })),
    demand: groups.flatMap(({ id, posts }) =>
      openDays.flatMap((day) =>
        isSaturday(day)
          ? [{ group: id, day, start: clock(8, 30), end: noon, required: crew(posts), price: 240 }]
          : weekday(posts).map(([start, end, required]) => ({
              group: id,
              day,
              start,
              end,
              required,
              price: end - start,
            })),
      ),
    ),
    workers: workers.map((one, index) => ({
      ...one,
      unavailable: Array.from({ length: weeks }, (_, week) => away.get(`${week}|${index}`) ?? []).flat(),
    })),
    pins: [],
    fairness,
    backupPairs: groups.flatMap(({ id }) => {
      const [holder, backup] = workers.filter((one) => one.eligibility[0]?.group === id);
      return holder === undefined || backup === undefined ? [] : [{ holder: holder.id, backup: backup.id }];
    }),
    weights: { redeployed: 5, backup: 40, unstablePost: 3, shortRest: 10, uncoveredPair: 20 },
  };
}
