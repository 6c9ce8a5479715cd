import type { UnavailableReason } from '../../../solver/index.js';
import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'availability';
const off = (days: number[], reason: UnavailableReason = 'leave', history = {}) =>
  ruleCase({ workers: [workerOf({ unavailable: days.map((day) => ({ day, reason })), history })] });

describe(rule, () => {
  it('forbids a duty on a day off, the first and the last included', () => {
    expect(brokenDays(rule, off([0, 13]), duties('day', [0, 1, 12, 13]))).toEqual([[0], [13]]);
  });

  it('forbids a night duty that ends on a day off, and allows one that ends at midnight', () => {
    expect(brokenDays(rule, off([5]), [duty('night', 4)])).toEqual([[4]]);
    expect(broken(rule, off([5]), [duty('evening', 4)])).toEqual([]);
    expect(broken(rule, off([5]), [duty('night', 6)])).toEqual([]);
  });

  it('finds both days off of one night duty', () => {
    expect(brokenDays(rule, off([4, 5]), [duty('night', 4)])).toEqual([[4], [4]]);
  });

  it('does not blame the plan for a duty of the period before that runs into a day off', () => {
    expect(
      broken(rule, off([0], 'leave', { lastDutyEnd: 540, running: { group: 'counter', until: 540 } }), []),
    ).toEqual([]);
  });

  it.each([
    ['leave', '请假'],
    ['notEmployed', '不在职'],
    ['notApproved', '未经甲方确认'],
    ['notTrained', '岗前培训未合格'],
    ['fixedDayOff', '固定休息日'],
  ] as const)('says why: %s', (reason, words) => {
    expect(broken(rule, off([3], reason), [duty('day', 3)])[0]?.message.zh).toContain(words);
  });
});
