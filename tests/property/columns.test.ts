import fc from 'fast-check';
import highsModule from 'highs';
import { generateColumns } from '../../solver/columns/column-generation.js';
import { canGenerateColumns, toColumnProblem } from '../../solver/columns/column-problem.js';
import type { ColumnProblem } from '../../solver/columns/column-problem.js';
import type { CoverLimit } from '../../solver/columns/cover-limits.js';
import { openMaster, type Master } from '../../solver/columns/master.js';
import { firstPlan, openPricings } from '../../solver/columns/roster-moves.js';
import { solveByColumns } from '../../solver/columns/solve-by-columns.js';
import type { RosterProblem } from '../../solver/problem.js';
import { seededIntegers } from '../../solver/search/random.js';
import { bestCost, columnCase } from '../support/column-cases.js';

const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Two or three workers over five to seven days, small enough to try every plan. */
function randomProblem(seed: number): RosterProblem {
  const next = seededIntegers(seed);
  const workers = 2 + next(2);
  const days = workers === 2 ? 5 + next(3) : 5;
  const shifts = [
    { id: 'E', minutes: 480 },
    { id: 'L', minutes: next(2) === 0 ? 480 : 720, forbiddenNext: ['E'] },
  ].slice(0, workers === 2 ? 2 : 1 + next(2));
  const cells = shifts.flatMap((shift) => Array.from({ length: days }, (_, day) => ({ day, shift: shift.id })));
  return columnCase({
    days,
    firstDate: `2026-01-0${String(1 + next(9))}`,
    shifts,
    workers: Array.from({ length: workers }, () => ({
      minutes: [480 * next(3), 480 * (3 + next(3))] as const,
      runs: {
        consecutiveShiftsMax: 2 + next(3),
        consecutiveShiftsMin: 1 + next(2),
        consecutiveDaysOffMin: 1 + next(2),
      },
      weekendsMax: next(3),
      shiftMaxima: [{ shift: 'E', count: 1 + next(4) }],
      daysOff: next(2) === 0 ? [next(days)] : [],
    })),
    requests: cells
      .filter(() => next(3) === 0)
      .map(({ day, shift }) => ({
        worker: `w${String(1 + next(workers))}`,
        day,
        shift,
        kind: next(2) === 0 ? 'on' : 'off',
        weight: 1 + next(5),
      })),
    cover: cells.map((cell) => ({ ...cell, preferred: next(3), underWeight: 1 + next(20), overWeight: next(4) })),
  });
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const numRuns = 24;

interface Generated {
  readonly columns: ColumnProblem;
  readonly master: Master;
  readonly pricings: ReturnType<typeof openPricings>;
}

/** Generates columns to the end; every bound on the way holds for a plan of cost `best`. */
function expectBoundsBelow(best: number, { columns, master, pricings }: Generated): void {
  const bounds: number[] = [];
  const generation = generateColumns(columns, {
    master,
    pricings,
    options: {
      decisions: null,
      cutoff: () => Infinity,
      mustStop: () => false,
      onBound: (bound) => bounds.push(bound),
      roundsMax: 500,
    },
  });
  expect(generation.isComplete).toBe(true);
  expect(generation.bound).toBeCloseTo(generation.solution?.objective ?? NaN, 4);
  for (const bound of bounds) expect(bound).toBeLessThanOrEqual(best + 1e-9);
}

it('the bound never passes the best plan', async () => {
  const highs = await loadHighs();
  fc.assert(
    fc.property(seeds.map(randomProblem), (problem) => {
      expect(canGenerateColumns(problem)).toBe(true);
      const columns = toColumnProblem(problem);
      const best = bestCost(columns);
      const pricings = openPricings(columns);
      const { plan, isExact } = firstPlan(columns, { pricings, mustStop: () => false });
      if (plan === null) {
        expect(isExact).toBe(true);
        expect(best).toBe(Infinity);
        return;
      }
      expect(plan.cost).toBeGreaterThanOrEqual(best - 1e-9);
      const master = openMaster(highs, columns);
      master.add(plan.rosters.map((roster, worker) => ({ worker, roster })));
      expectBoundsBelow(best, { columns, master, pricings });
      master.close();
    }),
    { numRuns },
  );
});

/** Up to three limits on what is missing over some cells, or on the people in one cell. */
function randomLimits(columns: ColumnProblem, seed: number): CoverLimit[] {
  const next = seededIntegers(seed);
  return Array.from({ length: 1 + next(3) }, (): CoverLimit => {
    const cell = next(columns.cells);
    const isSingle = next(2) === 0;
    const all = Array.from({ length: columns.cells }, (_, index) => index);
    return {
      kind: isSingle ? 'balance' : 'missing',
      cells: isSingle ? [cell] : all.filter((one) => one % columns.shifts === cell % columns.shifts || next(2) === 0),
      sense: next(2) === 0 ? 'atLeast' : 'atMost',
      // Nobody can ask for fewer than nobody in a cell.
      people: isSingle ? Math.min(columns.preferred[cell] ?? 0, next(4) - 2) : next(5),
    };
  });
}

function keepsLimit(columns: ColumnProblem, { cover, limit }: { cover: Int32Array; limit: CoverLimit }): boolean {
  let sum = 0;
  for (const cell of limit.cells) {
    const missing = (columns.preferred[cell] ?? 0) - (cover[cell] ?? 0);
    sum += limit.kind === 'missing' ? Math.max(0, missing) : missing;
  }
  return limit.sense === 'atLeast' ? sum >= limit.people : sum <= limit.people;
}

it('the bound under limits on the cover never passes the best plan that keeps them', async () => {
  const highs = await loadHighs();
  fc.assert(
    fc.property(seeds, (seed) => {
      const columns = toColumnProblem(randomProblem(seed));
      const pricings = openPricings(columns);
      const { plan } = firstPlan(columns, { pricings, mustStop: () => false });
      if (plan === null) return;
      const master = openMaster(highs, columns);
      master.add(plan.rosters.map((roster, worker) => ({ worker, roster })));
      for (let round = 0; round < 4; round += 1) {
        const limits = randomLimits(columns, 10 * seed + round);
        const best = bestCost(columns, (cover) => limits.every((limit) => keepsLimit(columns, { cover, limit })));
        master.limitCover(limits);
        expectBoundsBelow(best, { columns, master, pricings });
      }
      master.close();
    }),
    { numRuns },
  );
});

it('the plan of the whole search is proven and is the best of all', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const problem = randomProblem(seed);
      const best = bestCost(toColumnProblem(problem));
      const outcome = await solveByColumns(problem, { timeLimitSeconds: 50, seed, threads: 1 });
      if (outcome.kind === 'none') {
        expect(outcome.status).toBe('infeasible');
        expect(best).toBe(Infinity);
        return;
      }
      expect(outcome.isOptimal).toBe(true);
      expect(outcome.objective).toBeCloseTo(best, 9);
      expect(outcome.bound).toBe(outcome.objective);
    }),
    { numRuns },
  );
});
