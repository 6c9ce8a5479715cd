import type { DutyKind, FairnessRule, RosterProblem, ShiftType, Worker } from '../problem.js';

const dates = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15', '2026-05-16'];
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
 * A synthetic hall week: 140 posts in 16 groups at 10 sites, 156 people of whom 16 are relief. `spread` of the histories and
 * the number of people on leave make it harder or easier.
 */
export function hallWeek({
  seed = 1,
  onLeave = 8,
  histories = 4,
  groupSizes = [15, 15, 15, 14, 14, 14, 14, 5, 5, 5, 4, 4, 4, 4, 4, 4],
  reliefCount = 16,
  saturdayCrew = 28,
}: {
  readonly seed?: number;
  readonly onLeave?: number;
  readonly histories?: number;
  readonly groupSizes?: readonly number[];
  readonly reliefCount?: number;
  readonly saturdayCrew?: number;
} = {}): RosterProblem {
  const next = numbers(seed);
  const groups = groupSizes.map((posts, index) => ({ id: `G${String(index + 1).padStart(2, '0')}`, posts }));
  const total = groupSizes.reduce((sum, posts) => sum + posts, 0);
  const kinds: readonly DutyKind[] = ['early', 'late', 'midday', 'saturday'];
  const lastDay = dates.length - 1;
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
      hours: [
        {
          name: 'week',
          fromDay: 0,
          toDay: lastDay,
          carriedMinutes: 0,
          normalMinutes: 2400,
          minutesMax: 2940,
          overtimePricePerHour: 60,
        },
      ],
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
  const away = new Map<number, { readonly day: number; readonly reason: 'leave' }[]>();
  for (let count = 0; count < onLeave; count += 1) {
    const first = next(5);
    const days = Array.from({ length: 1 + next(5 - first) }, (_, day) => ({
      day: first + day,
      reason: 'leave' as const,
    }));
    away.set(next(workers.length), days);
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
      offers: dates.map((_, day) => ({
        day,
        shifts: day === saturday ? ['S'] : ['E1', 'E2', 'L1', 'L2', 'F1', 'F2', 'AM', 'PM'],
        dayDuties: [],
      })),
    })),
    demand: groups.flatMap(({ id, posts }) =>
      dates.flatMap((_, day) =>
        day === saturday
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
    workers: workers.map((one, index) => ({ ...one, unavailable: away.get(index) ?? [] })),
    pins: [],
    fairness,
    backupPairs: groups.flatMap(({ id }) => {
      const [holder, backup] = workers.filter((one) => one.eligibility[0]?.group === id);
      return holder === undefined || backup === undefined ? [] : [{ holder: holder.id, backup: backup.id }];
    }),
    weights: { redeployed: 5, backup: 40, unstablePost: 3, shortRest: 10, uncoveredPair: 20 },
  };
}
