import { checkPlan } from '../../../solver/index.js';
import { cost, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'wishedRest';
const wishing = (restMinutesWished: number, history = {}) => {
  const problem = ruleCase({ workers: [workerOf({ limits: { restMinutesWished }, history })] });
  return { ...problem, weights: { ...problem.weights, shortRest: 9 } };
};

describe(rule, () => {
  it('costs a rest that is a minute shorter than wished, in both orders', () => {
    const both = [duty('evening', 0), duty('early', 1)];
    expect(cost(rule, wishing(420), both)).toBe(0);
    expect(cost(rule, wishing(421), both)).toBe(9);
    expect(cost(rule, wishing(421), both.reverse())).toBe(9);
  });

  it('costs a rest of nothing at all, across midnight', () => {
    const { shifts, ...rest } = wishing(660);
    const fromNine = { id: 'day', segments: [{ start: 540, end: 1080 }], countedMinutes: 480, duties: [] };
    const problem = { ...rest, shifts: shifts.map((shift) => (shift.id === 'day' ? fromNine : shift)) };
    expect(cost(rule, problem, [duty('long', 12), duty('day', 13)])).toBe(9);
  });

  it('counts every pair, not only neighbours', () => {
    expect(cost(rule, wishing(2500), [duty('early', 0), duty('early', 1), duty('early', 2)])).toBe(27);
  });

  it('counts each duty too close to the period before', () => {
    expect(cost(rule, wishing(660, { lastDutyEnd: -240 }), [duty('early', 0)])).toBe(0);
    expect(cost(rule, wishing(660, { lastDutyEnd: -239 }), [duty('early', 0)])).toBe(9);
    expect(cost(rule, wishing(660, { running: { group: 'counter', until: 420 } }), [duty('evening', 0)])).toBe(0);
    expect(cost(rule, wishing(661, { running: { group: 'counter', until: 420 } }), [duty('evening', 0)])).toBe(9);
  });

  it('leaves overlaps to oneDutyAtATime', () => {
    expect(checkPlan(wishing(660), [duty('long', 0), duty('early', 1)]).costByRule.wishedRest).toBe(0);
    expect(checkPlan(wishing(660, { lastDutyEnd: 500 }), [duty('early', 0)]).costByRule.wishedRest).toBe(0);
  });
});
