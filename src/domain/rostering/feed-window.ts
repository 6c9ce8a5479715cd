import { DateTime } from 'luxon';
import { addDays, zone, type CivilDate } from '../../shared/civil-date.js';
import type { FeedEvent } from './roster.js';

/**
 * Which days a feed shows: enough past to look up last week's shifts, enough future for published rosters.
 * A shift that was published after its day stays for `daysBack` days from its publication.
 */
export interface FeedWindow {
  readonly daysBack: number;
  readonly daysAhead: number;
  /** How long a cancelled shift stays as a tombstone, counted from its cancellation. */
  readonly tombstoneDays: number;
}
export const standardFeedWindow: FeedWindow = { daysBack: 14, daysAhead: 60, tombstoneDays: 30 };

export interface VisibleFeed {
  /** By date, then uid. */
  readonly events: readonly FeedEvent[];
  /** UTC instant; null when nothing ever was in the window. */
  readonly lastModified: string | null;
}

/**
 * The events that a feed shows on `today`, and when that selection last changed.
 *
 * A feed changes when a publication changes an event, and when the window's edge passes one; at no other time.
 * `lastModified` is therefore the latest of these moments and may be that of an event that is no longer shown.
 * The moments of the edges are midnights in Asia/Shanghai.
 */
export function visibleFeed(
  events: readonly FeedEvent[],
  { today, window = standardFeedWindow }: { readonly today: CivilDate; readonly window?: FeedWindow },
): VisibleFeed {
  const spans = events.map((event) => ({ event, ...shownDays(event, window) }));
  const moments = spans.flatMap(({ event, from, to }) => {
    if (from > to || from > today) return [];
    const appeared = [event.modifiedAt, midnight(from)].sort().slice(-1);
    return to < today ? [...appeared, midnight(addDays(to, 1))] : appeared;
  });
  return {
    events: spans
      .filter(({ from, to }) => from <= today && today <= to)
      .map(({ event }) => event)
      .sort((a, b) => (`${a.date} ${a.uid}` < `${b.date} ${b.uid}` ? -1 : 1)),
    lastModified: moments.sort().at(-1) ?? null,
  };
}

/** First and last day (inclusive) on which the event is shown. */
function shownDays(event: FeedEvent, window: FeedWindow): { from: CivilDate; to: CivilDate } {
  const from = addDays(event.date, -window.daysAhead);
  const changedOn = DateTime.fromISO(event.modifiedAt, { zone }).toISODate() as CivilDate;
  // What is published for days gone by, such as a correction, has to reach the calendars too.
  const lastInWindow = addDays(changedOn > event.date ? changedOn : event.date, window.daysBack);
  if (event.status === 'CONFIRMED') return { from, to: lastInWindow };
  const lastAsTombstone = addDays(changedOn, window.tombstoneDays);
  return { from, to: lastAsTombstone < lastInWindow ? lastAsTombstone : lastInWindow };
}

function midnight(date: CivilDate): string {
  return DateTime.fromISO(date, { zone }).toUTC().toISO() ?? '';
}
