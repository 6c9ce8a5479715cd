import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { FeedEvent } from '../../domain/rostering/roster.js';
import { zone } from '../../shared/civil-date.js';
import { present } from '../../shared/assert.js';

const refreshSeconds = 3600;

/**
 * The text of an iCalendar file (RFC 5545). Nothing in it comes from the clock: no "generated at", DTSTAMP and
 * LAST-MODIFIED are the instant of the publication that last changed the event, and there is no calendar-level
 * date at all, so the bytes (and the ETag made of them) change only with the events.
 *
 * A shift is a timed event that shows its holder as busy from its start to its end only; a cancelled one is free.
 */
export function renderFeed(feed: { readonly name: string; readonly events: readonly FeedEvent[] }): string {
  const calendar = ical({
    name: feed.name,
    prodId: { company: 'zhiban', product: 'roster', language: 'ZH' },
    ttl: refreshSeconds,
    // A named calendar zone would make ical-generator write DTSTAMP and LAST-MODIFIED as local time without Z.
    timezone: null,
  });
  for (const event of feed.events) {
    const isCancelled = event.status === 'CANCELLED';
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // Luxon values carry their zone; a Date would be written in the time zone of this process.
      start: DateTime.fromISO(event.start, { zone }),
      end: DateTime.fromISO(event.end, { zone }),
      timezone: zone,
      stamp: DateTime.fromISO(event.modifiedAt, { zone: 'utc' }),
      lastModified: DateTime.fromISO(event.modifiedAt, { zone: 'utc' }),
      // Some calendar programs ignore STATUS, so the title says it as well.
      summary: isCancelled ? `已取消：${event.title}` : event.title,
      ...(event.location === '' ? {} : { location: event.location }),
      description: authorityNote,
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      busystatus: isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    });
  }
  return withTimeZone(calendar.toString());
}

/** Calendars refresh late (some only daily); the person must know where the truth is. */
const authorityNote =
  '班次以值班系统为准，日历可能晚数小时更新。\nThe roster system is the authority; calendars may refresh hours late.';

/**
 * Puts the zone between the calendar's properties and its first component, where RFC 5545 (3.6) wants it:
 * ical-generator writes VTIMEZONE before some properties and X- properties after the events. Also ends the
 * last line, which it leaves open.
 */
function withTimeZone(ics: string): string {
  const [vtimezone] = tzlib_get_ical_block(zone, false);
  const header = `X-WR-TIMEZONE:${zone}\r\n${present(vtimezone, `VTIMEZONE of ${zone}`).trim()}\r\n`;
  return `${ics.replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/mu, () => header)}\r\n`;
}
