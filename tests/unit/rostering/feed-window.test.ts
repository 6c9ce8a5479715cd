import { visibleFeed } from '../../../src/domain/rostering/feed-window.js';
import { addDays, civilDate } from '../../../src/shared/civil-date.js';
import { assignmentOf, publishedAt, publishSeries } from '../../support/publications.js';

const today = civilDate('2026-05-20');
const shift = (date: string) => publishSeries([[assignmentOf({ date })]]).at(-1) ?? [];
/** Published on 1 May, cancelled on 2 May (10:00 in Shanghai). */
const tombstone = (date: string) => publishSeries([[assignmentOf({ date })], []]).at(-1) ?? [];
const isShown = (events: ReturnType<typeof shift>, on = today): boolean =>
  visibleFeed(events, { today: on }).events.length === 1;

describe('visibleFeed', () => {
  it.each([
    [-15, false],
    [-14, true],
    [0, true],
    [60, true],
    [61, false],
  ])('shows a shift %i days from today: %s', (days, expected) => {
    expect(isShown(shift(addDays(today, days)))).toBe(expected);
  });

  it('shows what was published after its day for 14 days from its publication', () => {
    const late = shift('2026-04-02');
    expect(isShown(late, civilDate('2026-05-15'))).toBe(true);
    expect(isShown(late, civilDate('2026-05-16'))).toBe(false);
  });

  it('keeps a tombstone for 30 days after its cancellation, within the same window of days', () => {
    const far = tombstone('2026-06-20');
    expect(isShown(far, addDays(civilDate('2026-05-02'), 30))).toBe(true);
    expect(isShown(far, addDays(civilDate('2026-05-02'), 31))).toBe(false);
    expect(isShown(tombstone('2026-05-05'), civilDate('2026-05-20'))).toBe(false);
  });

  it('counts the tombstone’s days in Shanghai, not in UTC', () => {
    const [event] = tombstone('2026-06-20');
    const lateEvening = event === undefined ? [] : [{ ...event, modifiedAt: '2026-05-01T16:30:00.000Z' }];
    expect(isShown(lateEvening, addDays(civilDate('2026-05-02'), 30))).toBe(true);
  });

  it('lists events by day whatever the order they were stored in', () => {
    const events = ['2026-05-22', '2026-05-20', '2026-05-21'].flatMap(shift);
    expect(visibleFeed(events, { today }).events.map(({ date }) => date)).toEqual([
      '2026-05-20',
      '2026-05-21',
      '2026-05-22',
    ]);
  });

  it('was last modified when a publication changed an event or the window’s edge passed one', () => {
    const modified = (date: string, on = today): string | null => visibleFeed(shift(date), { today: on }).lastModified;
    expect(modified('2026-05-20')).toBe(publishedAt(1));
    // Came into sight 60 days before: midnight of 20 May in Shanghai.
    expect(modified('2026-07-19')).toBe('2026-05-19T16:00:00.000Z');
    // Left on the fifteenth day after: an empty feed that changed at midnight of 20 May.
    expect(modified('2026-05-05')).toBe('2026-05-19T16:00:00.000Z');
    expect(modified('2026-07-20')).toBeNull();
  });

  it('says the same all day and on days on which nothing happens', () => {
    const events = shift('2026-05-20');
    expect(visibleFeed(events, { today: addDays(today, 1) })).toEqual(visibleFeed(events, { today }));
  });
});
