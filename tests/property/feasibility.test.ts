import fc from 'fast-check';
import { feasibility } from '../../solver/index.js';
import { bruteForce, countPlans } from '../support/brute-force.js';
import { rosterProblems } from '../support/random-problems.js';

describe('feasibility findings', () => {
  it('never claim more than the best of all plans lacks', async () => {
    let findingCount = 0;
    await fc.assert(
      fc.asyncProperty(rosterProblems('tiny'), async (problem) => {
        fc.pre(countPlans(problem) <= 2000);
        const best = bruteForce(problem);
        if (best === undefined) return;
        const { findings } = await feasibility(problem);
        findingCount += findings.length;
        for (const finding of findings) {
          expect(finding.achievable).toBeLessThan(finding.required);
          expect(finding.missingMinutesAtLeast).toBeGreaterThan(0);
          expect(finding.missingMinutesAtLeast).toBeLessThanOrEqual(best.missingMinutes);
        }
      }),
      { numRuns: 30 },
    );
    expect(findingCount).toBeGreaterThan(10);
  });
});
