import type { Pin } from '../../../solver/index.js';
import { broken, brokenDays, duty, ruleCase } from '../../support/rule-cases.js';

const rule = 'pins';
const pinned = (day: number, assignment: Pin['assignment']) => ruleCase({ pins: [{ worker: 'W1', day, assignment }] });
const dayDuty = { shift: 'day', group: 'counter' };

describe(rule, () => {
  it.each([0, 13])('lets the pinned duty stand on day %i and no other', (day) => {
    expect(broken(rule, pinned(day, dayDuty), [duty('day', day)])).toEqual([]);
    expect(brokenDays(rule, pinned(day, dayDuty), [])).toEqual([[day]]);
    expect(brokenDays(rule, pinned(day, dayDuty), [duty('early', day)])).toEqual([[day]]);
    expect(brokenDays(rule, pinned(day, dayDuty), [duty('day', day, { group: 'hotline' })])).toEqual([[day]]);
  });

  it('keeps a pinned day off free of duties that start on it', () => {
    expect(broken(rule, pinned(4, null), [duty('day', 3), duty('day', 5)])).toEqual([]);
    expect(brokenDays(rule, pinned(4, null), [duty('day', 4)])).toEqual([[4]]);
    // Last night's duty may end on it: the pin speaks of the roster's cell.
    expect(broken(rule, pinned(4, null), [duty('night', 3)])).toEqual([]);
  });

  it('is violated by a pin to somebody whom the problem does not have', () => {
    const problem = ruleCase({ pins: [{ worker: 'W9', day: 0, assignment: dayDuty }] });
    expect(broken(rule, problem, []).map(({ worker }) => worker)).toEqual(['W9']);
  });
});
