import type { History, Limits } from '../../../solver/index.js';
import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

/** A week before the plan that is known: minima and maxima go on across the first day. */
const known = (history: Partial<History>, limits: Partial<Limits> = {}) =>
  ruleCase({ workers: [workerOf({ history, limits })] });
const runs = (parts: Partial<NonNullable<Limits['runs']>>) => ({
  runs: { consecutiveShiftsMax: 14, consecutiveShiftsMin: 0, consecutiveDaysOffMin: 0, ...parts },
});
const workedFor = (days: number) => ({ eve: { shift: 'day', days }, workedDaysBefore: [1] });
const freeFor = (days: number) => ({ eve: { shift: null, days } });

describe('what is known of the days before the plan', () => {
  it('forbids on the first day what may not follow the shift of the eve', () => {
    const open = known({ eve: { shift: 'evening', days: 1 } });
    const shifts = open.shifts.map((shift) => (shift.id === 'evening' ? { ...shift, forbiddenNext: ['day'] } : shift));
    const problem = { ...open, shifts };
    expect(brokenDays('forbiddenSuccession', problem, [duty('day', 0)])).toEqual([[0]]);
    expect(broken('forbiddenSuccession', problem, [duty('early', 0), duty('day', 1)])).toEqual([]);
  });

  it('lets a run of duties go on until it is long enough', () => {
    const problem = known(workedFor(1), runs({ consecutiveShiftsMin: 3 }));
    expect(brokenDays('consecutiveShiftsMinimum', problem, [])).toEqual([[0]]);
    expect(brokenDays('consecutiveShiftsMinimum', problem, [duty('day', 0)])).toEqual([[0]]);
    expect(broken('consecutiveShiftsMinimum', problem, duties('day', [0, 1]))).toEqual([]);
    expect(broken('consecutiveShiftsMinimum', known(workedFor(3), runs({ consecutiveShiftsMin: 3 })), [])).toEqual([]);
  });

  it('counts a run that begins with the first day after a day off', () => {
    const problem = known(freeFor(2), runs({ consecutiveShiftsMin: 2 }));
    expect(brokenDays('consecutiveShiftsMinimum', problem, [duty('day', 0)])).toEqual([[0]]);
    expect(broken('consecutiveShiftsMinimum', problem, duties('day', [0, 1]))).toEqual([]);
    expect(broken('consecutiveShiftsMinimum', known({}, runs({ consecutiveShiftsMin: 2 })), [duty('day', 0)])).toEqual(
      [],
    );
  });

  it('lets a rest go on until it is long enough, and counts one that begins with the first day', () => {
    const rule = 'consecutiveDaysOffMinimum';
    const two = runs({ consecutiveDaysOffMin: 3 });
    expect(brokenDays(rule, known(freeFor(1), two), [duty('day', 0)])).toEqual([[0]]);
    expect(brokenDays(rule, known(freeFor(1), two), [duty('day', 1)])).toEqual([[0]]);
    expect(broken(rule, known(freeFor(1), two), [duty('day', 2)])).toEqual([]);
    expect(brokenDays(rule, known(workedFor(4), two), [duty('day', 2)])).toEqual([[0, 1]]);
    expect(broken(rule, known(workedFor(4), two), [duty('day', 3)])).toEqual([]);
  });

  it('counts shifts and weekends from before against the limits', () => {
    const shiftMaxima = [{ shift: 'night', count: 2 }];
    const nights = known({ shiftCounts: { night: 1 } }, { shiftMaxima });
    expect(broken('shiftMaximum', nights, [duty('night', 3)])).toEqual([]);
    expect(brokenDays('shiftMaximum', nights, duties('night', [3, 8]))).toEqual([[3, 8]]);
    const weekends = known({ weekendsWorked: 1 }, { weekendsMax: 2 });
    expect(broken('weekendsMaximum', weekends, [duty('day', 5)])).toEqual([]);
    expect(brokenDays('weekendsMaximum', weekends, duties('day', [5, 12]))).toEqual([[5, 12]]);
  });

  it('does not hold against a plan what history has overdrawn', () => {
    expect(broken('weekendsMaximum', known({ weekendsWorked: 5 }, { weekendsMax: 2 }), [duty('day', 2)])).toEqual([]);
    const shiftMaxima = [{ shift: 'night', count: 1 }];
    expect(broken('shiftMaximum', known({ shiftCounts: { night: 4 } }, { shiftMaxima }), [duty('day', 2)])).toEqual([]);
  });
});
