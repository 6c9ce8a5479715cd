import { cost, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'shiftCover';
const workers = ['W1', 'W2', 'W3'].map((id) => workerOf({ id }));
const wanting = (preferred: number, day = 4) =>
  ruleCase({
    workers,
    shiftCover: [{ group: 'counter', day, shift: 'early', preferred, underWeight: 100, overWeight: 3 }],
  });
const present = (count: number, day = 4) => workers.slice(0, count).map(({ id }) => duty('early', day, { worker: id }));

describe(rule, () => {
  it('costs each person too few and each too many, and nothing at the preferred number', () => {
    expect([0, 1, 2, 3].map((count) => cost(rule, wanting(2), present(count)))).toEqual([200, 100, 0, 3]);
    expect(cost(rule, wanting(0), present(3))).toBe(9);
  });

  it('holds on the first and the last day', () => {
    for (const day of [0, 13]) {
      expect(cost(rule, wanting(1, day), [])).toBe(100);
      expect(cost(rule, wanting(1, day), present(1, day))).toBe(0);
    }
  });

  it('counts this shift in this group on this day only', () => {
    const elsewhere = [
      duty('day', 4),
      duty('early', 4, { worker: 'W2', group: 'hotline' }),
      duty('early', 5, { worker: 'W3' }),
    ];
    expect(cost(rule, wanting(1), elsewhere)).toBe(100);
  });
});
