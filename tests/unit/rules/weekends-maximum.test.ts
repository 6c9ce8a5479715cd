import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'weekendsMaximum';
const most = (weekendsMax: number, days?: string[]) =>
  ruleCase({ workers: [workerOf({ limits: { weekendsMax } })], ...(days === undefined ? {} : { days }) });

// Days 5, 6 and 12, 13 are the weekends of the fortnight from Monday 11 May 2026.
describe(rule, () => {
  it('allows exactly the maximum and forbids one more', () => {
    expect(broken(rule, most(1), duties('day', [5, 6]))).toEqual([]);
    const [found] = broken(rule, most(1), duties('day', [6, 12]));
    expect(found?.days).toEqual([6, 12]);
    expect(found?.message.en).toContain('2026-05-16, 2026-05-23');
  });

  it('counts a weekend once, by its Saturday or its Sunday alone, up to the last day', () => {
    expect(brokenDays(rule, most(0), [duty('day', 5)])).toEqual([[5]]);
    expect(brokenDays(rule, most(0), [duty('day', 13)])).toEqual([[13]]);
    expect(broken(rule, most(2), duties('day', [5, 6, 12, 13]))).toEqual([]);
  });

  it('leaves Monday to Friday alone, and a night from Friday into Saturday', () => {
    expect(broken(rule, most(0), [...duties('day', [0, 4, 7, 11]), duty('night', 10)])).toEqual([]);
  });

  it('counts a Sunday with which the period begins', () => {
    const fromSunday = Array.from({ length: 14 }, (_, day) => `2026-05-${String(10 + day)}`);
    expect(brokenDays(rule, most(1, fromSunday), duties('day', [0, 6]))).toEqual([[0, 6]]);
    expect(broken(rule, most(2, fromSunday), duties('day', [0, 6]))).toEqual([]);
  });
});
