import { broken, brokenDays, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'oneDutyAtATime';

describe(rule, () => {
  it('allows one duty a day, and a duty that starts as the one before ends', () => {
    expect(broken(rule, ruleCase(), [duty('day', 0), duty('early', 1), duty('night', 2), duty('early', 3)])).toEqual(
      [],
    );
  });

  it('is violated by two duties that start on one day, even when they do not overlap, in both orders', () => {
    const both = [duty('early', 4), duty('evening', 4, { group: 'hotline' })];
    expect(brokenDays(rule, ruleCase(), both)).toEqual([[4]]);
    expect(brokenDays(rule, ruleCase(), both.reverse())).toEqual([[4]]);
  });

  it('is violated by the same assignment given twice', () => {
    expect(brokenDays(rule, ruleCase(), [duty('day', 0), duty('day', 0)])).toEqual([[0]]);
  });

  it('is violated by a duty that starts before last night’s has ended, in both orders', () => {
    const both = [duty('long', 4), duty('early', 5)];
    expect(brokenDays(rule, ruleCase(), both)).toEqual([[4, 5]]);
    expect(brokenDays(rule, ruleCase(), both.reverse())).toEqual([[4, 5]]);
  });

  it('takes a meal for part of the duty period', () => {
    const lunch = { id: 'lunch', segments: [{ start: 720, end: 780 }], countedMinutes: 60, duties: [] };
    const { shifts, groups, ...rest } = ruleCase();
    const problem = {
      ...rest,
      shifts: [...shifts, lunch],
      groups: groups.map((group) => ({
        ...group,
        offers: group.offers.map((offer) => ({ ...offer, shifts: [...offer.shifts, 'lunch'] })),
      })),
    };
    expect(brokenDays(rule, problem, [duty('day', 0), duty('lunch', 0)])).toEqual([[0]]);
  });

  it('holds on the last day, and says nothing of two people', () => {
    expect(brokenDays(rule, ruleCase(), [duty('day', 13), duty('night', 13)])).toEqual([[13]]);
    const workers = [workerOf(), workerOf({ id: 'W2' })];
    expect(broken(rule, ruleCase({ workers }), [duty('day', 0), duty('day', 0, { worker: 'W2' })])).toEqual([]);
  });

  it.each([
    ['lastDutyEnd', { lastDutyEnd: 540 }],
    ['a running duty', { running: { group: 'hotline', until: 540 } }],
    ['the later of both', { lastDutyEnd: -100, running: { group: 'hotline', until: 540 } }],
  ])('is violated on the first day by a duty that starts before %s', (_, history) => {
    const problem = ruleCase({ workers: [workerOf({ history })] });
    expect(brokenDays(rule, problem, [duty('day', 0)])).toEqual([[0]]);
    expect(broken(rule, problem, [duty('evening', 0)])).toEqual([]);
  });

  it('allows a first duty at the very minute at which the history ends', () => {
    expect(
      broken(rule, ruleCase({ workers: [workerOf({ history: { lastDutyEnd: 420 } })] }), [duty('early', 0)]),
    ).toEqual([]);
  });
});
