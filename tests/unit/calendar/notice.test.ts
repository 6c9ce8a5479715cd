import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import { parseNotice, type NoticeError } from '../../../src/domain/calendar/notice.js';
import { statutoryDays } from '../../../src/domain/calendar/statutory-days.js';
import { civilDate } from '../../../src/shared/civil-date.js';

const off = statutoryDays(2027).map(({ date, name }) => ({ name: name.zh, date: String(date), isOffDay: true }));
const file = (days: unknown[]) => ({
  $schema: 'holiday-cn',
  year: 2027,
  papers: ['https://www.gov.cn/notice-2027'],
  days,
});

describe('a new year’s notice', () => {
  it('is taken over and ends the provisional state', () => {
    const notice = parseNotice(file([...off, { name: '春节', date: '2027-01-31', isOffDay: false }]));
    if (!notice.ok) throw new Error(notice.refusal.message.en);
    expect(notice.value).toMatchObject({ year: 2027, document: 'https://www.gov.cn/notice-2027' });
    const calendar = serviceCalendar({ notices: [notice.value], overrides: [] });
    expect(calendar.day(civilDate('2027-01-31'))).toMatchObject({
      kind: 'working',
      isAdjustedWorkday: true,
      isProvisional: false,
    });
    // Substitute days are no longer guessed.
    expect(calendar.day(civilDate('2027-02-10')).kind).toBe('working');
  });

  it('may reach into the December before', () => {
    expect(parseNotice(file([...off, { name: '元旦', date: '2026-12-31', isOffDay: true }])).ok).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['no notice at all', [1, 2], 'This is no holiday notice'],
    ['an empty list', file([]), 'The file lists no day of 2027'],
    [
      'a day that does not exist',
      file([...off, { name: '春节', date: '2027-02-30', isOffDay: true }]),
      '2027-02-30 is no date',
    ],
    [
      'a day of another year',
      file([...off, { name: '春节', date: '2028-01-01', isOffDay: true }]),
      '2028-01-01 isn’t in 2027',
    ],
    ['a repeated day', file([...off, off[0]]), '2027-01-01 is listed twice'],
    [
      'an adjusted working day on a weekday',
      file([...off, { name: '春节', date: '2027-02-03', isOffDay: false }]),
      '2027-02-03 is no weekend day',
    ],
    [
      'missing fields',
      file([...off, { date: '2027-02-03' }]),
      '2027-02-03 lacks or has wrong: the holiday’s name (name), whether it is a day off',
    ],
    ['a day that is none', file([...off, '2027-02-03']), 'This day lacks or has wrong: its date'],
    ['an endless title', { ...file(off), document: 'x'.repeat(401) }, 'has 401 characters; 400 are the most'],
    ['a missing statutory day', file(off.slice(1)), 'The statutory holiday 2027-01-01 (New Year’s Day) isn’t listed'],
  ])('is refused with %s', (_, json, message) => {
    const refused = parseNotice(json);
    const wrong = refused.ok ? [] : ((refused.refusal.details?.['errors'] ?? []) as NoticeError[]);
    const said = refused.ok ? [] : [refused.refusal.message, ...wrong.map((one) => one.message)];
    expect(said.map(({ en }) => en).join(' ')).toContain(message);
  });

  it('lists every wrong day with its place, and no missing one while others are wrong', () => {
    const refused = parseNotice(file([...off, { name: 'x', date: 'soon', isOffDay: true }, off[0]]));
    expect(refused.ok ? [] : (refused.refusal.details?.['errors'] as NoticeError[]).map(({ row }) => row)).toEqual([
      14, 15,
    ]);
  });
});
