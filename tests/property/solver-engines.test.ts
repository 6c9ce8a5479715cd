import fc from 'fast-check';
import { checkPlan, solveRoster } from '../../solver/index.js';
import type { RosterProblem, SolveOutcome } from '../../solver/index.js';
import { bruteForce, countPlans } from '../support/brute-force.js';
import { rosterProblems } from '../support/random-problems.js';

const enumerable = 3000;

function solve(problem: RosterProblem, engine: 'highs' | 'javascript-lp-solver', seconds = 20): Promise<SolveOutcome> {
  return solveRoster(problem, { engine, timeLimitSeconds: seconds, seed: 1 });
}

/** The plan is lawful and its certificate says of it what the independent checker says. */
function expectConfirmed(problem: RosterProblem, outcome: SolveOutcome): void {
  if (outcome.kind !== 'plan') return;
  const { assignments, vacancies, certificate } = outcome.plan;
  const report = checkPlan(problem, assignments);
  expect(report.hardViolations).toEqual([]);
  expect(certificate.objective).toBeCloseTo(report.objective, 4);
  for (const [rule, cost] of Object.entries(report.costByRule)) {
    expect({ rule, cost: certificate.costByRule[rule as keyof typeof report.costByRule] }).toEqual({
      rule,
      cost: expect.closeTo(cost, 4) as unknown,
    });
  }
  expect(certificate.missingMinutes).toBe(report.missingMinutes);
  expect(sorted(vacancies)).toEqual(sorted(report.vacancies));
  expect(certificate.bound).toBeLessThanOrEqual(certificate.objective + 1e-9);
}

function sorted(items: readonly object[]): readonly string[] {
  return items.map((item) => JSON.stringify(item, Object.keys(item).sort())).sort();
}

/** Where minima demand work, a machine under load may reach the small engine's limit before everybody has a roster; then nothing else may be claimed. */
function ranOut(outcome: SolveOutcome): outcome is Extract<SolveOutcome, { kind: 'none' }> {
  if (outcome.kind === 'none') expect(outcome.status).toBe('limit-reached');
  return outcome.kind === 'none';
}

describe('solver engines', () => {
  it('find what trying every plan finds', async () => {
    let provenInJavascript = 0;
    await fc.assert(
      fc.asyncProperty(rosterProblems('tiny'), async (problem) => {
        fc.pre(countPlans(problem) <= enumerable);
        const best = bruteForce(problem);
        const highs = await solve(problem, 'highs');
        const javascript = await solve(problem, 'javascript-lp-solver', 2);
        expectConfirmed(problem, highs);
        expectConfirmed(problem, javascript);
        if (best === undefined) {
          expect(highs).toMatchObject({ kind: 'none', status: 'infeasible' });
          expect(javascript).toMatchObject({ kind: 'none' });
          return;
        }
        if (highs.kind !== 'plan') throw new Error('A lawful plan exists, but none was found');
        expect(highs.plan.certificate).toMatchObject({ status: 'optimal', gap: 0 });
        expect(highs.plan.certificate.objective).toBeCloseTo(best.objective, 4);
        expect(highs.plan.certificate.missingMinutesBound).toBe(best.missingMinutes);
        if (ranOut(javascript)) return;
        const { status, objective, bound } = javascript.plan.certificate;
        if (status === 'optimal') {
          provenInJavascript += 1;
          expect(objective).toBeCloseTo(best.objective, 4);
        } else expect(bound).toBeLessThanOrEqual(best.objective + 1e-6);
      }),
      { numRuns: 80 },
    );
    expect(provenInJavascript).toBeGreaterThan(20);
  }, 600_000);

  it('agree on small teams, or say that the limit came first', async () => {
    await fc.assert(
      fc.asyncProperty(rosterProblems('small'), async (problem) => {
        const highs = await solve(problem, 'highs');
        const javascript = await solve(problem, 'javascript-lp-solver', 1);
        expectConfirmed(problem, highs);
        expectConfirmed(problem, javascript);
        if (highs.kind !== 'plan') {
          expect(javascript.kind).toBe('none');
          return;
        }
        expect(highs.plan.certificate).toMatchObject({ status: 'optimal', gap: 0 });
        if (ranOut(javascript)) return;
        const difference = javascript.plan.certificate.objective - highs.plan.certificate.objective;
        if (javascript.plan.certificate.status === 'optimal') expect(difference).toBeCloseTo(0, 4);
        else expect(difference).toBeGreaterThan(-1e-4);
      }),
      { numRuns: 20 },
    );
  }, 600_000);
});
