import fc from 'fast-check';
import { checkPlan, type RosterProblem } from '../../solver/index.js';
import { hallWeek } from '../../solver/bench/hall-week.js';
import { openHighs } from '../../solver/engines/highs.js';
import { isSolution, objectiveOf } from '../../solver/engines/lp-engine.js';
import { buildModel } from '../../solver/rules/index.js';
import { countsOf, crewModel } from '../../solver/search/crews/crew-model.js';
import { crewRounding } from '../../solver/search/crews/crew-rounding.js';
import { fewestMinutes, searchCrews } from '../../solver/search/crews/crew-search.js';
import { readCrews } from '../../solver/search/crews/crews.js';
import { DutyHolders } from '../../solver/search/crews/duty-holders.js';
import { toMip } from '../../solver/search/mip-model.js';
import { toPlanParts } from '../../solver/search/plan-parts.js';
import { startStopwatch } from '../../solver/search/stopwatch.js';
import { present } from '../../src/shared/assert.js';

/** Little halls of two groups: leave, unequal histories, a relief worker for both groups; the week in one account or in two. */
const halls: fc.Arbitrary<RosterProblem> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1000 }),
    onLeave: fc.nat({ max: 2 }),
    histories: fc.constantFrom(1, 3),
    groupSizes: fc.constantFrom([2], [3], [2, 2]),
    reliefCount: fc.nat({ max: 1 }),
    saturdayCrew: fc.integer({ min: 1, max: 2 }),
    hasTwoBlocks: fc.boolean(),
  })
  .map(({ hasTwoBlocks, ...size }) => {
    const hall = hallWeek(size);
    return hasTwoBlocks ? { ...hall, workers: hall.workers.map(inTwoBlocks) } : hall;
  });

function inTwoBlocks(worker: RosterProblem['workers'][number]): RosterProblem['workers'][number] {
  const [week] = worker.limits.hours;
  const hours = [
    { ...present(week, 'account'), name: 'first', toDay: 2, normalMinutes: 1350, minutesMax: 1440 },
    { ...present(week, 'account'), name: 'second', fromDay: 3, normalMinutes: 960, minutesMax: 1200 },
  ];
  return { ...worker, limits: { ...worker.limits, hours } };
}

describe('crews', () => {
  it('bound the optimum of the compact model from below, and are dealt to lawful plans above it', async () => {
    const engine = openHighs();
    try {
      await fc.assert(
        fc.asyncProperty(halls, async (problem) => {
          const model = buildModel(problem);
          const mip = toMip(model.linear, model.linear.costs());
          const blocks = present(readCrews(model) ?? undefined, 'blocks');
          const limits = { timeLimitSeconds: 20, seed: 1 };
          const exact = await engine.solve(mip, limits);
          expect(exact.status).toBe('optimal');
          let best = model.linear.complete(new Float64Array(mip.cost.length));
          let bound = -Infinity;
          const search = {
            model,
            mip,
            blocks,
            engines: [engine],
            seed: 1,
            watch: startStopwatch(20),
            signal: new AbortController().signal,
            best: () => best,
            improve: (values: Float64Array) => {
              expect(isSolution(mip, values)).toBe(true);
              best = values;
            },
            raiseBound: (value: number) => {
              bound = Math.max(bound, value);
            },
          };
          await searchCrews(search);
          expect(bound).toBeLessThanOrEqual(exact.bound + 1e-6);
          expect(objectiveOf(mip, best)).toBeGreaterThanOrEqual(exact.bound - 1e-6);
          const parts = toPlanParts(model, best);
          const report = checkPlan(problem, parts.assignments);
          expect(report.hardViolations).toEqual([]);
          expect(report.objective).toBeCloseTo(objectiveOf(mip, best) + model.linear.constant(), 6);

          const minutes = new Float64Array(mip.cost.length);
          for (const vacancy of model.vacancies) minutes[vacancy.column] = vacancy.minutes;
          const fewest = await engine.solve({ ...mip, cost: minutes }, limits);
          const whole = await fewestMinutes(search, 'whole');
          expect(whole).toBeLessThanOrEqual(fewest.bound + 1e-6);
          expect(await fewestMinutes(search, 'relaxed')).toBeLessThanOrEqual(whole + 1e-6);
        }),
        { numRuns: 12 },
      );
    } finally {
      await engine.close();
    }
  });

  it('keep every optimal plan when halves of people are rounded', async () => {
    const engine = openHighs();
    let rounded = 0;
    try {
      await fc.assert(
        fc.asyncProperty(halls, async (problem) => {
          const model = buildModel(problem);
          const exact = await engine.solve(toMip(model.linear, model.linear.costs()), {
            timeLimitSeconds: 20,
            seed: 1,
          });
          const plan = new DutyHolders(model, present(exact.values ?? undefined, 'plan'));
          for (const block of present(readCrews(model) ?? undefined, 'blocks')) {
            const crews = crewModel(model, block, () => [{ cost: 1, size: block.days.length }]);
            const mip = toMip(crews.linear, crews.linear.costs());
            const counts = countsOf(crews, block, (worker, day) => plan.dutyOf(worker, day));
            const relaxed = { ...mip, isInteger: new Uint8Array(mip.cost.length) };
            const { values } = await engine.solve(relaxed, { timeLimitSeconds: 20, seed: 1 });
            const rows = crewRounding(crews, mip, present(values ?? undefined, 'relaxed counts'));
            rounded += rows.length;
            for (const { terms, lower } of rows) {
              const sum = terms.reduce((all, [column, coefficient]) => all + coefficient * (counts[column] ?? 0), 0);
              expect(sum).toBeGreaterThanOrEqual(lower - 1e-6);
            }
          }
        }),
        { numRuns: 12 },
      );
    } finally {
      await engine.close();
    }
    expect(rounded).toBeGreaterThan(0);
  });

  it('are not read where a rule ties the days of one person together', () => {
    const hall = hallWeek({ groupSizes: [3], reliefCount: 0 });
    const workers = hall.workers.map((worker) => ({ ...worker, limits: { ...worker.limits, restMinutesMin: 960 } }));
    expect(readCrews(buildModel(hall))).not.toBeNull();
    expect(readCrews(buildModel({ ...hall, workers }))).toBeNull();
  });

  it('keep people apart whose limits differ, and together whose groups alone differ', () => {
    const hall = hallWeek({ groupSizes: [3, 3], reliefCount: 0, onLeave: 0, histories: 1 });
    const [first, second] = hall.workers;
    const limited = (worker: typeof first): RosterProblem['workers'][number] => ({
      ...present(worker, 'worker'),
      limits: { ...present(worker, 'worker').limits, overtimeBans: [{ fromDay: 0, toDay: 5 }] },
    });
    const redeployed = (worker: typeof second): RosterProblem['workers'][number] => ({
      ...present(worker, 'worker'),
      eligibility: [
        ...present(worker, 'worker').eligibility,
        { group: 'G02', fromDay: 0, toDay: 5, role: 'redeployed' },
      ],
    });
    const workers = hall.workers.map((worker) =>
      worker === first ? limited(worker) : worker === second ? redeployed(worker) : worker,
    );
    const [block] = present(readCrews(buildModel({ ...hall, workers })) ?? undefined, 'blocks');
    const crews = present(block, 'block').crews.map(({ members, types }) => [members.length, types.length]);
    expect(crews).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ]);
  });
});
