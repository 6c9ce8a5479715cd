import fc from 'fast-check';
import { openHighs } from '../../solver/engines/highs.js';
import { vacancyConflict } from '../../solver/explain/vacancy-conflicts.js';
import { vacancyUnits } from '../../solver/explain/vacancy-units.js';
import { solveRoster } from '../../solver/index.js';
import { readFacts } from '../../solver/rules/roster-facts.js';
import { startStopwatch } from '../../solver/search/stopwatch.js';
import { countPlans } from '../support/brute-force.js';
import { rosterProblems } from '../support/random-problems.js';
import { canFill } from '../support/relaxed-plans.js';

describe('vacancy conflicts', () => {
  it('cannot hold together, and can when any one member is left out', async () => {
    const engine = openHighs();
    const seen = { unavoidable: 0, avoidable: 0, members: 0 };
    await fc.assert(
      fc.asyncProperty(rosterProblems('tiny'), async (problem) => {
        fc.pre(countPlans(problem) <= 3000);
        const outcome = await solveRoster(problem, { engine: 'highs', timeLimitSeconds: 20, seed: 1, threads: 1 });
        if (outcome.kind === 'none') return;
        const { vacancies } = outcome.plan;
        for (const unit of vacancyUnits(readFacts(problem), vacancies)) {
          const search = { unit, engine, watch: startStopwatch(30), seed: 1 };
          const conflict = await vacancyConflict(problem, outcome.plan, search);
          const question = { unit: unit.intervals, vacancies };
          if (conflict.kind === 'unavoidable') {
            seen.unavoidable += 1;
            seen.members += conflict.members.length;
            expect(conflict.isMinimal).toBe(true);
            expect(canFill(problem, { ...question, members: conflict.members })).toBe(false);
            for (const one of conflict.members) {
              const others = conflict.members.filter((member) => member !== one);
              expect(canFill(problem, { ...question, members: others })).toBe(true);
            }
          } else {
            seen.avoidable += 1;
            expect(conflict.kind).toBe('avoidable');
            expect(outcome.plan.certificate.missingMinutesBound).toBeLessThan(outcome.plan.certificate.missingMinutes);
          }
        }
      }),
      { numRuns: 30 },
    );
    await engine.close();
    expect(seen.unavoidable).toBeGreaterThan(10);
    expect(seen.members).toBeGreaterThan(5);
  });
});
