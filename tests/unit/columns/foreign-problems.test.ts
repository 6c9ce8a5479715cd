import type { History, RosterProblem } from '../../../solver/index.js';
import { canGenerateColumns } from '../../../solver/columns/column-problem.js';
import { columnCase } from '../../support/column-cases.js';

const plain = columnCase({
  days: 7,
  shifts: [{ id: 'd', minutes: 480 }],
  workers: [{}],
  cover: [{ day: 0, shift: 'd', preferred: 1, underWeight: 10, overWeight: 1 }],
});
const knowing = (history: Partial<History>): RosterProblem => ({
  ...plain,
  workers: plain.workers.map((worker) => ({ ...worker, history: { ...worker.history, ...history } })),
});

describe('column generation', () => {
  it('takes a problem of its kind', () => {
    expect(canGenerateColumns(plain)).toBe(true);
  });

  it.each<[string, RosterProblem]>([
    ['the eve', knowing({ eve: { shift: null, days: 1 } })],
    ['shifts worked before', knowing({ shiftCounts: { d: 1 } })],
    ['weekends worked before', knowing({ weekendsWorked: 1 })],
    ['ways between sites', { ...plain, travel: [{ between: ['north', 'south'], minutes: 60 }] }],
    ['a published roster', { ...plain, baseline: { assignments: [], changeCost: [] } }],
    [
      'demand with a price for surplus',
      { ...plain, demand: [{ group: 'ward', day: 0, start: 0, end: 480, required: 1, price: 0, surplusPrice: 1 }] },
    ],
  ])('leaves one that knows %s to the compact model', (_, problem) => {
    expect(canGenerateColumns(problem)).toBe(false);
  });
});
