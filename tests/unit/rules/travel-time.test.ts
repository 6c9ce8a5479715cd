import { broken, brokenDays, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'travelTime';
/** The hotline lies 11 hours away from the counter: a worker of the night shift gets there at 17:00. */
const apart = (() => {
  const open = ruleCase({ workers: [workerOf(), workerOf({ id: 'W2' })] });
  const groups = open.groups.map((group) => ({ ...group, site: `${group.id} site` }));
  return { ...open, groups, travel: [{ between: ['hotline site', 'counter site'] as const, minutes: 660 }] };
})();
const there = { group: 'hotline' };

describe(rule, () => {
  it('asks for the time of the way in both directions', () => {
    expect(brokenDays(rule, apart, [duty('night', 3), duty('day', 4, there)])).toEqual([[3, 4]]);
    const [found] = broken(rule, apart, [duty('night', 3, there), duty('day', 4)]);
    expect(found?.days).toEqual([3, 4]);
    expect(found?.message.zh).toContain('660');
  });

  it('is content with exactly that time', () => {
    expect(broken(rule, apart, [duty('night', 3), duty('long', 4, there)])).toEqual([]);
    const further = { ...apart, travel: [{ between: ['counter site', 'hotline site'] as const, minutes: 691 }] };
    expect(brokenDays(rule, further, [duty('night', 3), duty('long', 4, there)])).toEqual([[3, 4]]);
  });

  it('binds nobody who stays, no two people, and no sites without a way or without a name', () => {
    expect(broken(rule, apart, [duty('night', 3), duty('day', 4)])).toEqual([]);
    expect(broken(rule, apart, [duty('night', 3), duty('day', 4, { worker: 'W2', ...there })])).toEqual([]);
    expect(broken(rule, { ...apart, travel: [] }, [duty('night', 3), duty('day', 4, there)])).toEqual([]);
    const nowhere = { ...apart, groups: ruleCase().groups };
    expect(broken(rule, nowhere, [duty('night', 3), duty('day', 4, there)])).toEqual([]);
  });
});
