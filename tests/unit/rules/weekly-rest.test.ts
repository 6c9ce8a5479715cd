import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'weeklyRest';
const six = (history: { workedDaysBefore?: number[]; lastDutyEnd?: number } = {}, workedDaysPerSevenMax = 6) =>
  ruleCase({ workers: [workerOf({ limits: { workedDaysPerSevenMax }, history })] });

describe(rule, () => {
  it('allows six days in a row with a rest day on either side, again and again', () => {
    expect(broken(rule, six(), duties('day', [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]))).toEqual([]);
  });

  it('is violated by seven days in a row, in the first days, the last days, and in any order', () => {
    expect(brokenDays(rule, six(), duties('day', [0, 1, 2, 3, 4, 5, 6]))).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
    expect(brokenDays(rule, six(), duties('day', [13, 12, 11, 10, 9, 8, 7]))).toEqual([[7, 8, 9, 10, 11, 12, 13]]);
  });

  it('finds every window of eight days in a row', () => {
    expect(brokenDays(rule, six(), duties('day', [2, 3, 4, 5, 6, 7, 8, 9]))).toHaveLength(2);
  });

  it('rolls: five in one week and two in the next are seven in a row', () => {
    const [found] = broken(rule, six(), duties('day', [2, 3, 4, 5, 6, 7, 8]));
    expect(found?.message.en).toContain('from 2026-05-13 to 2026-05-19');
    expect(found?.message.zh).toContain('劳动法第三十八条');
  });

  it('takes a night duty for work on both of its days', () => {
    expect(broken(rule, six(), duties('day', [0, 1, 2, 3, 4, 5]))).toEqual([]);
    expect(brokenDays(rule, six(), [...duties('day', [0, 1, 2, 3, 4]), duty('night', 5)])).toEqual([
      [0, 1, 2, 3, 4, 5],
    ]);
    // Also past the end of the period: the morning after the last day is the seventh.
    expect(brokenDays(rule, six(), [...duties('day', [8, 9, 10, 11, 12]), duty('night', 13)])).toEqual([
      [8, 9, 10, 11, 12, 13],
    ]);
  });

  it('takes a duty that ends at midnight for work on one day', () => {
    expect(broken(rule, six(), [...duties('day', [8, 9, 10, 11, 12]), duty('evening', 13)])).toEqual([]);
  });

  it('counts the days of the period before', () => {
    const before = { workedDaysBefore: [1, 2, 3, 4, 5] };
    expect(broken(rule, six(before), [duty('day', 0)])).toEqual([]);
    expect(brokenDays(rule, six(before), duties('day', [0, 1]))).toEqual([[0, 1]]);
    expect(broken(rule, six({ workedDaysBefore: [2, 3, 4, 5, 6] }), duties('day', [0]))).toEqual([]);
  });

  it('counts the morning into which the last duty runs once, whoever works that day again', () => {
    const running = { workedDaysBefore: [1, 2, 3, 4, 5], lastDutyEnd: 360 };
    expect(broken(rule, six(running), [duty('evening', 0)])).toEqual([]);
    expect(brokenDays(rule, six(running), [duty('evening', 0), duty('day', 1)])).toEqual([[0, 1]]);
    // A duty that ended at midnight didn't work day 0.
    const ended = { workedDaysBefore: [1, 2, 3, 4, 5], lastDutyEnd: 0 };
    expect(broken(rule, six(ended), [duty('day', 1)])).toEqual([]);
  });

  it('does not blame the plan for what history has overdrawn; it only leaves no day', () => {
    const overdrawn = { workedDaysBefore: [1, 2, 3, 4, 5, 6] };
    expect(broken(rule, six(overdrawn, 3), [])).toEqual([]);
    expect(brokenDays(rule, six(overdrawn, 3), [duty('day', 3)])).toEqual([[3]]);
    expect(broken(rule, six(overdrawn, 3), [duty('day', 4)])).toEqual([]);
  });
});
