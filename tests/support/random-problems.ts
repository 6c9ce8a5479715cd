import fc from 'fast-check';
import type { Demand, DutyKind, RosterProblem, ShiftType, Worker } from '../../solver/index.js';

/**
 * Small roster problems that between them exercise every rule: nights and meals, duties running in from the
 * period before, pins (sometimes contradictory), leave, bans, tight and loose hours accounts, gates that open in
 * mid-period, a published baseline, fairness with unequal histories, backup pairs, vacancies that can't be helped,
 * forbidden successions, run lengths, floors of hours that can't always be met, weekends, requests and preferred cover.
 *
 * `tiny` stays within what `brute-force.ts` can enumerate; `small` is a fortnight of half a dozen people.
 */
export function rosterProblems(size: 'tiny' | 'small'): fc.Arbitrary<RosterProblem> {
  const shapes =
    size === 'tiny'
      ? fc.oneof(
          fc.record({ days: fc.integer({ min: 1, max: 3 }), workers: fc.constant(3), shiftsPerDay: fc.constant(1) }),
          fc.record({
            days: fc.integer({ min: 2, max: 3 }),
            workers: fc.integer({ min: 1, max: 2 }),
            shiftsPerDay: fc.constant(2),
          }),
        )
      : fc.record({
          days: fc.integer({ min: 5, max: 14 }),
          workers: fc.integer({ min: 3, max: 6 }),
          shiftsPerDay: fc.constant(3),
        });
  return shapes.chain((shape) =>
    fc
      .record({
        groups: fc.tuple(...groupIds.map((id) => postGroup(id, shape))),
        demand: fc.tuple(
          ...groupIds.flatMap((group) =>
            indices(shape.days).map((day) => demandOf({ group, day, most: size === 'tiny' ? 2 : 3 })),
          ),
        ),
        workers: fc.tuple(...indices(shape.workers).map((index) => workerOf(workerId(index), shape.days))),
        pins: pinsOf(shape),
        baseline: fc.option(baselineOf(shape), { nil: undefined }),
        fairness: fc.uniqueArray(fairnessRule(shape.workers), { maxLength: 2, selector: ({ duty }) => duty }),
        // A pair, or a chain of two: half of its people is more than one.
        backupPairs: fc.subarray(
          indices(Math.min(2, shape.workers - 1)).map((index) => ({
            holder: workerId(index),
            backup: workerId(index + 1),
          })),
        ),
        weights: fc.record({
          redeployed: price(40),
          backup: price(60),
          unstablePost: price(20),
          shortRest: price(30),
          uncoveredPair: price(50),
        }),
        firstDay: fc.constantFrom(11, 15, 16, 17),
        forbiddenNext: fc.constantFrom({}, {}, { night: ['day', 'early'] }, { day: ['day'], half: ['early', 'day'] }),
        requests: fc.option(requestsOf(shape), { nil: undefined }),
        shiftCover: fc.option(shiftCoverOf(shape), { nil: undefined }),
        travelMinutes: fc.constantFrom(undefined, undefined, 60, 600, 1200),
      })
      .map(({ baseline, demand, firstDay, forbiddenNext, groups, requests, shiftCover, travelMinutes, ...parts }) => ({
        name: `random-${size}`,
        days: indices(shape.days).map((day) => `2026-05-${String(firstDay + day)}`),
        shifts: shifts.map((shift) => {
          const later = (forbiddenNext as Readonly<Record<string, readonly string[]>>)[shift.id];
          return later === undefined ? shift : { ...shift, forbiddenNext: later };
        }),
        groups: travelMinutes === undefined ? groups : groups.map((group) => ({ ...group, site: `${group.id} site` })),
        ...(travelMinutes === undefined
          ? {}
          : { travel: [{ between: ['counter site', 'hotline site'] as const, minutes: travelMinutes }] }),
        ...(requests === undefined ? {} : { requests }),
        ...(shiftCover === undefined ? {} : { shiftCover }),
        demand: demand.flat(),
        ...parts,
        ...(baseline === undefined ? {} : { baseline }),
      })),
  );
}

