import type { Eligibility } from '../../../solver/index.js';
import { cost, duties, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'backupUse';
const inRoles = (...eligibility: Eligibility[]) => {
  const problem = ruleCase({ workers: [workerOf({ eligibility })] });
  return { ...problem, weights: { ...problem.weights, redeployed: 30, backup: 70 } };
};
const entry = (role: Eligibility['role'], fromDay = 0, toDay = 13): Eligibility => ({
  group: 'counter',
  role,
  fromDay,
  toDay,
});

describe(rule, () => {
  it('costs each duty by its role, nothing at home', () => {
    expect(cost(rule, inRoles(entry('home')), duties('day', [0, 13]))).toBe(0);
    expect(cost(rule, inRoles(entry('redeployed')), duties('day', [0, 13]))).toBe(60);
    expect(cost(rule, inRoles(entry('backup')), duties('day', [0, 13]))).toBe(140);
  });

  it('takes the cheapest of several roles, whatever their order', () => {
    expect(cost(rule, inRoles(entry('backup'), entry('redeployed')), duties('day', [0]))).toBe(30);
    expect(cost(rule, inRoles(entry('redeployed'), entry('home')), duties('day', [0]))).toBe(0);
  });

  it('looks at the role of the day', () => {
    const problem = inRoles(entry('backup'), entry('home', 3, 5));
    expect(cost(rule, problem, duties('day', [2, 3, 5, 6]))).toBe(140);
  });
});
