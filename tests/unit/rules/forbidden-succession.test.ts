import { broken, brokenDays, duty, ruleCase } from '../../support/rule-cases.js';

const rule = 'forbiddenSuccession';
const problem = (() => {
  const open = ruleCase();
  const shifts = open.shifts.map((shift) =>
    shift.id === 'evening' ? { ...shift, forbiddenNext: ['early', 'day'] } : shift,
  );
  return { ...open, shifts };
})();

describe(rule, () => {
  it('forbids the listed shifts on the very next day, in whatever group', () => {
    const [found] = broken(rule, problem, [duty('evening', 3), duty('early', 4, { group: 'hotline' })]);
    expect(found?.days).toEqual([3, 4]);
    expect(found?.message.zh).toContain('2026-05-14');
    expect(brokenDays(rule, problem, [duty('day', 4), duty('evening', 3)])).toEqual([[3, 4]]);
  });

  it('allows them a day later, before, and other shifts at once', () => {
    expect(broken(rule, problem, [duty('evening', 3), duty('early', 5)])).toEqual([]);
    expect(broken(rule, problem, [duty('early', 2), duty('evening', 3), duty('evening', 4)])).toEqual([]);
  });

  it('binds on the first two and on the last two days', () => {
    expect(brokenDays(rule, problem, [duty('evening', 0), duty('day', 1)])).toEqual([[0, 1]]);
    expect(brokenDays(rule, problem, [duty('evening', 12), duty('day', 13)])).toEqual([[12, 13]]);
    expect(broken(rule, problem, [duty('evening', 13), duty('day', 0)])).toEqual([]);
  });
});
