import type { PlanAssignment } from '../../../solver/index.js';
import { cost, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'baselineChange';
const published = (...assignments: PlanAssignment[]) => ({
  ...ruleCase({ workers: [workerOf(), workerOf({ id: 'W2' })] }),
  baseline: { assignments, changeCost: [8, 4, 2, 1] },
});

describe(rule, () => {
  it('costs nothing for a first plan or for the published one', () => {
    expect(cost(rule, ruleCase(), [duty('day', 0)])).toBe(0);
    expect(cost(rule, published(duty('day', 0), duty('night', 2)), [duty('night', 2), duty('day', 0)])).toBe(0);
  });

  it.each([
    ['a duty taken away', []],
    ['another shift', [duty('early', 1)]],
    ['another group', [duty('day', 1, { group: 'hotline' })]],
  ])('costs the day of %s', (_, plan) => {
    expect(cost(rule, published(duty('day', 1)), plan)).toBe(4);
  });

  it('costs a new duty, and two worker-days when a duty moves from one person to the other', () => {
    expect(cost(rule, published(), [duty('day', 0)])).toBe(8);
    expect(cost(rule, published(duty('day', 0)), [duty('day', 0, { worker: 'W2' })])).toBe(16);
    expect(cost(rule, published(duty('day', 0)), [duty('day', 1)])).toBe(12);
  });

  it('costs nothing on days without a price, up to the last day', () => {
    expect(cost(rule, published(), [duty('day', 3)])).toBe(1);
    expect(cost(rule, published(), [duty('day', 4), duty('day', 13)])).toBe(0);
  });

  it('compares the day on which a night duty starts', () => {
    expect(cost(rule, published(duty('night', 2)), [duty('night', 1)])).toBe(6);
  });
});
