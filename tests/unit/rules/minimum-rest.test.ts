import { broken, brokenDays, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'minimumRest';
const resting = (restMinutesMin: number, history = {}) =>
  ruleCase({ workers: [workerOf({ limits: { restMinutesMin }, history })] });

describe(rule, () => {
  it('asks for nothing where no rest is set: Chinese law sets none', () => {
    expect(broken(rule, resting(0), [duty('evening', 0), duty('early', 1)])).toEqual([]);
  });

  it('is violated by a rest one minute too short, in both orders', () => {
    const both = [duty('evening', 0), duty('early', 1)];
    expect(broken(rule, resting(420), both)).toEqual([]);
    expect(brokenDays(rule, resting(421), both)).toEqual([[0, 1]]);
    expect(brokenDays(rule, resting(421), both.reverse())).toEqual([[0, 1]]);
  });

  it('measures across midnight, from the end of a night duty', () => {
    const both = [duty('long', 5), duty('evening', 6)];
    expect(broken(rule, resting(540), both)).toEqual([]);
    expect(brokenDays(rule, resting(541), both)).toEqual([[5, 6]]);
  });

  it('looks at every pair, not only at neighbours', () => {
    const three = [duty('early', 0), duty('early', 1), duty('early', 2)];
    expect(brokenDays(rule, resting(2500), three)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it('holds between the period before and the first day', () => {
    expect(broken(rule, resting(480, { lastDutyEnd: -60 }), [duty('early', 0)])).toEqual([]);
    expect(brokenDays(rule, resting(481, { lastDutyEnd: -60 }), [duty('early', 0)])).toEqual([[0]]);
    expect(brokenDays(rule, resting(661, { running: { group: 'counter', until: 420 } }), [duty('evening', 0)])).toEqual(
      [[0]],
    );
    expect(broken(rule, resting(660, { running: { group: 'counter', until: 420 } }), [duty('evening', 0)])).toEqual([]);
  });

  it('holds up to the last day', () => {
    expect(brokenDays(rule, resting(480), [duty('evening', 12), duty('early', 13)])).toEqual([[12, 13]]);
  });

  it('leaves overlapping duties to oneDutyAtATime', () => {
    const { length } = broken('oneDutyAtATime', resting(480), [duty('long', 0), duty('early', 1)]);
    expect(length).toBe(1);
  });
});
