import { broken, brokenDays, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'dutyPeriodMaximum';
const limited = (dutyMinutesMax: number, overtimeBans: { fromDay: number; toDay: number }[] = []) =>
  ruleCase({ workers: [workerOf({ limits: { dutyMinutesMax, overtimeBans } })] });

describe(rule, () => {
  it('allows a duty of exactly the maximum and forbids a longer one, on any day', () => {
    expect(broken(rule, limited(930), [duty('long', 0)])).toEqual([]);
    expect(brokenDays(rule, limited(929), [duty('long', 0)])).toEqual([[0]]);
    expect(brokenDays(rule, limited(929), [duty('long', 13)])).toEqual([[13]]);
  });

  it('looks at the whole duty period: 15.5 hours over midnight are not 6.5 and 9', () => {
    const [found] = broken(rule, limited(660), [duty('long', 3)]);
    expect(found?.message.zh).toContain('15.5 小时，超过 11 小时');
    expect(found?.message.en).toContain('Labour Law 36, 41');
  });

  it('counts working time, not the meal in between', () => {
    expect(broken(rule, limited(480), [duty('day', 0)])).toEqual([]);
  });

  it('leaves eight hours to somebody who is barred from overtime, on the first and the last day of the bar only', () => {
    const problem = limited(960, [{ fromDay: 2, toDay: 4 }]);
    expect(
      brokenDays(
        rule,
        problem,
        [1, 3, 5].map((day) => duty('long', day)),
      ),
    ).toEqual([[3]]);
    expect(brokenDays(rule, problem, [duty('long', 2), duty('long', 4)])).toEqual([[2], [4]]);
    expect(broken(rule, problem, [duty('day', 3)])).toEqual([]);
  });

  it('keeps a maximum that is lower than eight hours during a bar', () => {
    expect(brokenDays(rule, limited(400, [{ fromDay: 0, toDay: 13 }]), [duty('day', 0)])).toEqual([[0]]);
  });
});
