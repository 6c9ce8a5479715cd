import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'shiftMaximum';
const twice = ruleCase({
  workers: [workerOf({ limits: { shiftMaxima: [{ shift: 'early', count: 2 }] } }), workerOf({ id: 'W2' })],
});

describe(rule, () => {
  it('allows exactly the maximum and forbids one more, the first and the last day counted', () => {
    expect(broken(rule, twice, duties('early', [0, 13]))).toEqual([]);
    const [found] = broken(rule, twice, duties('early', [0, 6, 13]));
    expect(found?.days).toEqual([0, 6, 13]);
    expect(found?.message.en).toContain('3 times');
  });

  it('counts the shift in every group, and no other shift or worker', () => {
    expect(brokenDays(rule, twice, [...duties('early', [1, 3]), duty('early', 5, { group: 'hotline' })])).toEqual([
      [1, 3, 5],
    ]);
    expect(broken(rule, twice, [...duties('early', [1, 3]), ...duties('day', [5, 6, 7])])).toEqual([]);
    expect(broken(rule, twice, duties('early', [1, 2, 3, 4], { worker: 'W2' }))).toEqual([]);
  });

  it('allows none at zero', () => {
    const never = ruleCase({ workers: [workerOf({ limits: { shiftMaxima: [{ shift: 'early', count: 0 }] } })] });
    expect(brokenDays(rule, never, [duty('early', 4)])).toEqual([[4]]);
  });
});
