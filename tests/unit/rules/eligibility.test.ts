import { broken, brokenDays, duty, duties, ruleCase, workerOf } from '../../support/rule-cases.js';
import { checkPlan, type Eligibility } from '../../../solver/index.js';

const rule = 'eligibility';
const approved = (...eligibility: Eligibility[]) => ruleCase({ workers: [workerOf({ eligibility })] });

describe(rule, () => {
  it('opens and closes with the days of the approval', () => {
    const problem = approved({ group: 'counter', fromDay: 2, toDay: 4, role: 'home' });
    expect(broken(rule, problem, duties('day', [2, 3, 4]))).toEqual([]);
    expect(brokenDays(rule, problem, duties('day', [1, 5]))).toEqual([[1], [5]]);
  });

  it('looks at the start day of a night duty', () => {
    const problem = approved({ group: 'counter', fromDay: 2, toDay: 4, role: 'home' });
    expect(broken(rule, problem, [duty('night', 4)])).toEqual([]);
    expect(brokenDays(rule, problem, [duty('night', 1)])).toEqual([[1]]);
  });

  it('holds for each group on its own, in any role', () => {
    const problem = approved({ group: 'hotline', fromDay: 0, toDay: 13, role: 'backup' });
    expect(broken(rule, problem, [duty('day', 0, { group: 'hotline' })])).toEqual([]);
    const [found] = broken(rule, problem, [duty('day', 0)]);
    expect(found?.message.zh).toContain('甲方确认');
  });

  it('is violated by a shift that the group does not offer on that day', () => {
    const { groups, ...rest } = ruleCase();
    const offers = [
      { day: 0, shifts: ['day'], dayDuties: [] },
      { day: 1, shifts: ['night'], dayDuties: [] },
    ];
    const problem = { ...rest, groups: groups.map((group) => (group.id === 'counter' ? { ...group, offers } : group)) };
    expect(broken(rule, problem, [duty('day', 0), duty('night', 1)])).toEqual([]);
    expect(brokenDays(rule, problem, [duty('night', 0)])).toEqual([[0]]);
    expect(brokenDays(rule, problem, [duty('day', 2)])).toEqual([[2]]);
  });

  it.each([
    ['worker', duty('day', 0, { worker: 'W9' })],
    ['shift', duty('dusk', 0)],
    ['group', duty('day', 0, { group: 'cellar' })],
    ['day before the first', duty('day', -1)],
    ['day after the last', duty('day', 14)],
    ['day that is none', duty('day', 0.5)],
    ['day that is no number', duty('day', Number.NaN)],
    ['day beyond all calendars', duty('day', 1e15)],
  ])('is violated, without a crash, by an unknown %s, which then counts for nothing', (_, stranger) => {
    const problem = ruleCase({
      demand: [{ group: 'counter', day: 0, start: 600, end: 660, required: 1, price: 7 }],
    });
    expect(broken(rule, problem, [stranger])).toHaveLength(1);
    expect(checkPlan(problem, [stranger]).objective).toBe(7);
  });
});
