import { cost, duties, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'stablePost';
const lastAt = (group: string | null) => {
  const problem = ruleCase({ workers: [workerOf({ history: { group } })] });
  return { ...problem, weights: { ...problem.weights, unstablePost: 5 } };
};

describe(rule, () => {
  it('costs each duty in another group than the last one, on the first and last day too', () => {
    expect(cost(rule, lastAt('counter'), duties('day', [0, 5, 13], { group: 'hotline' }))).toBe(15);
    expect(cost(rule, lastAt('counter'), duties('day', [0, 5, 13]))).toBe(0);
  });

  it('costs nothing for somebody without a last group', () => {
    expect(cost(rule, lastAt(null), duties('day', [0, 5], { group: 'hotline' }))).toBe(0);
  });

  it('costs a worker whose last group no longer exists for every duty', () => {
    expect(cost(rule, lastAt('closed'), duties('day', [0, 1]))).toBe(10);
  });
});
