import { checkPlan, solveRoster, type RosterProblem, type Worker } from '../../../solver/index.js';
import { duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const solve = (problem: RosterProblem, seconds = 30) =>
  solveRoster(problem, { engine: 'highs', timeLimitSeconds: seconds, seed: 1, threads: 1 });
const floor = (minutesMin: number): Worker['limits']['hours'] => [
  {
    name: '两周',
    fromDay: 0,
    toDay: 13,
    carriedMinutes: 0,
    normalMinutes: null,
    minutesMax: null,
    minutesMin,
    overtimePricePerHour: 0,
  },
];
const runs = { consecutiveShiftsMax: 3, consecutiveShiftsMin: 2, consecutiveDaysOffMin: 2 };

describe('a problem whose rules demand work', () => {
  it('gets a lawful plan although nothing is in demand', async () => {
    const problem = ruleCase({ workers: [workerOf({ limits: { hours: floor(3840), runs } })] });
    const outcome = await solve(problem);
    if (outcome.kind !== 'plan') throw new Error(outcome.status);
    expect(checkPlan(problem, outcome.plan.assignments).hardViolations).toEqual([]);
    expect(outcome.plan.certificate).toMatchObject({ status: 'optimal', objective: 0 });
  });

  it('gets work around its pins, where the pins alone would be unlawful', async () => {
    const pin = duty('day', 6);
    const { worker, day, ...assignment } = pin;
    const problem = ruleCase({
      workers: [workerOf({ limits: { runs } })],
      pins: [{ worker, day, assignment: { shift: assignment.shift, group: assignment.group } }],
    });
    const outcome = await solve(problem);
    if (outcome.kind !== 'plan') throw new Error(outcome.status);
    expect(outcome.plan.assignments).toContainEqual(pin);
    expect(checkPlan(problem, outcome.plan.assignments).hardViolations).toEqual([]);
  });

  it('is proven to have no plan, with a smallest set of rules that cannot hold together', async () => {
    const greedy = workerOf({ id: 'W2', limits: { hours: floor(10_000), runs, weekendsMax: 1 } });
    const outcome = await solve(ruleCase({ workers: [workerOf(), greedy] }));
    expect(outcome).toMatchObject({
      kind: 'none',
      status: 'infeasible',
      conflicts: [{ rule: 'hoursMinimum', worker: 'W2' }],
    });
    const message = outcome.kind === 'none' ? (outcome.conflicts[0]?.message.en ?? '') : '';
    expect(message).toContain('the working time must reach its floor');
    // Eleven long duties do not fit into a fortnight of three days on and two off; weekends are not to blame.
    expect(message).toContain('so many days in a row with a duty are not allowed');
    expect(message).not.toContain('weekends');
  });

  it('is proven to have no plan when somebody with a floor may not work at all', async () => {
    const problem = ruleCase({ workers: [workerOf({ limits: { hours: floor(60) }, eligibility: [] })] });
    expect(await solve(problem)).toMatchObject({
      kind: 'none',
      status: 'infeasible',
      conflicts: [{ rule: 'hoursMinimum', worker: 'W1' }],
    });
  });

  it('says that the limit came first', async () => {
    const problem = ruleCase({ workers: [workerOf({ limits: { hours: floor(3840), runs } })] });
    expect(await solve(problem, 0)).toMatchObject({ kind: 'none', status: 'limit-reached', conflicts: [] });
  });
});
