import type { CivilDate } from '../../shared/civil-date.js';
import { assert } from '../../shared/assert.js';
import type { Assignment, FeedEvent, RosterDifference } from './roster.js';

/** What a calendar shows of an assignment; see `feedDescription`. */
export interface EventText {
  readonly title: string;
  readonly location: string;
}

/**
 * The calendar events that a publication has to save: only those it changes, so that every other event keeps
 * its bytes. A calendar program takes a change over only when SEQUENCE has risen (RFC 5545, 3.8.7.4), hence:
 *
 * - a new slot starts at SEQUENCE 0;
 * - a changed, cancelled or returning slot continues one above its stored SEQUENCE, never from 0 again;
 * - a cancelled slot keeps its last text and times with `CANCELLED` (a tombstone: a program that saw the shift
 *   must be told that it is gone, an event that merely disappears may stay on the phone for ever).
 *
 * @param previous stored events, tombstones included, of at least the days of the difference
 */
export function nextFeedEvents(input: {
  readonly contract: string;
  readonly previous: readonly FeedEvent[];
  readonly difference: RosterDifference;
  /** Number of the publication; above every version in `previous`. */
  readonly version: number;
  /** UTC instant of the publication. */
  readonly publishedAt: string;
  readonly describe: (assignment: Assignment) => EventText;
}): FeedEvent[] {
  const { contract, difference, version, publishedAt } = input;
  const stored = new Map(input.previous.map((event) => [event.uid, event]));
  assert(
    input.previous.every((event) => event.contract === contract),
    'events stay within their contract',
  );

  const confirm = (assignment: Assignment): FeedEvent => {
    const uid = slotUid({ contract, worker: assignment.worker, date: assignment.date });
    const before = stored.get(uid);
    return {
      contract,
      worker: assignment.worker,
      uid,
      sequence: before === undefined ? 0 : before.sequence + 1,
      status: 'CONFIRMED',
      date: assignment.date,
      start: assignment.start,
      end: assignment.end,
      ...input.describe(assignment),
      modifiedAt: publishedAt,
      version,
    };
  };
  const cancel = (assignment: Assignment): FeedEvent[] => {
    const before = stored.get(slotUid({ contract, worker: assignment.worker, date: assignment.date }));
    // No calendar has ever been given this shift, or it is a tombstone already: nothing to take back.
    if (before === undefined || before.status === 'CANCELLED') return [];
    return [{ ...before, sequence: before.sequence + 1, status: 'CANCELLED', modifiedAt: publishedAt, version }];
  };

  return [
    ...difference.added.map(confirm),
    ...difference.changed.map(({ after }) => confirm(after)),
    ...difference.cancelled.flatMap(cancel),
  ];
}

/**
 * Events that are to be told otherwise though no shift has changed, because the contract has: what calendars may show.
 * A tombstone loses its place where none may be shown any more.
 */
export function retoldEvents(input: {
  readonly events: readonly FeedEvent[];
  /** Those in force. */
  readonly assignments: readonly Assignment[];
  readonly describe: (assignment: Assignment) => EventText;
  readonly showsLocation: (date: CivilDate) => boolean;
  /** UTC instant. */
  readonly at: string;
}): FeedEvent[] {
  const duties = new Map(input.assignments.map((duty) => [`${duty.worker} ${duty.date}`, duty]));
  return input.events.flatMap((event) => {
    const duty = event.status === 'CANCELLED' ? undefined : duties.get(`${event.worker} ${event.date}`);
    const shown = { title: event.title, location: input.showsLocation(event.date) ? event.location : '' };
    const { title, location } = duty === undefined ? shown : input.describe(duty);
    if (title === event.title && location === event.location) return [];
    return [{ ...event, title, location, sequence: event.sequence + 1, modifiedAt: input.at }];
  });
}

/** The identity of a worker's slot in every calendar: worker and start date, whatever the time or post. */
export function slotUid(slot: {
  readonly contract: string;
  readonly worker: string;
  readonly date: CivilDate;
}): string {
  return `${slot.worker}-${slot.date}@${slot.contract}.zhiban`;
}
