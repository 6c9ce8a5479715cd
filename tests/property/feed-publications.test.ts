import fc from 'fast-check';
import { renderFeed } from '../../src/adapters/ical/render-feed.js';
import type { Assignment, FeedEvent } from '../../src/domain/rostering/roster.js';
import { slotUid } from '../../src/domain/rostering/feed-events.js';
import { assignmentOf, publishSeries } from '../support/publications.js';

const assignment: fc.Arbitrary<Assignment> = fc
  .record({
    worker: fc.constantFrom('W001', 'W002', 'W003'),
    date: fc.constantFrom('2026-05-11', '2026-05-12', '2026-05-13'),
    hours: fc.constantFrom([510, 1080], [480, 960], [1320, 1800]),
    post: fc.constantFrom('综窗1', '综窗2', null),
  })
  .map(({ hours: [from = 0, until = 1], ...rest }) => assignmentOf({ ...rest, from, until }));
const uidOf = ({ worker, date }: Assignment): string => slotUid({ contract: 'sample', worker, date });
const roster = fc.uniqueArray(assignment, { maxLength: 9, selector: uidOf });
const series = fc.array(roster, { minLength: 1, maxLength: 8 });

const bytesOf = (event: FeedEvent): string => renderFeed({ name: 'one', events: [event] });

describe('any series of publications', () => {
  it('never lowers the sequence of an event, and raises it whenever its bytes change', () => {
    fc.assert(
      fc.property(series, (rosters) => {
        let before = new Map<string, FeedEvent>();
        for (const events of publishSeries(rosters)) {
          for (const event of events) {
            const last = before.get(event.uid);
            if (last === undefined) continue;
            if (bytesOf(event) === bytesOf(last)) expect(event.sequence).toBe(last.sequence);
            else expect(event.sequence).toBe(last.sequence + 1);
          }
          // What was sent once is never forgotten.
          const uids = new Set(events.map(({ uid }) => uid));
          expect([...before.keys()].filter((uid) => !uids.has(uid))).toEqual([]);
          before = new Map(events.map((event) => [event.uid, event]));
        }
      }),
    );
  });

  it('shows every current assignment exactly once as confirmed, and everything else as cancelled', () => {
    fc.assert(
      fc.property(series, (rosters) => {
        publishSeries(rosters).forEach((events, index) => {
          const current = new Map((rosters[index] ?? []).map((own) => [uidOf(own), own]));
          const confirmed = events.filter(({ status }) => status === 'CONFIRMED');
          expect(confirmed.map(({ uid }) => uid).sort()).toEqual([...current.keys()].sort());
          for (const { uid, start, end, location } of confirmed) {
            const own = current.get(uid);
            expect({ start, end, location }).toEqual({ start: own?.start, end: own?.end, location: own?.post ?? '' });
          }
          const removed = rosters
            .slice(0, index)
            .flat()
            .map(uidOf)
            .filter((uid) => !current.has(uid));
          const cancelled = events.filter(({ status }) => status === 'CANCELLED').map(({ uid }) => uid);
          expect(cancelled.sort()).toEqual([...new Set(removed)].sort());
        });
      }),
    );
  });

  it('leaves the bytes of untouched events alone', () => {
    fc.assert(
      fc.property(series, (rosters) => {
        const published = publishSeries(rosters);
        published.forEach((events, index) => {
          const before = new Map((published[index - 1] ?? []).map((event) => [event.uid, event]));
          const same = new Set((rosters[index - 1] ?? []).map((own) => JSON.stringify(own)));
          const untouched = (rosters[index] ?? []).filter((own) => same.has(JSON.stringify(own))).map(uidOf);
          for (const event of events.filter(({ uid }) => untouched.includes(uid))) {
            const last = before.get(event.uid);
            expect(last === undefined ? '' : bytesOf(last)).toBe(bytesOf(event));
          }
        });
      }),
    );
  });

  it('depends on what is published, not on the order of a roster', () => {
    fc.assert(
      fc.property(series, (rosters) => {
        const turned = publishSeries(rosters.map((own) => [...own].reverse()));
        expect(turned.at(-1)).toEqual(publishSeries(rosters).at(-1));
      }),
    );
  });
});
