import { nextFeedEvents, slotUid } from '../../../src/domain/rostering/feed-events.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { assignmentOf, describePlainly, publishedAt, publishSeries } from '../../support/publications.js';

const monday = assignmentOf({ date: '2026-05-11' });
const longer = assignmentOf({ date: '2026-05-11', until: 1140 });
const elsewhere = assignmentOf({ date: '2026-05-11', postGroup: 'centre/desk', post: '咨询1' });
const tuesday = assignmentOf({ date: '2026-05-12' });

describe('nextFeedEvents', () => {
  it('starts a new slot at sequence 0 with the text and times of the assignment', () => {
    expect(publishSeries([[monday]])[0]).toEqual([
      {
        contract: 'sample',
        worker: 'W017',
        uid: 'W017-2026-05-11@sample.zhiban',
        sequence: 0,
        status: 'CONFIRMED',
        date: '2026-05-11',
        start: '2026-05-11T08:30+08:00',
        end: '2026-05-11T18:00+08:00',
        title: 'day 08:30–18:00',
        location: '综窗7',
        modifiedAt: publishedAt(1),
        version: 1,
      },
    ]);
  });

  it('keeps the uid and raises the sequence when time or post change', () => {
    const [, second, third] = publishSeries([[monday], [longer], [elsewhere]]);
    expect(second).toMatchObject([{ uid: 'W017-2026-05-11@sample.zhiban', sequence: 1, end: longer.end }]);
    expect(third).toMatchObject([{ uid: 'W017-2026-05-11@sample.zhiban', sequence: 2, location: '咨询1', version: 3 }]);
  });

  it('leaves a tombstone with the last text and a raised sequence', () => {
    const [first, second] = publishSeries([[monday], []]);
    expect(second).toEqual([
      { ...first?.[0], status: 'CANCELLED', sequence: 1, modifiedAt: publishedAt(2), version: 2 },
    ]);
  });

  it('continues the sequence when a cancelled slot comes back, with the same shift or another', () => {
    expect(publishSeries([[monday], [], [monday]])[2]).toMatchObject([{ status: 'CONFIRMED', sequence: 2 }]);
    expect(publishSeries([[monday], [], [], [longer]])[3]).toMatchObject([
      { status: 'CONFIRMED', sequence: 2, version: 4 },
    ]);
  });

  it('returns only what the publication changes', () => {
    const [first, second] = publishSeries([
      [monday, tuesday],
      [longer, tuesday],
    ]);
    expect(second?.[1]).toBe(first?.[1]);
  });

  it('gives a shift that moves to a colleague one tombstone and one new event', () => {
    const colleague = assignmentOf({ date: '2026-05-11', worker: 'W018' });
    expect(publishSeries([[monday], [colleague]])[1]).toMatchObject([
      { worker: 'W017', status: 'CANCELLED', sequence: 1 },
      { worker: 'W018', status: 'CONFIRMED', sequence: 0 },
    ]);
  });

  it('cancels nothing that no calendar was ever given', () => {
    const difference = { added: [], changed: [], cancelled: [monday] };
    const input = {
      contract: 'sample',
      difference,
      version: 2,
      publishedAt: publishedAt(2),
      describe: describePlainly,
    };
    expect(nextFeedEvents({ ...input, previous: [] })).toEqual([]);
    const tombstones = publishSeries([[monday], []])[1] ?? [];
    expect(nextFeedEvents({ ...input, version: 3, previous: tombstones })).toEqual([]);
  });

  it('keeps contracts apart', () => {
    const slot = { worker: 'W017', date: civilDate('2026-05-11') };
    expect(slotUid({ ...slot, contract: 'a' })).not.toBe(slotUid({ ...slot, contract: 'b' }));
    const difference = { added: [], changed: [], cancelled: [] };
    const input = { difference, version: 2, publishedAt: publishedAt(2), describe: describePlainly };
    const previous = publishSeries([[monday]])[0] ?? [];
    expect(() => nextFeedEvents({ ...input, contract: 'other', previous })).toThrow(
      'events stay within their contract',
    );
  });
});
