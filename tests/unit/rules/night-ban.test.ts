import { broken, brokenDays, duties, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'nightBan';
const barred = (fromDay: number, toDay: number) =>
  ruleCase({ workers: [workerOf({ limits: { nightBans: [{ fromDay, toDay }] } })] });

describe(rule, () => {
  it('forbids a night duty on the first and on the last day of the bar', () => {
    expect(brokenDays(rule, barred(3, 5), [duty('night', 3)])).toEqual([[3]]);
    expect(brokenDays(rule, barred(3, 5), [duty('night', 5)])).toEqual([[5]]);
  });

  it('looks at the calendar day of each night minute: the morning of a duty that started before the bar', () => {
    expect(brokenDays(rule, barred(3, 5), [duty('night', 2)])).toEqual([[2]]);
    expect(broken(rule, barred(3, 5), [duty('night', 6)])).toEqual([]);
    expect(broken(rule, barred(3, 5), [duty('night', 1)])).toEqual([]);
  });

  it('allows a morning after six and an evening before ten', () => {
    expect(broken(rule, barred(0, 13), duties('early', [0, 5, 13]))).toEqual([]);
    const { shifts } = ruleCase();
    const edges = [
      { id: 'day', segments: [{ start: 360, end: 1320 }], countedMinutes: 480, duties: [] },
      { id: 'early', segments: [{ start: 359, end: 800 }], countedMinutes: 480, duties: [] },
      { id: 'evening', segments: [{ start: 1080, end: 1321 }], countedMinutes: 240, duties: [] },
    ];
    const problem = {
      ...barred(0, 13),
      shifts: shifts.map((shift) => edges.find(({ id }) => id === shift.id) ?? shift),
    };
    expect(broken(rule, problem, [duty('day', 0)])).toEqual([]);
    expect(brokenDays(rule, problem, [duty('early', 1)])).toEqual([[1]]);
    expect(brokenDays(rule, problem, [duty('evening', 2)])).toEqual([[2]]);
  });

  it('looks at presence, not at a free stretch in the middle of a duty', () => {
    const { shifts } = ruleCase();
    const split = {
      id: 'long',
      segments: [
        { start: 1200, end: 1320 },
        { start: 1800, end: 1900 },
      ],
      countedMinutes: 220,
      duties: [],
    };
    const problem = { ...barred(0, 13), shifts: shifts.map((shift) => (shift.id === 'long' ? split : shift)) };
    expect(broken(rule, problem, [duty('long', 2)])).toEqual([]);
  });

  it('names the days but never the ground', () => {
    const [found] = broken(rule, barred(3, 3), [duty('night', 2)]);
    expect(found?.message.en).toContain('2026-05-14');
    expect(found?.message.zh).not.toMatch(/孕|哺乳|女职工/u);
  });
});
