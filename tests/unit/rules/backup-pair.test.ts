import type { Demand, Worker } from '../../../solver/index.js';
import { cost, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'backupPair';
const need = (day: number, parts: Partial<Demand> = {}): Demand => ({
  group: 'counter',
  day,
  start: 510,
  end: 720,
  required: 1,
  price: 0,
  ...parts,
});
const atHome: Worker['eligibility'] = [{ group: 'counter', fromDay: 0, toDay: 13, role: 'home' }];
const pair = (
  demand: Demand[],
  {
    holder = {},
    backup = {},
  }: { holder?: Parameters<typeof workerOf>[0]; backup?: Parameters<typeof workerOf>[0] } = {},
) => {
  const workers = [workerOf({ id: 'W1', eligibility: atHome, ...holder }), workerOf({ id: 'W2', ...backup })];
  const problem = ruleCase({ demand, workers, backupPairs: [{ holder: 'W1', backup: 'W2' }] });
  return { ...problem, weights: { ...problem.weights, uncoveredPair: 40 } };
};
const off = (...days: number[]) => ({ unavailable: days.map((day) => ({ day, reason: 'leave' as const })) });

describe(rule, () => {
  it('costs each day with demand on which neither works, the first and last included', () => {
    const problem = pair([need(0), need(6), need(13)]);
    expect(cost(rule, problem, [])).toBe(120);
    expect(cost(rule, problem, [duty('day', 0), duty('day', 13, { worker: 'W2' })])).toBe(40);
  });

  it('is satisfied by a duty in any group, of either or both', () => {
    expect(cost(rule, pair([need(3)]), [duty('day', 3, { worker: 'W2', group: 'hotline' })])).toBe(0);
    expect(cost(rule, pair([need(3)]), [duty('day', 3), duty('day', 3, { worker: 'W2' })])).toBe(0);
  });

  it('is not satisfied by a night duty that started on the day before', () => {
    expect(cost(rule, pair([need(3)]), [duty('night', 2)])).toBe(40);
  });

  it('asks for nothing on days without demand in a home group of the holder', () => {
    expect(cost(rule, pair([need(3, { required: 0 })]), [])).toBe(0);
    expect(cost(rule, pair([need(3, { group: 'hotline' })]), [])).toBe(0);
    const redeployed = { eligibility: [{ group: 'counter', fromDay: 0, toDay: 13, role: 'redeployed' as const }] };
    expect(cost(rule, pair([need(3)], { holder: redeployed }), [])).toBe(0);
    const notYet = { eligibility: [{ group: 'counter', fromDay: 4, toDay: 13, role: 'home' as const }] };
    expect(cost(rule, pair([need(3), need(4)], { holder: notYet }), [])).toBe(40);
  });

  it('asks for nothing when the group needs fewer at once than half of the people in its pairs', () => {
    const team = ['W1', 'W2', 'W3', 'W4'].map((id) => workerOf({ id, eligibility: atHome }));
    const backupPairs = [
      { holder: 'W1', backup: 'W2' },
      { holder: 'W3', backup: 'W4' },
    ];
    const demand = [need(3), need(3, { start: 780 }), need(4, { required: 2 }), need(4, { start: 780 })];
    const problem = { ...ruleCase({ demand, workers: team, backupPairs }), weights: pair([]).weights };
    expect(cost(rule, problem, [])).toBe(80);
    expect(cost(rule, problem, [duty('day', 4, { worker: 'W4' })])).toBe(40);
    const guest = { group: 'hotline', fromDay: 0, toDay: 13, role: 'home' as const };
    const elsewhere = team.map((one) => (one.id === 'W3' ? { ...one, eligibility: [guest] } : one));
    expect(cost(rule, { ...problem, workers: elsewhere }, [duty('day', 4)])).toBe(40);
  });

  it('counts a day once however many intervals it has', () => {
    expect(cost(rule, pair([need(3), need(3, { start: 720, end: 780 })]), [])).toBe(40);
  });

  it('asks for nothing when both are away, and for the other when one is', () => {
    expect(cost(rule, pair([need(3)], { holder: off(3), backup: off(3) }), [])).toBe(0);
    expect(cost(rule, pair([need(3)], { holder: off(3) }), [])).toBe(40);
    expect(cost(rule, pair([need(3)], { backup: off(3) }), [])).toBe(40);
  });
});
