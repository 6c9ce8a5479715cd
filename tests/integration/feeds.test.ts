import { renderFeed } from '../../src/adapters/ical/render-feed.js';
import { issueFeedAddress } from '../../src/application/feeds/issue-feed-address.js';
import { readFeed } from '../../src/application/feeds/read-feed.js';
import { revokeFeed } from '../../src/application/feeds/revoke-feed.js';
import { workerFeed } from '../../src/application/feeds/worker-feed.js';
import type { FeedEvent } from '../../src/domain/rostering/roster.js';
import { done, type Result } from '../../src/shared/result.js';
import { eachDatabase } from '../support/databases.js';
import { assignmentOf, publishSeries } from '../support/publications.js';
import { sampleRoster } from '../support/sample-rows.js';
import { openWorld, type World } from '../support/world.js';

const contract = 'sujiatuo';

eachDatabase((_, open) => {
  let world: World;
  let worker: string;

  beforeEach(async () => {
    world = await openWorld({ database: await open(), today: '2026-05-06', contracts: [contract, 'shijingshan'] });
    worker = await firstWorker(contract);
  });
  afterEach(async () => {
    await world.close();
  });

  async function firstWorker(of: string): Promise<string> {
    const [first] = await world.unitOfWork.read(({ workforce }) => workforce.workers(of));
    return value(first === undefined ? undefined : done(first.code));
  }

  /** Publishes rosters of one worker, straight into the feed's storage. */
  async function publish(dates: readonly string[][], owner = contract): Promise<void> {
    const code = await firstWorker(owner);
    const rosters = dates.map((days) => days.map((date) => assignmentOf({ worker: code, date })));
    const events: FeedEvent[] = (publishSeries(rosters).at(-1) ?? []).map((event) => ({ ...event, contract: owner }));
    const saved = await world.unitOfWork.write(async ({ feeds }) => {
      await feeds.saveEvents(owner, events);
      return done(null);
    });
    expect(saved.ok).toBe(true);
  }

  const issue = async (): Promise<string> => value(await issueFeedAddress(world, { contract, worker })).secret;
  const read = (secret: string) => readFeed(world, { secret }, renderFeed);
  const tokens = () => world.unitOfWork.read(({ feeds }) => feeds.tokens(contract));

  it('serves the same bytes by the secret address and by the worker’s code', async () => {
    await publish([['2026-05-07', '2026-05-08']]);
    const { ics } = value(await read(await issue()));
    expect(ics).toBe(value(await workerFeed(world, { contract, worker }, renderFeed)).ics);
    expect(ics.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
    expect(ics).toContain(`X-WR-CALNAME:值班 ${worker}\r\n`);
  });

  it('stores the hash of the secret and never the secret', async () => {
    const secret = await issue();
    expect(JSON.stringify(await tokens())).not.toContain(secret);
    expect((await tokens()).map((token) => token.secretHash)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/u)]);
  });

  it('answers a guess, a withdrawn and a replaced address alike: not found', async () => {
    const first = await issue();
    const second = await issue();
    expect(await read('guess')).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(await read(first)).toEqual(await read('guess'));
    expect((await read(second)).ok).toBe(true);
    expect(value(await revokeFeed(world, { contract, worker }))).toEqual({ revoked: 1 });
    expect(await read(second)).toEqual(await read('guess'));
    expect(value(await revokeFeed(world, { contract, worker }))).toEqual({ revoked: 0 });
  });

  it('refuses a worker whom the contract does not have', async () => {
    const stranger = { contract, worker: 'Z999' };
    const refusal = { ok: false, refusal: { code: 'not-found' } };
    expect(await issueFeedAddress(world, stranger)).toMatchObject(refusal);
    expect(await workerFeed(world, stranger, renderFeed)).toMatchObject(refusal);
    expect(await tokens()).toEqual([]);
  });

  it('records the last fetch and the version seen', async () => {
    const secret = await issue();
    expect(await tokens()).toMatchObject([{ lastFetchedAt: null, versionSeen: null }]);
    world.clock.advance({ hours: 3 });
    await read(secret);
    expect(await tokens()).toMatchObject([{ lastFetchedAt: world.clock.now(), versionSeen: null }]);
    const third = { ...sampleRoster(contract, 'third'), status: 'published' as const, version: 3 };
    const saved = await world.unitOfWork.write(({ rosters }) => rosters.save(third, null));
    expect(saved.ok).toBe(true);
    expect(await tokens()).toMatchObject([{ versionSeen: null }]);
    await read(secret);
    expect(await tokens()).toMatchObject([{ versionSeen: 3 }]);
  });

  it('keeps ETag and Last-Modified while nothing changes, and changes both with a publication', async () => {
    await publish([['2026-05-07']]);
    const secret = await issue();
    const before = value(await read(secret));
    world.clock.advance({ days: 3, hours: 5 });
    expect(value(await read(secret))).toEqual(before);
    await publish([['2026-05-07'], ['2026-05-07', '2026-05-09']]);
    const after = value(await read(secret));
    expect(after.etag).not.toBe(before.etag);
    expect(after.lastModified > before.lastModified).toBe(true);
    expect(after.etag).toMatch(/^"[\w-]{43}"$/u);
  });

  it('is an empty calendar, dated by the address, before anything is published', async () => {
    const createdAt = world.clock.now();
    const feed = value(await read(await issue()));
    expect(feed.lastModified).toBe(createdAt);
    expect(feed.ics).not.toContain('VEVENT');
  });

  it('shows nothing of another contract', async () => {
    await publish([['2026-05-07']], 'shijingshan');
    expect(value(await read(await issue())).ics).not.toContain('VEVENT');
  });
});

function value<T>(result: Result<T> | undefined): T {
  if (result?.ok !== true) throw new Error(result?.refusal.message.en ?? 'nothing there');
  return result.value;
}
