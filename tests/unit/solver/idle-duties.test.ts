import { solveRoster } from '../../../solver/index.js';
import type { PlanAssignment, RosterProblem } from '../../../solver/index.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

/** Both people at the one counter on both days, where one would do. */
const twice: readonly PlanAssignment[] = [0, 1].flatMap((day) =>
  ['W1', 'W2'].map((worker) => ({ worker, day, shift: 'day', group: 'counter' })),
);

/** What is left of a search that had no time for more than its start. */
async function leftOf(problem: RosterProblem): Promise<readonly string[]> {
  const outcome = await solveRoster(problem, {
    engine: 'highs',
    timeLimitSeconds: 0,
    seed: 1,
    start: { assignments: twice, bound: 0 },
  });
  if (outcome.kind !== 'plan') throw new Error(outcome.status);
  expect(outcome.plan.vacancies).toEqual([]);
  return outcome.plan.assignments.map(({ worker, day }) => `${worker} ${day}`);
}

describe('duties that help nobody', () => {
  it('go when the search ends before it comes to them', async () => {
    expect(await leftOf(smallRoster())).toEqual(['W2 0', 'W2 1']);
  });

  it('stay when hours are guaranteed', async () => {
    const account = { name: 'week', fromDay: 0, toDay: 1, carriedMinutes: 0, normalMinutes: null, minutesMax: null };
    const hours = [{ ...account, minutesMin: 960, overtimePricePerHour: 0 }];
    const workers = [smallWorker('W1', { limits: { hours } }), smallWorker('W2')];
    expect(await leftOf(smallRoster({ workers }))).toEqual(['W1 0', 'W1 1']);
  });

  it('stay when they are pinned or published', async () => {
    const assignment = { shift: 'day', group: 'counter' };
    expect(await leftOf(smallRoster({ pins: [{ worker: 'W1', day: 0, assignment }] }))).toEqual(['W1 0', 'W2 1']);
    const published = { worker: 'W1', day: 1, ...assignment };
    const baseline = { assignments: [published], changeCost: [0, 0] };
    expect(await leftOf(smallRoster({ baseline }))).toEqual(['W2 0', 'W1 1']);
  });

  it('stay when a pair would have nobody at work', async () => {
    const workers = ['W1', 'W2', 'W3'].map((id) => smallWorker(id));
    const backupPairs = [{ holder: 'W1', backup: 'W3' }];
    expect(await leftOf(smallRoster({ workers, backupPairs, fairness: [] }))).toEqual(['W1 0', 'W1 1']);
  });
});