/** A day shift with a meal, an early one without, a half day, an eight-hour night, and a night of 15.5 hours. */
const shifts: readonly ShiftType[] = [
  {
    id: 'day',
    segments: [
      { start: 510, end: 720 },
      { start: 780, end: 1080 },
    ],
    countedMinutes: 480,
    duties: ['midday'],
  },
  { id: 'early', segments: [{ start: 420, end: 900 }], countedMinutes: 480, duties: ['early'] },
  { id: 'half', segments: [{ start: 510, end: 750 }], countedMinutes: 240, duties: [] },
  { id: 'night', segments: [{ start: 1320, end: 1800 }], countedMinutes: 480, duties: ['night', 'late'] },
  { id: 'long', segments: [{ start: 1050, end: 1980 }], countedMinutes: 930, duties: ['night'] },
];
const shiftIds = shifts.map(({ id }) => id);
const groupIds = ['counter', 'hotline'] as const;
/** Stretches of demand: what a shift covers whole, in part with a meal in it, after midnight, and what no shift covers. */
const windows = [
  [510, 720],
  [780, 1080],
  [420, 900],
  [510, 750],
  [540, 720],
  [720, 780],
  [1050, 1440],
  [1320, 1440],
  [0, 360],
  [0, 540],
  [360, 1440],
] as const;

const workerId = (index: number): string => `W${String(index + 1).padStart(3, '0')}`;
const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
/** Yuan in halves, exact in binary. */
const price = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 2 * most }).map((halves) => halves / 2);
const ranges = (days: number): fc.Arbitrary<{ fromDay: number; toDay: number }> =>
  fc.tuple(fc.integer({ min: 0, max: days - 1 }), fc.integer({ min: 0, max: days - 1 })).map(([a, b]) => ({
    fromDay: Math.min(a, b),
    toDay: Math.max(a, b),
  }));
/** Mostly none, sometimes one or two. */
const seldom = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(item, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(item, { minLength: 1, maxLength: 2 }) },
  );

function postGroup(
  id: string,
  { days, shiftsPerDay }: { days: number; shiftsPerDay: number },
): fc.Arbitrary<RosterProblem['groups'][number]> {
  const offer = fc.record({
    shifts: fc.subarray(shiftIds, { minLength: 1, maxLength: shiftsPerDay }),
    dayDuties: fc.subarray<DutyKind>(['saturday', 'weekend', 'holiday'], { maxLength: 2 }),
  });
  return fc
    .tuple(...indices(days).map((day) => fc.option(offer, { freq: 5 }).map((found) => found && { day, ...found })))
    .map((offers) => ({ id, offers: offers.filter((found) => found !== null) }));
}

/** Disjoint stretches of one group's day, in the order of the day. */
function demandOf({ group, day, most }: { group: string; day: number; most: number }): fc.Arbitrary<Demand[]> {
  const stretch = fc.record({
    window: fc.constantFrom(...windows),
    required: fc.nat({ max: most }),
    price: price(200),
    surplusPrice: fc.constantFrom(undefined, undefined, undefined, 4, 25.5),
  });
  const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];
  return fc.array(stretch, { minLength: 1, maxLength: 4 }).map((stretches) =>
    stretches
      .filter(({ window }, index) => !stretches.slice(0, index).some((earlier) => overlaps(earlier.window, window)))
      .sort((a, b) => a.window[0] - b.window[0])
      .map(({ window: [start, end], surplusPrice, ...level }) => ({
        ...{ group, day, start, end, ...level },
        ...(surplusPrice === undefined ? {} : { surplusPrice }),
      })),
  );
}

