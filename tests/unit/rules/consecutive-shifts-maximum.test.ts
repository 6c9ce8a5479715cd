import { broken, brokenDays, duties, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'consecutiveShiftsMaximum';
const runs = { consecutiveShiftsMax: 3, consecutiveShiftsMin: 0, consecutiveDaysOffMin: 0 };
const three = (workedDaysBefore: number[] = []) =>
  ruleCase({ workers: [workerOf({ limits: { runs }, history: { workedDaysBefore } })] });

describe(rule, () => {
  it('allows exactly the maximum and forbids a day more', () => {
    expect(broken(rule, three(), duties('day', [2, 3, 4, 6, 7, 8]))).toEqual([]);
    const [found] = broken(rule, three(), duties('day', [2, 3, 4, 5]));
    expect(found?.days).toEqual([2, 3, 4, 5]);
    expect(found?.message.en).toContain('4 days in a row from 2026-05-13');
  });

  it('binds on the first and on the last days', () => {
    expect(broken(rule, three(), duties('day', [0, 1, 2, 11, 12, 13]))).toEqual([]);
    expect(brokenDays(rule, three(), duties('day', [0, 1, 2, 3]))).toEqual([[0, 1, 2, 3]]);
    expect(brokenDays(rule, three(), duties('day', [10, 11, 12, 13]))).toEqual([[10, 11, 12, 13]]);
  });

  it('adds the days just before the period, up to the first gap', () => {
    expect(brokenDays(rule, three([1]), duties('day', [0, 1, 2]))).toEqual([[0, 1, 2]]);
    expect(broken(rule, three([1]), duties('day', [0, 1]))).toEqual([]);
    expect(broken(rule, three([2, 3, 4]), duties('day', [0, 1, 2]))).toEqual([]);
    expect(brokenDays(rule, three([1, 2, 3, 4, 5]), duties('day', [0]))).toEqual([[0]]);
    expect(broken(rule, three([1, 2, 3, 4, 5]), duties('day', [1, 2, 3]))).toEqual([]);
  });

  it('counts a night on the day on which it starts', () => {
    expect(broken(rule, three(), duties('night', [2, 3, 4]))).toEqual([]);
  });
});
