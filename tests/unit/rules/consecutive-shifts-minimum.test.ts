import { broken, brokenDays, duties, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'consecutiveShiftsMinimum';
const runs = { consecutiveShiftsMax: 14, consecutiveShiftsMin: 3, consecutiveDaysOffMin: 0 };
const three = ruleCase({ workers: [workerOf({ limits: { runs }, history: { workedDaysBefore: [1] } })] });

describe(rule, () => {
  it('allows exactly the minimum and forbids a day less', () => {
    expect(broken(rule, three, duties('day', [2, 3, 4, 6, 7, 8, 9]))).toEqual([]);
    const [found] = broken(rule, three, duties('day', [2, 3]));
    expect(found?.days).toEqual([2, 3]);
    expect(found?.message.zh).toContain('2026-05-13');
    expect(brokenDays(rule, three, duties('day', [1, 5, 6, 7, 9, 10]))).toEqual([[1], [9, 10]]);
  });

  it('does not bind a run that touches the first or the last day', () => {
    expect(broken(rule, three, duties('day', [0, 12, 13]))).toEqual([]);
    expect(broken(rule, three, duties('day', [0, 1, 13]))).toEqual([]);
    expect(brokenDays(rule, three, duties('day', [1, 2]))).toEqual([[1, 2]]);
    expect(brokenDays(rule, three, duties('day', [11, 12]))).toEqual([[11, 12]]);
  });

  it('demands no work at all', () => {
    expect(broken(rule, three, [])).toEqual([]);
  });
});
