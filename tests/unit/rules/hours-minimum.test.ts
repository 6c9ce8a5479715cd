import type { HoursAccount } from '../../../solver/index.js';
import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'hoursMinimum';
const account: HoursAccount = {
  name: '月',
  fromDay: 2,
  toDay: 6,
  carriedMinutes: 0,
  normalMinutes: null,
  minutesMax: null,
  minutesMin: 960,
  overtimePricePerHour: 0,
};
const within = (part: Partial<HoursAccount>) =>
  ruleCase({ workers: [workerOf({ limits: { hours: [{ ...account, ...part }] } })] });

describe(rule, () => {
  it('is satisfied by exactly the floor and broken by a minute less', () => {
    expect(broken(rule, within({}), duties('day', [2, 6]))).toEqual([]);
    const [found] = broken(rule, within({ minutesMin: 961 }), duties('day', [2, 6]));
    expect(found?.days).toEqual([2, 6]);
    expect(found?.message.zh).toContain('“月”（2026-05-13 至 2026-05-17）内共 16 小时');
  });

  it('is broken by a plan without any duty', () => {
    expect(brokenDays(rule, within({}), [])).toEqual([[]]);
  });

  it('counts a duty where it starts: not on the days before and after the account', () => {
    expect(brokenDays(rule, within({}), duties('day', [1, 2, 7]))).toEqual([[2]]);
    expect(brokenDays(rule, within({}), [duty('night', 1), duty('day', 3)])).toEqual([[3]]);
    expect(broken(rule, within({}), [duty('day', 3), duty('night', 6)])).toEqual([]);
  });

  it('counts what was carried', () => {
    expect(broken(rule, within({ carriedMinutes: 960 }), [])).toEqual([]);
    expect(brokenDays(rule, within({ carriedMinutes: 959 }), [])).toEqual([[]]);
    expect(broken(rule, within({ carriedMinutes: 959 }), [duty('day', 2)])).toEqual([]);
  });
});
