import { broken, brokenDays, duty, ruleCase } from '../../support/rule-cases.js';

const rule = 'past';
/** Re-planned at 9:00 on day 2, with a day duty published on day 1. */
const replanned = {
  ...ruleCase(),
  baseline: { assignments: [duty('day', 1)], changeCost: [], notBefore: 2 * 1440 + 540 },
};

describe(rule, () => {
  it('keeps published and pinned duties that have begun', () => {
    const pinned = { ...replanned, pins: [{ worker: 'W1', day: 0, assignment: { shift: 'early', group: 'counter' } }] };
    expect(broken(rule, pinned, [duty('early', 0), duty('day', 1)])).toEqual([]);
  });

  it.each([
    ['on a day gone by', duty('day', 0)],
    ['in another shift than was published', duty('early', 1)],
    ['in another group than was published', duty('day', 1, { group: 'hotline' })],
    ['earlier on the same day', duty('day', 2)],
  ])('lets nobody begin %s', (_, added) => {
    expect(brokenDays(rule, replanned, [added])).toEqual([[added.day]]);
  });

  it('allows what begins from then on', () => {
    expect(broken(rule, replanned, [duty('evening', 2), duty('day', 3)])).toEqual([]);
    expect(
      broken(rule, { ...replanned, baseline: { ...replanned.baseline, notBefore: 2 * 1440 + 510 } }, [duty('day', 2)]),
    ).toEqual([]);
  });

  it('binds only where a present is given', () => {
    expect(broken(rule, ruleCase(), [duty('day', 0)])).toEqual([]);
  });
});
