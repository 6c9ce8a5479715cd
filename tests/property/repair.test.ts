import fc from 'fast-check';
import { checkPlan, solveRoster, type CheckReport, type RosterProblem } from '../../solver/index.js';
import { dualBound, withinSlack } from '../../solver/search/dual-bound.js';
import { toMip } from '../../solver/search/mip-model.js';
import { openHighs } from '../../solver/engines/highs.js';
import { objectiveOf } from '../../solver/engines/lp-engine.js';
import { buildModel, lawfulDuties } from '../../solver/rules/index.js';
import { readFacts } from '../../solver/rules/roster-facts.js';
import { repairRoom } from '../../solver/search/repair/day-blocks.js';
import { aimScale, boundTolerance, raised } from '../../solver/search/repair/repair-aims.js';
import { bruteForce } from '../support/brute-force.js';
import { rosterProblems } from '../support/random-problems.js';

/** Two ways of adding up the same yuan may differ by round-off only. */
const tolerance = 1e-6;

/** What a repair minimises, in this order. */
const aims = (report: CheckReport): readonly number[] => [
  report.missingMinutes,
  report.costByRule.baselineChange,
  report.objective,
];

/** Any random problem as the repair of a published roster, mostly of a lawful one. */
const repairs = rosterProblems('tiny').map((problem): RosterProblem => {
  const published = problem.baseline ?? { assignments: [], changeCost: problem.days.map((_, day) => 12.5 - day) };
  return { ...problem, baseline: { ...published, goal: 'repair' } };
});

describe('a repair', () => {
  it.each(['highs', 'javascript-lp-solver'] as const)(
    'by %s has the fewest vacancies, then the cheapest changes, then the least objective, and proves it',
    async (engine) => {
      await fc.assert(
        fc.asyncProperty(repairs, async (problem) => {
          const outcome = await solveRoster(problem, { engine, timeLimitSeconds: 10, seed: 1 });
          const exact = bruteForce(problem, { aims });
          expect(outcome.kind).toBe(exact === undefined ? 'none' : 'plan');
          if (outcome.kind === 'none' || exact === undefined) return;
          const report = checkPlan(problem, outcome.plan.assignments);
          const best = checkPlan(problem, exact.assignments);
          expect(report.hardViolations).toEqual([]);
          const { certificate } = outcome.plan;
          expect(certificate.missingMinutesBound).toBeLessThanOrEqual(best.missingMinutes + tolerance);
          expect(certificate.changeCostBound).toBeLessThanOrEqual(best.costByRule.baselineChange + tolerance);
          if (certificate.status !== 'optimal') return;
          for (const [index, reached] of aims(report).entries())
            expect(Math.abs(reached - (aims(best)[index] ?? NaN))).toBeLessThanOrEqual(tolerance);
          expect(certificate.missingMinutesBound).toBe(report.missingMinutes);
          expect(certificate.changeCostBound).toBeCloseTo(report.costByRule.baselineChange, 6);
        }),
        { numRuns: engine === 'highs' ? 40 : 10 },
      );
    },
    300_000,
  );
});

describe('the bound that days of people alike prove', () => {
  it('is never above what the best plan reaches, and rules out no duty of it', () => {
    let met = 0;
    fc.assert(
      fc.property(repairs, (problem) => {
        const exact = bruteForce(problem, { aims });
        if (exact === undefined) return;
        const best = checkPlan(problem, exact.assignments);
        const facts = readFacts(problem);
        const scale = aimScale(problem);
        const room = repairRoom(facts, lawfulDuties(facts), scale);
        const reached = (best.missingMinutes / scale.unit) * scale.weight + best.costByRule.baselineChange;
        expect(room.bound).toBeLessThanOrEqual(reached + boundTolerance);
        if (raised(room.bound, scale) >= reached - boundTolerance) met += 1;
        const key = (one: { day: number; group: string }, worker: string, shift: string): string =>
          [worker, one.day, shift, one.group].join();
        const { duties, standing } = room.within(reached - room.bound + boundTolerance);
        const open = new Set(duties.map((duty) => key(duty, duty.worker.id, duty.shift.id)));
        const worked = new Set(exact.assignments.map((duty) => key(duty, duty.worker, duty.shift)));
        expect([...worked].filter((duty) => !open.has(duty))).toEqual([]);
        for (const duty of standing) expect(worked).toContain(key(duty, duty.worker.id, duty.shift.id));
      }),
      { numRuns: 60 },
    );
    expect(met).toBeGreaterThan(20);
  });
});

describe('the bound that row prices prove', () => {
  it('holds for any prices, and rules out nothing that is cheap enough', async () => {
    const engine = openHighs();
    try {
      await fc.assert(
        fc.asyncProperty(
          rosterProblems('tiny'),
          fc.infiniteStream(fc.integer({ min: -40, max: 40 })),
          async (problem, noise) => {
            const { linear } = buildModel(problem);
            const mip = toMip(linear, linear.costs());
            if (mip.cost.length === 0) return;
            const exact = await engine.solve(mip, { timeLimitSeconds: 5, seed: 1 });
            if (exact.status !== 'optimal' || exact.values === null) return;
            const relaxed = { ...mip, isInteger: new Uint8Array(mip.cost.length) };
            const { rowPrices } = await engine.solve(relaxed, { timeLimitSeconds: 5, seed: 1, presolve: 'off' });
            const optimum = objectiveOf(mip, exact.values);
            for (const prices of [rowPrices ?? new Float64Array(mip.rowLower.length), disturbed(rowPrices, noise)]) {
              const dual = dualBound(mip, prices);
              expect(dual.bound).toBeLessThanOrEqual(optimum + tolerance);
              const kept = withinSlack(mip, dual, optimum - dual.bound + tolerance);
              const again = await engine.solve(kept, { timeLimitSeconds: 5, seed: 1 });
              expect(Math.abs(objectiveOf(mip, again.values ?? new Float64Array()) - optimum)).toBeLessThanOrEqual(
                tolerance,
              );
            }
          },
        ),
        { numRuns: 25 },
      );
    } finally {
      await engine.close();
    }
  });
});

function disturbed(prices: Float64Array | undefined, noise: Iterator<number>): Float64Array {
  return (prices ?? new Float64Array()).map((price) => price + Number(noise.next().value) / 4);
}
