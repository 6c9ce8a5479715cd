import { toColumnProblem } from '../../../solver/columns/column-problem.js';
import type { ColumnProblem, ColumnWorker, Roster } from '../../../solver/columns/column-problem.js';
import { isAllowedRoster } from '../../../solver/columns/plan-costs.js';
import { openWorkerPricing } from '../../../solver/columns/worker-pricing.js';
import { seededIntegers } from '../../../solver/search/random.js';
import { allRosters, columnCase } from '../../support/column-cases.js';
import type { ColumnCase } from '../../support/column-cases.js';

const early = { id: 'E', minutes: 480 };
const late = { id: 'L', minutes: 480, forbiddenNext: ['E'] };
const long = { id: 'D', minutes: 720, forbiddenNext: ['E', 'L'] };

function costOf(
  problem: ColumnProblem,
  { roster, costs }: { readonly roster: Roster; readonly costs: Float64Array },
): number {
  return roster.reduce((sum, shift, day) => sum + (shift < 0 ? 0 : (costs[day * problem.shifts + shift] ?? 0)), 0);
}

function onlyWorker(given: ColumnCase): { readonly problem: ColumnProblem; readonly worker: ColumnWorker } {
  const problem = toColumnProblem(columnCase(given));
  const worker = problem.workers[0];
  if (worker === undefined) throw new Error('The case has no worker');
  return { problem, worker };
}

/** The pricing's cheapest roster against all rosters, for prices of either sign. */
function expectCheapest(given: ColumnCase, seed: number): void {
  const { problem, worker } = onlyWorker(given);
  const next = seededIntegers(seed);
  const all = allRosters(problem, worker);
  const pricing = openWorkerPricing(problem, worker);
  for (let round = 0; round < 5; round += 1) {
    const costs = Float64Array.from({ length: problem.cells }, () => next(41) - 25);
    const cheapest = Math.min(Infinity, ...all.map((roster) => costOf(problem, { roster, costs })));
    const answer = pricing.cheapest(costs, { wanted: 3 });
    expect(answer.isExact).toBe(true);
    expect(answer.bound).toBeCloseTo(cheapest, 9);
    if (all.length === 0) {
      expect(answer.rosters).toEqual([]);
      continue;
    }
    expect(answer.rosters[0]?.cost).toBeCloseTo(cheapest, 9);
    for (const { roster, cost } of answer.rosters) {
      expect(isAllowedRoster(problem, { worker, roster })).toBe(true);
      expect(costOf(problem, { roster, costs })).toBeCloseTo(cost, 9);
    }
  }
}

describe('the cheapest roster of one worker equals the best of all', () => {
  const cases: readonly (readonly [string, ColumnCase])[] = [
    ['without any limit', { days: 6, shifts: [early, late], workers: [{}] }],
    ['with a forbidden succession', { days: 6, shifts: [early, late, long], workers: [{}] }],
    [
      'with runs of two to three and two days off',
      {
        days: 8,
        shifts: [early, late],
        workers: [{ runs: { consecutiveShiftsMax: 3, consecutiveShiftsMin: 2, consecutiveDaysOffMin: 2 } }],
      },
    ],
    [
      'with at least three days off',
      {
        days: 9,
        shifts: [early],
        workers: [{ runs: { consecutiveShiftsMax: 4, consecutiveShiftsMin: 1, consecutiveDaysOffMin: 3 } }],
      },
    ],
    ['with minutes that must be met exactly', { days: 6, shifts: [early, long], workers: [{ minutes: [2160, 2160] }] }],
    ['with least and most minutes', { days: 6, shifts: [early, long], workers: [{ minutes: [1200, 2400] }] }],
    ['with minutes that can not be met', { days: 3, shifts: [early], workers: [{ minutes: [1920, 1920] }] }],
    [
      'with one weekend of two',
      { days: 9, firstDate: '2026-01-09', shifts: [early, late], workers: [{ weekendsMax: 1 }] },
    ],
    [
      'with a horizon that begins on a Sunday',
      { days: 8, firstDate: '2026-01-11', shifts: [early], workers: [{ weekendsMax: 1 }] },
    ],
    ['with no weekend at all', { days: 8, shifts: [early], workers: [{ weekendsMax: 0 }] }],
    [
      'with at most one late and two long shifts',
      {
        days: 6,
        shifts: [early, late, long],
        workers: [
          {
            shiftMaxima: [
              { shift: 'L', count: 1 },
              { shift: 'D', count: 2 },
            ],
          },
        ],
      },
    ],
    ['with days off at both edges', { days: 7, shifts: [early, late], workers: [{ daysOff: [0, 3, 6] }] }],
    [
      'with everything at once',
      {
        days: 8,
        firstDate: '2026-01-10',
        shifts: [early, late, long],
        workers: [
          {
            minutes: [1440, 2880],
            runs: { consecutiveShiftsMax: 3, consecutiveShiftsMin: 2, consecutiveDaysOffMin: 2 },
            weekendsMax: 1,
            shiftMaxima: [{ shift: 'D', count: 1 }],
            daysOff: [4],
          },
        ],
      },
    ],
  ];
  it.each(cases)('%s', (_, given) => {
    expectCheapest(given, 7);
  });
});

