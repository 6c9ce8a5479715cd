import { createHash } from 'node:crypto';
import { visibleFeed } from '../../domain/rostering/feed-window.js';
import type { FeedEvent } from '../../domain/rostering/roster.js';
import type { CivilDate } from '../../shared/civil-date.js';

/** Port: turns events into the text of an iCalendar file; the same feed gives the same bytes. */
export type RenderFeed = (feed: { readonly name: string; readonly events: readonly FeedEvent[] }) => string;

export interface RenderedFeed {
  readonly ics: string;
  /** Strong entity tag, quotes included: the SHA-256 of the bytes. It changes with the data and never with the clock. */
  readonly etag: string;
  /** UTC instant, ISO 8601. */
  readonly lastModified: string;
}

/** One worker's feed as of a day. The calendar is named after the worker's code: no person's name leaves the system. */
export function renderedFeed(
  input: {
    readonly worker: string;
    readonly events: readonly FeedEvent[];
    readonly today: CivilDate;
    /** What an empty feed is dated by. */
    readonly createdAt: string;
  },
  render: RenderFeed,
): RenderedFeed {
  const { events, lastModified } = visibleFeed(input.events, { today: input.today });
  const ics = render({ name: `值班 ${input.worker}`, events });
  const digest = createHash('sha256').update(ics).digest('base64url');
  return { ics, etag: `"${digest}"`, lastModified: lastModified ?? input.createdAt };
}
