import type { HoursAccount } from '../../../solver/index.js';
import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'hoursMaximum';
const account: HoursAccount = {
  name: '第20周',
  fromDay: 2,
  toDay: 6,
  carriedMinutes: 0,
  normalMinutes: null,
  minutesMax: 960,
  overtimePricePerHour: 0,
};
const within = (part: Partial<HoursAccount>, overtimeBans: { fromDay: number; toDay: number }[] = []) =>
  ruleCase({ workers: [workerOf({ limits: { hours: [{ ...account, ...part }], overtimeBans } })] });

describe(rule, () => {
  it('allows exactly the ceiling and forbids a minute more', () => {
    expect(broken(rule, within({}), duties('day', [2, 3]))).toEqual([]);
    const [found] = broken(rule, within({ minutesMax: 959 }), duties('day', [2, 3]));
    expect(found?.days).toEqual([2, 3]);
    expect(found?.message.zh).toContain('“第20周”（2026-05-13 至 2026-05-17）内共 16 小时');
  });

  it('counts a duty where it starts: on the first and last day of the account, not on their neighbours', () => {
    const tight = within({ minutesMax: 0 });
    expect(broken(rule, tight, duties('day', [0, 1, 7, 8]))).toEqual([]);
    expect(brokenDays(rule, tight, [duty('day', 2)])).toEqual([[2]]);
    expect(brokenDays(rule, tight, [duty('day', 6)])).toEqual([[6]]);
    // A night that starts on the day before works into the account, and counts outside it.
    expect(broken(rule, tight, [duty('night', 1)])).toEqual([]);
    expect(brokenDays(rule, tight, [duty('night', 6)])).toEqual([[6]]);
  });

  it('adds what was worked before, but blames nobody for it', () => {
    expect(broken(rule, within({ carriedMinutes: 480 }), [duty('day', 2)])).toEqual([]);
    expect(brokenDays(rule, within({ carriedMinutes: 481 }), [duty('day', 2)])).toEqual([[2]]);
    expect(broken(rule, within({ carriedMinutes: 5000 }), [])).toEqual([]);
    expect(brokenDays(rule, within({ carriedMinutes: 5000 }), [duty('day', 2)])).toEqual([[2]]);
  });

  it('has no ceiling where none is set', () => {
    expect(broken(rule, within({ minutesMax: null, normalMinutes: 480 }), duties('day', [2, 3, 4, 5, 6]))).toEqual([]);
  });

  it('allows no overtime in an account that shares a day with a bar from overtime', () => {
    const part = { minutesMax: 2880, normalMinutes: 480 };
    const days = duties('day', [2, 3]);
    expect(brokenDays(rule, within(part, [{ fromDay: 0, toDay: 2 }]), days)).toEqual([[2, 3]]);
    expect(brokenDays(rule, within(part, [{ fromDay: 6, toDay: 9 }]), days)).toEqual([[2, 3]]);
    expect(broken(rule, within(part, [{ fromDay: 0, toDay: 1 }]), days)).toEqual([]);
    expect(broken(rule, within(part, [{ fromDay: 7, toDay: 9 }]), days)).toEqual([]);
    expect(broken(rule, within({ minutesMax: null }, [{ fromDay: 2, toDay: 2 }]), days)).toEqual([]);
  });

  it('holds each account of a worker on its own', () => {
    const hours = [account, { ...account, name: '月', fromDay: 0, toDay: 13, minutesMax: 1440 }];
    const problem = ruleCase({ workers: [workerOf({ limits: { hours } })] });
    expect(brokenDays(rule, problem, duties('day', [0, 2, 3, 8]))).toEqual([[0, 2, 3, 8]]);
  });
});
