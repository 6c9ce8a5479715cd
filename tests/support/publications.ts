import { rosterDifference } from '../../src/domain/rostering/difference.js';
import { nextFeedEvents } from '../../src/domain/rostering/feed-events.js';
import type { Assignment, FeedEvent } from '../../src/domain/rostering/roster.js';
import { addDays, civilDate } from '../../src/shared/civil-date.js';
import { clockText } from '../../src/shared/interval.js';

/** An assignment from minutes of its start day; an end past 1440 lies on the next day. */
export function assignmentOf(input: {
  readonly worker?: string;
  readonly date: string;
  readonly shift?: string;
  readonly postGroup?: string;
  readonly post?: string | null;
  readonly from?: number;
  readonly until?: number;
}): Assignment {
  const {
    worker = 'W017',
    shift = 'day',
    postGroup = 'centre/window',
    post = '综窗7',
    from = 510,
    until = 1080,
  } = input;
  const date = civilDate(input.date);
  const at = (minute: number): string =>
    `${minute < 1440 ? date : addDays(date, Math.floor(minute / 1440))}T${clockText(minute)}+08:00`;
  return { worker, date, shift, postGroup, post, start: at(from), end: at(until), isPinned: false };
}

export const describePlainly = ({ shift, start, end, post }: Assignment): { title: string; location: string } => ({
  title: `${shift} ${start.slice(11, 16)}–${end.slice(11, 16)}`,
  location: post ?? '',
});

/** When publication 1, 2, 3 … of a series goes out. */
export function publishedAt(version: number): string {
  return `2026-05-${String(version).padStart(2, '0')}T02:00:00.000Z`;
}

/** Publishes whole rosters one after the other, each replacing the one before; the events stored after each of them. */
export function publishSeries(
  rosters: readonly (readonly Assignment[])[],
  describe: (assignment: Assignment) => { title: string; location: string } = describePlainly,
): FeedEvent[][] {
  const range = { from: civilDate('2000-01-01'), to: civilDate('2099-12-31') };
  const stored = new Map<string, FeedEvent>();
  return rosters.map((next, index) => {
    const previous = rosters[index - 1] ?? [];
    const version = index + 1;
    const events = nextFeedEvents({
      contract: 'sample',
      previous: [...stored.values()],
      difference: rosterDifference({ previous, next, range }),
      version,
      publishedAt: publishedAt(version),
      describe,
    });
    for (const event of events) stored.set(event.uid, event);
    return [...stored.values()];
  });
}