describe('a run or days off that touch the first or the last day', () => {
  const runs = { consecutiveShiftsMax: 5, consecutiveShiftsMin: 3, consecutiveDaysOffMin: 2 };
  const { problem, worker } = onlyWorker({ days: 6, shifts: [early], workers: [{ runs }] });
  const paidDays = (days: readonly number[]): Float64Array =>
    Float64Array.from({ length: 6 }, (_, day) => (days.includes(day) ? -10 : 10));

  it.each([
    ['one duty on the first day', [0]],
    ['one duty on the last day', [5]],
    ['three duties inside', [1, 2, 3]],
    ['one day off before the first duty', [1, 2, 3, 4]],
    ['one day off after the last duty', [0, 1, 2, 3, 4]],
  ])('have no minimum: %s', (_, days) => {
    const best = openWorkerPricing(problem, worker).cheapest(paidDays(days), {}).rosters[0];
    expect(best?.cost).toBe(-10 * days.length);
  });

  it.each([
    ['one duty inside', [2]],
    ['one day off inside', [0, 1, 3, 4, 5]],
  ])('are bound elsewhere: %s', (_, days) => {
    const best = openWorkerPricing(problem, worker).cheapest(paidDays(days), {}).rosters[0];
    expect(best?.cost).toBeGreaterThan(-10 * days.length);
  });
});

describe('a span within a roster', () => {
  const given: ColumnCase = {
    days: 9,
    firstDate: '2026-01-08',
    shifts: [early, late],
    workers: [
      {
        minutes: [1440, 2880],
        runs: { consecutiveShiftsMax: 3, consecutiveShiftsMin: 2, consecutiveDaysOffMin: 2 },
        weekendsMax: 1,
        shiftMaxima: [{ shift: 'L', count: 2 }],
      },
    ],
  };
  it('is re-optimised exactly, the rest untouched', () => {
    const { problem, worker } = onlyWorker(given);
    const all = allRosters(problem, worker);
    const next = seededIntegers(3);
    const pricing = openWorkerPricing(problem, worker);
    for (let round = 0; round < 200; round += 1) {
      const roster = all[next(all.length)] ?? new Int8Array(problem.days);
      const from = next(problem.days);
      const to = from + 1 + next(problem.days - from);
      const costs = Float64Array.from({ length: problem.cells }, () => next(41) - 25);
      const outside = all.filter((other) =>
        other.every((shift, day) => (day >= from && day < to) || shift === roster[day]),
      );
      const inside = (one: Roster): number =>
        costOf(problem, { roster: one.map((shift, day) => (day >= from && day < to ? shift : -1)), costs });
      const answer = pricing.cheapest(costs, { from, to, roster });
      expect(answer.bound).toBeCloseTo(Math.min(...outside.map(inside)), 9);
      const best = answer.rosters[0]?.roster ?? new Int8Array(0);
      expect(isAllowedRoster(problem, { worker, roster: best })).toBe(true);
      expect(outside.some((other) => other.every((shift, day) => shift === best[day]))).toBe(true);
    }
  });
});

