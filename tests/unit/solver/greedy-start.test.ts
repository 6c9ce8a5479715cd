import { buildModel } from '../../../solver/rules/index.js';
import { greedyStart } from '../../../solver/search/starts/greedy-start.js';
import { assignmentsOf } from '../../../solver/search/plan-parts.js';
import type { RosterProblem } from '../../../solver/index.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

function greedy(problem: RosterProblem): readonly string[] {
  const model = buildModel(problem);
  return assignmentsOf(model, greedyStart(model, { signal: new AbortController().signal })).map(
    ({ worker, day }) => `${worker} ${day}`,
  );
}

describe('the greedy plan', () => {
  it('gives duties to those who have borne fewest', () => {
    const workers = [smallWorker('W1', { history: { duties: { early: 3 } } }), smallWorker('W2')];
    expect(greedy(smallRoster({ workers }))).toEqual(['W2 0', 'W2 1']);
  });

  it('counts what it has given itself', () => {
    expect(new Set(greedy(smallRoster()))).toEqual(new Set(['W1 0', 'W2 1']));
  });

  it('leaves a post empty that costs less than the overtime', () => {
    const hours = [
      {
        name: 'week',
        fromDay: 0,
        toDay: 1,
        carriedMinutes: 0,
        normalMinutes: 480,
        minutesMax: null,
        overtimePricePerHour: 120,
      },
    ];
    expect(greedy(smallRoster({ workers: [smallWorker('W1', { limits: { hours } })], fairness: [] }))).toEqual([
      'W1 0',
    ]);
  });
});
