import { cost, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'shiftRequest';
const request = { worker: 'W1', shift: 'early', weight: 7 } as const;
const asking = (kind: 'on' | 'off', day: number) =>
  ruleCase({ workers: [workerOf(), workerOf({ id: 'W2' })], requests: [{ ...request, kind, day }] });

describe(rule, () => {
  it('costs a wished shift that is not worked, on the first and the last day too', () => {
    for (const day of [0, 13]) {
      expect(cost(rule, asking('on', day), [])).toBe(7);
      expect(cost(rule, asking('on', day), [duty('early', day)])).toBe(0);
      expect(cost(rule, asking('on', day), [duty('early', day, { group: 'hotline' })])).toBe(0);
    }
  });

  it('is not granted by another shift, day or person', () => {
    const others = [duty('day', 3), duty('early', 4), duty('early', 3, { worker: 'W2' })];
    expect(cost(rule, asking('on', 3), others)).toBe(7);
  });

  it('costs a shift that the worker asked to be spared, and nothing else', () => {
    expect(cost(rule, asking('off', 3), [])).toBe(0);
    expect(cost(rule, asking('off', 3), [duty('early', 3)])).toBe(7);
    expect(cost(rule, asking('off', 3), [duty('day', 3), ...duties('early', [4, 5])])).toBe(0);
  });

  it('adds up several wishes', () => {
    const requests = [
      { ...request, kind: 'on', day: 0 },
      { ...request, kind: 'off', day: 1, weight: 2.5 },
    ] as const;
    expect(cost(rule, ruleCase({ requests }), [duty('early', 1)])).toBe(9.5);
  });
});
