import type { HoursAccount } from '../../../solver/index.js';
import { cost, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'overtime';
const account: HoursAccount = {
  name: '第20周',
  fromDay: 2,
  toDay: 6,
  carriedMinutes: 0,
  normalMinutes: 960,
  minutesMax: null,
  overtimePricePerHour: 60,
};
const priced = (...parts: Partial<HoursAccount>[]) =>
  ruleCase({ workers: [workerOf({ limits: { hours: parts.map((part) => ({ ...account, ...part })) } })] });

describe(rule, () => {
  it('costs nothing up to the normal time and by the minute above it', () => {
    expect(cost(rule, priced({}), duties('day', [2, 3]))).toBe(0);
    expect(cost(rule, priced({ normalMinutes: 930 }), duties('day', [2, 3]))).toBe(30);
    expect(cost(rule, priced({}), duties('day', [2, 3, 4]))).toBe(480);
  });

  it('counts duties that start on the first and last day of the account, and no others', () => {
    const none = priced({ normalMinutes: 0 });
    expect(cost(rule, none, duties('day', [1, 7]))).toBe(0);
    expect(cost(rule, none, duties('day', [2, 6]))).toBe(960);
    expect(cost(rule, none, [duty('night', 1)])).toBe(0);
    expect(cost(rule, none, [duty('night', 6)])).toBe(480);
  });

  it('adds the hours carried in, also when they alone are above', () => {
    expect(cost(rule, priced({ carriedMinutes: 900 }), [duty('day', 2)])).toBe(420);
    expect(cost(rule, priced({ carriedMinutes: 1020 }), [])).toBe(60);
  });

  it('prices each account on its own, and none without a normal time', () => {
    expect(
      cost(rule, priced({ normalMinutes: 0 }, { normalMinutes: 240, fromDay: 0, toDay: 13 }), [duty('day', 2)]),
    ).toBe(720);
    expect(cost(rule, priced({ normalMinutes: null }), duties('day', [2, 3, 4]))).toBe(0);
  });
});