function workerOf(id: string, days: number): fc.Arbitrary<Worker> {
  const entry = fc.record({
    group: fc.constantFrom(...groupIds),
    range: fc.oneof(
      { weight: 4, arbitrary: fc.constant({ fromDay: 0, toDay: days - 1 }) },
      { weight: 1, arbitrary: ranges(days) },
    ),
    role: fc.constantFrom('home' as const, 'home' as const, 'redeployed' as const, 'backup' as const),
  });
  const account = fc.record({
    name: fc.constantFrom('week', 'month', 'cycle'),
    range: ranges(days),
    carriedMinutes: fc.constantFrom(0, 0, 0, 300, 1440, 9000),
    normalMinutes: fc.constantFrom(null, 480, 960, 2400),
    minutesMax: fc.constantFrom(null, null, 960, 1440, 2880),
    minutesMin: fc.constantFrom(undefined, undefined, undefined, 240, 900),
    overtimePricePerHour: price(60),
  });
  return fc.record({
    id: fc.constant(id),
    eligibility: fc
      .array(entry, { minLength: 2, maxLength: 4 })
      .map((entries) => entries.map(({ range, ...rest }) => ({ ...rest, ...range }))),
    unavailable: seldom(
      fc.record({
        day: fc.integer({ min: 0, max: days - 1 }),
        reason: fc.constantFrom(
          'leave' as const,
          'notEmployed' as const,
          'notTrained' as const,
          'fixedDayOff' as const,
        ),
      }),
    ).map((off) => off.filter(({ day }, index) => off.findIndex((other) => other.day === day) === index)),
    limits: fc.record({
      dutyMinutesMax: fc.constantFrom(480, 660, 960, 960),
      restMinutesMin: fc.constantFrom(0, 0, 0, 480, 720),
      restMinutesWished: fc.constantFrom(0, 660, 900),
      workedDaysPerSevenMax: fc.constantFrom(3, 5, 6, 6, 6, 6),
      nightBans: seldom(ranges(days)),
      overtimeBans: seldom(ranges(days)),
      hours: fc.array(account, { maxLength: 2 }).map((accounts) =>
        accounts.map(({ range, minutesMin, ...rest }) => ({
          ...rest,
          ...range,
          ...(minutesMin === undefined ? {} : { minutesMin }),
        })),
      ),
      shiftMaxima: seldom(fc.record({ shift: fc.constantFrom(...shiftIds), count: fc.nat({ max: 2 }) })).map((maxima) =>
        maxima.filter(({ shift }, index) => maxima.findIndex((other) => other.shift === shift) === index),
      ),
      runs: fc.constantFrom(
        ...indices(5).map(() => ({ consecutiveShiftsMax: 14, consecutiveShiftsMin: 0, consecutiveDaysOffMin: 0 })),
        { consecutiveShiftsMax: 2, consecutiveShiftsMin: 1, consecutiveDaysOffMin: 2 },
        { consecutiveShiftsMax: 3, consecutiveShiftsMin: 2, consecutiveDaysOffMin: 1 },
        { consecutiveShiftsMax: 5, consecutiveShiftsMin: 3, consecutiveDaysOffMin: 3 },
        { consecutiveShiftsMax: 1, consecutiveShiftsMin: 1, consecutiveDaysOffMin: 1 },
      ),
      weekendsMax: fc.constantFrom(0, 1, 2, 2, 2, 3),
    }),
    history: historyOf(),
  });
}

