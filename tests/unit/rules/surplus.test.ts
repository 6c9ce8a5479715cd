import { cost, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'surplus';
const demand = { group: 'counter', day: 1, start: 540, end: 720, required: 1, price: 0 };
const priced = ruleCase({
  workers: ['W1', 'W2', 'W3'].map((id) => workerOf({ id })),
  demand: [{ ...demand, surplusPrice: 8 }],
});
const atWork = (...workers: string[]) => workers.map((worker) => duty('day', 1, { worker }));

describe(rule, () => {
  it('costs each person beyond the requirement, and nothing up to it', () => {
    expect(cost(rule, priced, atWork())).toBe(0);
    expect(cost(rule, priced, atWork('W1'))).toBe(0);
    expect(cost(rule, priced, atWork('W1', 'W2', 'W3'))).toBe(16);
  });

  it('counts only who is there throughout, in this group', () => {
    const others = [duty('evening', 1, { worker: 'W2' }), duty('day', 1, { worker: 'W3', group: 'hotline' })];
    expect(cost(rule, priced, [...atWork('W1'), ...others])).toBe(0);
  });

  it('counts a duty that still runs from before the horizon', () => {
    const running = workerOf({ history: { running: { group: 'counter', until: 360 } } });
    const early = { ...demand, day: 0, start: 0, end: 360, required: 0, surplusPrice: 5 };
    expect(cost(rule, ruleCase({ workers: [running], demand: [early] }), [])).toBe(5);
  });

  it('costs nothing without a price', () => {
    expect(cost(rule, { ...priced, demand: [demand] }, atWork('W1', 'W2'))).toBe(0);
  });
});
