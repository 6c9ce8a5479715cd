import { candidatesApart, startRankingThread } from '../../../src/planning/ranking-thread.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { smallRoster } from '../../support/small-roster.js';

type StoredRoster = Parameters<typeof candidatesApart>[1];

describe('the thread that ranks who could come', () => {
  const roster = {
    assignments: [],
    to: civilDate('2026-05-12'),
    certificate: { problemHash: 'small' },
  } as unknown as StoredRoster;
  const asked = async () => {
    const place = { postGroup: 'counter', date: civilDate('2026-05-11'), span: { start: 510, end: 720 } };
    const { candidates } = await candidatesApart(smallRoster(), roster, place);
    return candidates.map(({ worker }) => worker).sort();
  };
  afterAll(async () => {
    await startRankingThread().terminate();
  });

  it('may end while nobody asks it anything: the next question has another', async () => {
    expect(await asked()).toEqual(['W1', 'W2']);
    const first = startRankingThread();
    await first.terminate();
    expect(await asked()).toEqual(['W1', 'W2']);
    expect(startRankingThread()).not.toBe(first);
  });

  it('may fail while nobody listens without taking the process with it', async () => {
    const failing = startRankingThread();
    // What the platform does with a failure in the thread; it throws here if nobody hears it.
    expect(() => failing.emit('error', new Error('out of memory'))).not.toThrow();
    expect(startRankingThread()).not.toBe(failing);
    expect(await asked()).toEqual(['W1', 'W2']);
    await failing.terminate();
    expect(await asked()).toEqual(['W1', 'W2']);
  });
});
