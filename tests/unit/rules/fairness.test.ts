import type { RosterProblem } from '../../../solver/index.js';
import { cost, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'fairness';
const sharing = (carried: readonly number[], parts: Partial<RosterProblem['fairness'][number]> = {}) => {
  const ids = carried.map((_, index) => `W${index + 1}`);
  return ruleCase({
    workers: carried.map((night, index) =>
      workerOf({ id: ids[index] ?? '', history: night === 0 ? {} : { duties: { night } } }),
    ),
    fairness: [{ duty: 'night', workers: ids, weight: 2, ...parts }],
  });
};
const nights = (worker: string, days: number[]) => duties('night', days, { worker });

describe(rule, () => {
  it('grows with the square of what one person carries', () => {
    expect(cost(rule, sharing([0, 0]), nights('W1', [0]))).toBe(2);
    expect(cost(rule, sharing([0, 0]), nights('W1', [0, 2]))).toBe(8);
    expect(cost(rule, sharing([0, 0]), [...nights('W1', [0]), ...nights('W2', [2])])).toBe(4);
  });

  it('is dearer for who carried more in the periods before', () => {
    expect(cost(rule, sharing([3, 1]), nights('W1', [0]))).toBe(2 * (9 - 4));
    expect(cost(rule, sharing([3, 1]), nights('W2', [0]))).toBe(2);
  });

  it('counts from the least carried, so that a long history alone makes nothing dear', () => {
    expect(cost(rule, sharing([103, 101]), nights('W1', [0]))).toBe(10);
    expect(cost(rule, sharing([103, 101]), [])).toBe(0);
  });

  it('counts duties of the kind only, on the first and the last day', () => {
    expect(cost(rule, sharing([0]), duties('day', [0, 1]))).toBe(0);
    expect(cost(rule, sharing([0]), [duty('night', 0), duty('long', 13)])).toBe(8);
  });

  it('counts the burden of the day, and a duty only once', () => {
    const { groups, ...rest } = sharing([0], { duty: 'saturday' });
    const offers = [{ day: 5, shifts: ['day', 'night'], dayDuties: ['saturday' as const, 'night' as const] }];
    const problem = { ...rest, groups: groups.map((group) => ({ ...group, offers })) };
    expect(cost(rule, problem, [duty('day', 5)])).toBe(2);
    const asNight = { ...problem, fairness: [{ duty: 'night' as const, workers: ['W1'], weight: 2 }] };
    expect(cost(rule, asNight, [duty('night', 5)])).toBe(2);
  });

  it('takes the first offer that lists the shift', () => {
    const { groups, ...rest } = sharing([0], { duty: 'holiday' });
    const offers = [
      { day: 5, shifts: ['night'], dayDuties: ['holiday' as const] },
      { day: 5, shifts: ['day'], dayDuties: [] },
      { day: 5, shifts: ['day'], dayDuties: ['holiday' as const] },
    ];
    expect(cost(rule, { ...rest, groups: groups.map((group) => ({ ...group, offers })) }, [duty('day', 5)])).toBe(0);
  });

  it('leaves out who is not in the rule', () => {
    expect(cost(rule, sharing([0, 5], { workers: ['W1'] }), nights('W2', [0, 2]))).toBe(0);
  });
});
