import { averagingCycle, monthsBegun } from '../../../src/planning/averaging-cycle.js';
import { localTime, minutesFrom } from '../../../src/planning/local-time.js';
import { civilDate } from '../../../src/shared/civil-date.js';

const termFrom = civilDate('2026-04-02');
const cycleOf = (cycle: 'week' | 'month' | 'quarter' | 'year', date: string) =>
  averagingCycle({ cycle, termFrom, date: civilDate(date) });

describe('averaging cycles', () => {
  it.each([
    ['quarter', '2026-04-02', '2026-04-02', '2026-07-01'],
    ['quarter', '2026-07-01', '2026-04-02', '2026-07-01'],
    ['quarter', '2026-07-02', '2026-07-02', '2026-10-01'],
    ['quarter', '2027-04-01', '2027-01-02', '2027-04-01'],
    ['year', '2027-04-01', '2026-04-02', '2027-04-01'],
    ['month', '2026-04-02', '2026-04-01', '2026-04-30'],
    ['week', '2026-05-17', '2026-05-11', '2026-05-17'],
  ] as const)('put a %s around %s', (cycle, date, from, to) => {
    expect(cycleOf(cycle, date)).toEqual({ from, to });
  });

  it('count a begun month whole', () => {
    const months = (from: string, to: string) => monthsBegun({ from: civilDate(from), to: civilDate(to) });
    expect(months('2026-04-02', '2026-04-02')).toBe(1);
    expect(months('2026-04-02', '2026-05-01')).toBe(1);
    expect(months('2026-04-02', '2026-05-02')).toBe(2);
    expect(months('2026-04-02', '2026-07-01')).toBe(3);
  });
});

describe('local times', () => {
  it('go past midnight and come back', () => {
    const date = civilDate('2026-05-31');
    expect(localTime(date, 510)).toBe('2026-05-31T08:30+08:00');
    expect(localTime(date, 1980)).toBe('2026-06-01T09:00+08:00');
    expect(localTime(date, 1440)).toBe('2026-06-01T00:00+08:00');
    for (const minute of [-900, 0, 510, 1439, 1440, 1980])
      expect(minutesFrom(date, localTime(date, minute))).toBe(minute);
  });
});