it('never returns a forbidden roster from a corridor', () => {
  const { problem, worker } = onlyWorker({
    days: 9,
    shifts: [early, long],
    workers: [{ minutes: [1920, 3360], weekendsMax: 1, shiftMaxima: [{ shift: 'D', count: 2 }] }],
  });
  const next = seededIntegers(5);
  const pricing = openWorkerPricing(problem, worker);
  for (let round = 0; round < 50; round += 1) {
    const costs = Float64Array.from({ length: problem.cells }, () => next(41) - 25);
    const answer = pricing.cheapest(costs, { corridor: { units: 3, weekends: 1 } });
    expect(answer.isExact).toBe(false);
    expect(answer.bound).toBe(-Infinity);
    for (const { roster } of answer.rosters) expect(isAllowedRoster(problem, { worker, roster })).toBe(true);
  }
});

it('finds nothing dearer than the roster that a corridor lies around', () => {
  const { problem, worker } = onlyWorker({
    days: 9,
    firstDate: '2026-01-08',
    shifts: [early, long],
    workers: [{ minutes: [1920, 3360], weekendsMax: 1 }],
  });
  const all = allRosters(problem, worker);
  const next = seededIntegers(6);
  const pricing = openWorkerPricing(problem, worker);
  for (let round = 0; round < 100; round += 1) {
    const around = all[next(all.length)] ?? new Int8Array(problem.days);
    const costs = Float64Array.from({ length: problem.cells }, () => next(41) - 25);
    const { rosters } = pricing.cheapest(costs, { corridor: { units: 1, weekends: 0, around } });
    const best = rosters[0]?.roster ?? new Int8Array(0);
    expect(isAllowedRoster(problem, { worker, roster: best })).toBe(true);
    expect(costOf(problem, { roster: best, costs })).toBeLessThanOrEqual(costOf(problem, { roster: around, costs }));
  }
});

describe('maxima of shifts that every price pulls towards', () => {
  const given: ColumnCase = {
    days: 7,
    shifts: [early, late, long],
    workers: [
      {
        minutes: [1440, 3360],
        runs: { consecutiveShiftsMax: 4, consecutiveShiftsMin: 1, consecutiveDaysOffMin: 1 },
        shiftMaxima: [
          { shift: 'E', count: 2 },
          { shift: 'L', count: 1 },
          { shift: 'D', count: 1 },
        ],
      },
    ],
  };

  it.each([1, 2, 3, 4])('are kept at the least cost (seed %i)', (seed) => {
    expectCheapest(given, seed);
  });

  it('leave a quick answer allowed, and its bound at or below the cheapest', () => {
    const { problem, worker } = onlyWorker(given);
    const all = allRosters(problem, worker);
    const next = seededIntegers(11);
    const pricing = openWorkerPricing(problem, worker);
    for (let round = 0; round < 60; round += 1) {
      const costs = Float64Array.from({ length: problem.cells }, () => next(2) - 20 - next(3) * 10);
      const cheapest = Math.min(...all.map((roster) => costOf(problem, { roster, costs })));
      const { bound, rosters } = pricing.cheapest(costs, { isQuick: true });
      expect(bound).toBeLessThanOrEqual(cheapest + 1e-9);
      const best = rosters[0]?.roster ?? new Int8Array(0);
      expect(isAllowedRoster(problem, { worker, roster: best })).toBe(true);
      expect(costOf(problem, { roster: best, costs })).toBeCloseTo(rosters[0]?.cost ?? NaN, 9);
    }
  });
});
