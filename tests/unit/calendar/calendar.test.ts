import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import { provisionalDaysOff, statutoryDays } from '../../../src/domain/calendar/statutory-days.js';
import { addDays, civilDate, eachDate, weekday } from '../../../src/shared/civil-date.js';

const { notices } = readFixtures();
const calendar = serviceCalendar({ notices, overrides: [] });
const day = (date: string) => calendar.day(civilDate(date));
/** Monday to Sunday in letters: w working, a adjusted working day, s Saturday, r rest, h holiday block. */
const week = (monday: string): string =>
  eachDate({ from: civilDate(monday), to: addDays(civilDate(monday), 6) })
    .map((date) => calendar.day(date))
    .map((item) =>
      item.isAdjustedWorkday ? 'a' : { working: 'w', saturday: 's', rest: 'r', holidayBlock: 'h' }[item.kind],
    )
    .join('');

describe('counts of the contracts’ terms', () => {
  it.each([
    ['Changping', '2025-07-01', '2026-06-30', [365, 248, 42, 6, 4, 2]],
    ['Shijingshan and Sujiatuo', '2026-04-02', '2027-04-01', [365, 248, 44, 6, 2, 1]],
    ['Anding as written', '2023-12-26', '2024-12-25', [366, 251, 44, 5, 3, 5]],
    ['Anding as probably meant', '2025-12-26', '2026-12-25', [365, 248, 41, 7, 4, 2]],
    ['Horqin', '2023-05-09', '2024-05-08', [366, 250, 45, 6, 1, 6]],
  ])('%s', (_, from, to, counts) => {
    const days = eachDate({ from: civilDate(from), to: civilDate(to) }).map((date) => calendar.day(date));
    const saturdays = days.filter(({ date }) => weekday(date) === 6);
    expect([
      days.length,
      days.filter(({ kind }) => kind === 'working').length,
      days.filter(({ kind }) => kind === 'saturday').length,
      saturdays.filter(({ kind }) => kind === 'holidayBlock').length,
      saturdays.filter(({ isAdjustedWorkday }) => isAdjustedWorkday).length,
      days.filter(({ date, isAdjustedWorkday }) => isAdjustedWorkday && weekday(date) === 7).length,
    ]).toEqual(counts);
  });
});

describe('weeks around holidays', () => {
  it.each([
    ['2026-04-27', 'wwwwhhh'],
    ['2026-05-04', 'hhwwwar'],
    ['2026-05-11', 'wwwwwsr'],
    ['2026-09-14', 'wwwwwsa'],
    ['2026-09-21', 'wwwwhhh'],
    ['2026-09-28', 'wwwhhhh'],
    ['2026-10-05', 'hhhwwar'],
    ['2027-02-01', 'wwwwhhh'],
    ['2027-02-08', 'hhhwwsr'],
  ])('from Monday %s: %s', (monday, letters) => {
    expect(week(monday)).toBe(letters);
  });

  it('marks days without a notice as provisional, the others not', () => {
    expect(day('2026-12-31').isProvisional).toBe(false);
    expect(day('2027-01-01')).toMatchObject({ isProvisional: true, kind: 'holidayBlock', isStatutoryHoliday: true });
    expect(day('2027-03-01')).toMatchObject({ isProvisional: true, kind: 'working' });
    expect(day('2041-07-06').isProvisional).toBe(true);
  });

  it('names the holiday in both languages', () => {
    expect(day('2026-05-01').holidayName).toEqual({ zh: '劳动节', en: 'Labour Day' });
    expect(day('2026-05-09').holidayName).toEqual({ zh: '劳动节', en: 'Labour Day' });
    expect(day('2026-04-05').holidayName).toEqual({ zh: '清明节', en: 'Qingming Festival' });
    expect(day('2026-05-12').holidayName).toBeUndefined();
  });
});

describe('statutory days of 300 % pay', () => {
  it.each([
    [2023, 11],
    [2024, 11],
    [2025, 13],
    [2026, 13],
    [2027, 13],
  ])('%i has %i', (year, count) => {
    expect(statutoryDays(year)).toHaveLength(count);
    const marked = eachDate({ from: civilDate(`${year}-01-01`), to: civilDate(`${year}-12-31`) }).filter(
      (date) => calendar.day(date).isStatutoryHoliday,
    );
    expect(marked).toHaveLength(count);
  });

  it('are all days off in every notice', () => {
    for (const { year, days } of notices) {
      const off = new Set(days.filter(({ isOffDay }) => isOffDay).map(({ date }) => date));
      for (const { date } of statutoryDays(year)) expect(off).toContain(date);
    }
  });

  it.each([
    [2025, ['01-28', '01-29', '01-30', '01-31']],
    [2026, ['02-16', '02-17', '02-18', '02-19']],
    [2027, ['02-05', '02-06', '02-07', '02-08']],
    [2028, ['01-25', '01-26', '01-27', '01-28']],
    [2024, ['02-10', '02-11', '02-12']],
  ])('Spring Festival %i', (year, days) => {
    expect(
      statutoryDays(year)
        .filter(({ name }) => name.en === 'Spring Festival')
        .map(({ date }) => date.slice(5)),
    ).toEqual(days);
  });

  it.each([
    [2025, '04-04', '05-31', '10-06'],
    [2026, '04-05', '06-19', '09-25'],
    [2027, '04-05', '06-09', '09-15'],
    [2028, '04-04', '05-28', '10-03'],
    [2033, '04-04', '06-01', '09-08'],
  ])('Qingming, Dragon Boat and Mid-Autumn %i', (year, ...days) => {
    const names = ['Qingming Festival', 'Dragon Boat Festival', 'Mid-Autumn Festival'];
    const found = statutoryDays(year);
    // In 2028 Mid-Autumn falls on the third day of National Day and is listed once, as the earlier name.
    expect(
      names.map((name, index) =>
        found.find(({ name: text, date }) => text.en === name || date.endsWith(days[index] ?? '-'))?.date.slice(5),
      ),
    ).toEqual(days);
  });
});

describe('a year without a notice', () => {
  it('moves statutory days that fall on a weekend to the next working days', () => {
    expect(provisionalDaysOff(2027).map(({ date }) => date.slice(5))).toEqual([
      ...['01-01', '02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '04-05', '05-01', '05-02', '05-03', '05-04'],
      ...['06-09', '09-15', '10-01', '10-02', '10-03', '10-04', '10-05'],
    ]);
  });
});

describe('a site of its own', () => {
  const override = { site: 'lugu', date: civilDate('2026-05-17'), kind: 'working' as const, document: 'Letter 3' };
  const own = serviceCalendar({ notices, overrides: [override] });

  it('opens against the notice with its document, and only there', () => {
    expect(own.day(override.date, 'lugu')).toMatchObject({
      kind: 'working',
      override: { site: 'lugu', document: 'Letter 3' },
    });
    expect(own.day(override.date, 'bajiao').kind).toBe('rest');
    expect(own.day(override.date).kind).toBe('rest');
  });
});