function historyOf(): fc.Arbitrary<Worker['history']> {
  return fc
    .record({
      workedDaysBefore: fc.constantFrom([], [], [], [1, 2], [1, 2, 3, 4, 5], [2, 3, 6, 7], [1, 2, 3, 4, 5, 6, 9]),
      lastDutyEnd: fc.constantFrom(null, null, null, -900, -360, 0, 360),
      running: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 360, 540),
      runningGroup: fc.constantFrom(...groupIds),
      duties: fc.record(
        { night: fc.nat({ max: 3 }), early: fc.nat({ max: 3 }), saturday: fc.nat({ max: 2 }) },
        { requiredKeys: [] },
      ),
      group: fc.constantFrom(null, ...groupIds),
      eve: fc.constantFrom(
        ...indices(5).map(() => undefined),
        { shift: null, days: 1 },
        { shift: null, days: 3 },
        { shift: 'night', days: 1 },
        { shift: 'day', days: 2 },
      ),
      shiftCounts: fc.constantFrom(undefined, undefined, { day: 1 }, { night: 2, half: 0 }),
      weekendsWorked: fc.constantFrom(undefined, undefined, 1, 3),
    })
    .map(({ running, runningGroup, eve, shiftCounts, weekendsWorked, ...rest }) => ({
      ...rest,
      ...(running === undefined ? {} : { running: { group: runningGroup, until: running } }),
      ...(eve === undefined ? {} : { eve }),
      ...(shiftCounts === undefined ? {} : { shiftCounts }),
      ...(weekendsWorked === undefined ? {} : { weekendsWorked }),
    }));
}

interface Shape {
  readonly days: number;
  readonly workers: number;
}
const duty = fc.record({ shift: fc.constantFrom(...shiftIds), group: fc.constantFrom(...groupIds) });
const workerDay = ({ days, workers }: Shape): fc.Arbitrary<{ worker: string; day: number }> =>
  fc.record({ worker: fc.nat({ max: workers - 1 }).map(workerId), day: fc.nat({ max: days - 1 }) });
const dayOf = ({ worker, day }: { worker: string; day: number }): string => `${worker} ${day}`;

/** Mostly days off; a pinned duty is often unlawful here, which makes the problem one without a plan. */
function pinsOf(shape: Shape): fc.Arbitrary<RosterProblem['pins'][number][]> {
  const pin = fc
    .tuple(workerDay(shape), fc.option(duty, { freq: 2 }))
    .map(([where, assignment]) => ({ ...where, assignment }));
  return seldom(pin).map((pins) =>
    pins.filter((own, index) => pins.findIndex((other) => dayOf(other) === dayOf(own)) === index),
  );
}

function baselineOf(shape: Shape): fc.Arbitrary<NonNullable<RosterProblem['baseline']>> {
  const assignment = fc.tuple(workerDay(shape), duty).map(([where, what]) => ({ ...where, ...what }));
  return fc
    .record({
      assignments: fc.uniqueArray(assignment, { maxLength: shape.days * shape.workers, selector: dayOf }),
      changeCost: fc.array(price(25), { minLength: shape.days, maxLength: shape.days }),
      notBefore: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: undefined }),
    })
    .map(({ notBefore, ...rest }) => (notBefore === undefined ? rest : { ...rest, notBefore }));
}

function fairnessRule(workers: number): fc.Arbitrary<RosterProblem['fairness'][number]> {
  return fc.record({
    duty: fc.constantFrom<DutyKind>('night', 'early', 'saturday', 'midday', 'holiday'),
    workers: fc.subarray(indices(workers).map(workerId), { minLength: 1 }),
    weight: price(20),
  });
}

function requestsOf(shape: Shape): fc.Arbitrary<NonNullable<RosterProblem['requests']>> {
  const request = fc
    .tuple(
      workerDay(shape),
      fc.record({
        shift: fc.constantFrom(...shiftIds),
        kind: fc.constantFrom('on' as const, 'off' as const),
        weight: price(40),
      }),
    )
    .map(([where, what]) => ({ ...where, ...what }));
  return fc.array(request, { maxLength: 4 });
}

function shiftCoverOf({ days }: Shape): fc.Arbitrary<NonNullable<RosterProblem['shiftCover']>> {
  const cover = fc.record({
    group: fc.constantFrom(...groupIds),
    day: fc.nat({ max: days - 1 }),
    shift: fc.constantFrom(...shiftIds),
    preferred: fc.nat({ max: 3 }),
    underWeight: price(100),
    overWeight: price(10),
  });
  return fc.uniqueArray(cover, {
    maxLength: 6,
    selector: ({ group, day, shift }) => `${group} ${day} ${shift}`,
  });
}
