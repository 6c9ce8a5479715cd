import { broken, brokenDays, duties, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'consecutiveDaysOffMinimum';
const runs = { consecutiveShiftsMax: 14, consecutiveShiftsMin: 0, consecutiveDaysOffMin: 2 };
const two = ruleCase({ workers: [workerOf({ limits: { runs } })] });

describe(rule, () => {
  it('allows exactly the minimum and forbids a day less', () => {
    expect(broken(rule, two, duties('day', [2, 3, 6, 9]))).toEqual([]);
    const [found] = broken(rule, two, duties('day', [2, 4]));
    expect(found?.days).toEqual([3]);
    expect(found?.message.en).toContain('2026-05-14');
  });

  it('does not bind days off that touch the first or the last day', () => {
    expect(broken(rule, two, duties('day', [1, 2, 12]))).toEqual([]);
    expect(brokenDays(rule, two, duties('day', [0, 2, 11, 13]))).toEqual([[1], [12]]);
  });

  it('is satisfied by work on the day between, and by no work at all', () => {
    expect(broken(rule, two, duties('day', [2, 3, 4]))).toEqual([]);
    expect(broken(rule, two, [])).toEqual([]);
  });
});
