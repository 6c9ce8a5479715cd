import type { ValueTransformer } from 'typeorm';
import { localText } from '../../../src/adapters/persistence/columns.js';
import type { Repositories } from '../../../src/application/ports/index.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import {
  sampleContract,
  sampleFeedEvent,
  samplePresence,
  sampleRoster,
  sampleWorker,
} from '../../support/sample-rows.js';

const range = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });

eachDatabase((_name, open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await write(async ({ contracts }) => {
      for (const key of ['anding', 'horqin']) await contracts.save(sampleContract(key));
    });
  });
  const write = async (work: (repositories: Repositories) => Promise<unknown>) => {
    const result = await database.unitOfWork.write(async (repositories) => done(await work(repositories)));
    if (!result.ok) throw new Error(result.refusal.message.en);
  };
  const read = <T>(work: (repositories: Repositories) => Promise<T>) => database.unitOfWork.read(work);

  it('contracts: a newer document takes the place of the older; unknown ones are undefined', async () => {
    const longer = { ...sampleContract('horqin'), contractNumber: 'HQ-1' };
    await write(({ contracts }) => contracts.save(longer));
    expect(await read(({ contracts }) => contracts.find('horqin'))).toEqual(longer);
    expect(await read(({ contracts }) => contracts.find('nowhere'))).toBeUndefined();
    expect((await read(({ contracts }) => contracts.list())).map((contract) => contract.key)).toEqual([
      'anding',
      'horqin',
    ]);
  });

  it('confirmations: the newest of a key is in force', async () => {
    const base = { key: 'term', document: '补充协议', confirmedBy: 'u1' };
    const early = { ...base, value: { from: '2026-04-01' }, recordedAt: '2026-05-01T00:00:00.000Z' };
    const late = { ...base, value: { from: '2026-04-02' }, recordedAt: '2026-05-02T00:00:00.000Z' };
    await write(async ({ contracts }) => {
      await contracts.confirm('anding', late);
      await contracts.confirm('anding', early);
    });
    expect(await read(({ contracts }) => contracts.confirmations('anding'))).toEqual([late]);
    expect(await read(({ contracts }) => contracts.confirmations('horqin'))).toEqual([]);
  });

  it('calendars: notices for all, overrides for one contract', async () => {
    const notice = {
      year: 2026,
      document: '国办发明电',
      days: [{ date: civilDate('2026-01-01'), name: '元旦', isOffDay: true }],
    };
    const override = { site: 'hall', date: civilDate('2026-05-02'), kind: 'working' as const, document: '通知' };
    await write(async ({ calendars }) => {
      await calendars.saveNotice({ ...notice, document: 'draft' });
      await calendars.saveNotice(notice);
      await calendars.saveOverride('anding', override);
    });
    expect(await read(({ calendars }) => calendars.notices())).toEqual([notice]);
    expect(await read(({ calendars }) => calendars.overrides('anding'))).toEqual([override]);
    expect(await read(({ calendars }) => calendars.overrides('horqin'))).toEqual([]);
  });

  it('workforce: workers by code, leave by its first day, found where it touches a range', async () => {
    const leave = {
      worker: 'W002',
      from: civilDate('2026-05-10'),
      to: civilDate('2026-05-12'),
      kind: 'annual' as const,
      status: 'requested' as const,
    };
    await write(async ({ workforce }) => {
      await workforce.saveWorkers('anding', [sampleWorker('W002'), sampleWorker('W001')]);
      await workforce.saveLeave('anding', [leave]);
      await workforce.saveLeave('anding', [{ ...leave, status: 'approved' }]);
    });
    expect(await read(({ workforce }) => workforce.workers('anding'))).toEqual([
      sampleWorker('W001'),
      sampleWorker('W002'),
    ]);
    const on = (from: string, to: string) => read(({ workforce }) => workforce.leave('anding', range(from, to)));
    expect(await on('2026-05-12', '2026-05-20')).toEqual([{ ...leave, status: 'approved' }]);
    expect(await on('2026-05-01', '2026-05-10')).toHaveLength(1);
    expect(await on('2026-05-13', '2026-05-20')).toEqual([]);
    expect(await on('2026-05-01', '2026-05-09')).toEqual([]);
  });

  it('workforce: takes more rows at once than one statement may hold', async () => {
    const team = Array.from({ length: 1200 }, (_, index) => sampleWorker(`X${String(index).padStart(4, '0')}`));
    await write(({ workforce }) => workforce.saveWorkers('horqin', team));
    expect(await read(({ workforce }) => workforce.workers('horqin'))).toEqual(team);
  });

  describe('rosters', () => {
    const save = (roster: ReturnType<typeof sampleRoster>, expected: number | null): Promise<Result<null>> =>
      database.unitOfWork.write(({ rosters }) => rosters.save(roster, expected));
    const codeOf = (result: Result<unknown>) => (result.ok ? 'saved' : result.refusal.code);

    it('come back whole, also through their id alone', async () => {
      const roster = sampleRoster('anding', 'r1');
      expect(codeOf(await save(roster, null))).toBe('saved');
      expect(await read(({ rosters }) => rosters.find('anding', 'r1'))).toEqual(roster);
      expect(await read(({ rosters }) => rosters.locate('r1'))).toEqual(roster);
      expect(await read(({ rosters }) => rosters.find('horqin', 'r1'))).toBeUndefined();
      expect(codeOf(await save(roster, null))).toBe('stale-version');
    });

    it('are replaced only by somebody who saw the stored revision', async () => {
      const draft = sampleRoster('anding', 'r2');
      await save(draft, null);
      const edited = { ...draft, revision: 2, assignments: [] };
      expect(codeOf(await save(edited, 1))).toBe('saved');
      expect(codeOf(await save({ ...edited, revision: 2 }, 1))).toBe('stale-version');
      expect(codeOf(await save({ ...edited, contract: 'horqin', revision: 3 }, 2))).toBe('stale-version');
      expect(await read(({ rosters }) => rosters.find('anding', 'r2'))).toEqual(edited);
    });

    it('keep, once published, everything but their status', async () => {
      const draft = sampleRoster('anding', 'r3', '2026-06-01', '2026-06-06');
      const published = {
        ...draft,
        status: 'published' as const,
        version: 4,
        revision: 2,
        publishedAt: '2026-05-20T00:00:00.000Z',
      };
      await save(draft, null);
      await save(published, 1);
      expect(await read(({ rosters }) => rosters.published('anding', range('2026-06-06', '2026-06-30')))).toEqual([
        published,
      ]);
      expect(await read(({ rosters }) => rosters.published('anding', range('2026-06-07', '2026-06-30')))).toEqual([]);
      expect(await read(({ rosters }) => rosters.latestVersion('anding'))).toBe(4);
      expect(await read(({ rosters }) => rosters.latestVersion('horqin'))).toBe(0);
      await save({ ...published, status: 'superseded', revision: 3, assignments: [], version: 9 }, 2);
      const stored = await read(({ rosters }) => rosters.find('anding', 'r3'));
      expect(stored).toEqual({ ...published, status: 'superseded', revision: 3 });
    });

    it('are listed newest first, and carry their problem and their difference', async () => {
      const newer = {
        ...sampleRoster('anding', 'r4', '2026-07-01', '2026-07-06'),
        createdAt: '2026-05-07T00:00:00.000Z',
      };
      const difference = { added: newer.assignments, changed: [], cancelled: [] };
      await save(newer, null);
      await write(async ({ rosters }) => {
        await rosters.saveProblem('anding', 'r4', '{"name":"p"}');
        await rosters.saveDifference('anding', 5, 'r4', difference);
      });
      expect((await read(({ rosters }) => rosters.list('anding'))).at(0)?.id).toBe('r4');
      expect(
        (await read(({ rosters }) => rosters.list('anding', range('2026-07-06', '2026-07-06')))).map((r) => r.id),
      ).toEqual(['r4']);
      const july = range('2026-07-06', '2026-07-06');
      expect((await read(({ rosters }) => rosters.list('anding', july, ['published']))).map((r) => r.id)).toEqual([]);
      const { assignments, ...heading } = newer;
      expect(assignments).not.toEqual([]);
      expect(await read(({ rosters }) => rosters.headings('anding', july))).toEqual([heading]);
      expect(await read(({ rosters }) => rosters.headings('horqin', july))).toEqual([]);
      expect(await read(({ rosters }) => rosters.problem('anding', 'r4'))).toBe('{"name":"p"}');
      expect(await read(({ rosters }) => rosters.problem('horqin', 'r4'))).toBeUndefined();
      expect(await read(({ rosters }) => rosters.difference('anding', 5))).toEqual(difference);
      expect(await read(({ rosters }) => rosters.difference('horqin', 5))).toBeUndefined();
    });

    it('never share a publication number', async () => {
      const twice = ['r5', 'r6'].map((id) => ({
        ...sampleRoster('anding', id),
        status: 'published' as const,
        version: 77,
      }));
      await expect(
        write(({ rosters }) => Promise.all(twice.map((roster) => rosters.save(roster, null)))),
      ).rejects.toThrow();
    });
  });

  it('feeds: events by worker and by day; tokens by the hash of their secret', async () => {
    const events = ['2026-05-11', '2026-05-12'].map((date) => sampleFeedEvent('anding', 'W001', date));
    const token = {
      contract: 'anding',
      worker: 'W001',
      secretHash: 'a'.repeat(64),
      createdAt: '2026-05-06T04:00:00.000Z',
      revokedAt: null,
      lastFetchedAt: null,
      versionSeen: null,
    };
    await write(async ({ feeds }) => {
      await feeds.saveEvents('anding', events);
      await feeds.saveEvents('anding', [{ ...sampleFeedEvent('anding', 'W002', '2026-05-12'), sequence: 3 }]);
      await feeds.saveToken(token);
      await feeds.saveToken({ ...token, lastFetchedAt: '2026-05-07T00:00:00.000Z', versionSeen: 3 });
    });
    expect(await read(({ feeds }) => feeds.events('anding', 'W001'))).toEqual(events);
    const onDay = await read(({ feeds }) => feeds.eventsOn('anding', range('2026-05-12', '2026-05-12')));
    expect(onDay.map((event) => [event.worker, event.sequence])).toEqual([
      ['W001', 0],
      ['W002', 3],
    ]);
    expect(await read(({ feeds }) => feeds.findToken('a'.repeat(64)))).toMatchObject({ versionSeen: 3 });
    expect(await read(({ feeds }) => feeds.findToken('b'.repeat(64)))).toBeUndefined();
    expect(await read(({ feeds }) => feeds.tokens('horqin'))).toEqual([]);
    await expect(write(({ feeds }) => feeds.saveToken({ ...token, secretHash: 'the secret itself' }))).rejects.toThrow(
      'SHA-256',
    );
    await expect(write(({ feeds }) => feeds.saveEvents('horqin', events))).rejects.toThrow('own contract');
  });

  it('attendance: records of the same worker, day and post are replaced, all stretches of a day kept', async () => {
    const morning = samplePresence('W001', '2026-05-12');
    const afternoon = { ...morning, arrivedMinute: 780, leftMinute: 1050 };
    const elsewhere = samplePresence('W001', '2026-05-12', null);
    const presence = () => read(({ attendance }) => attendance.presence('anding', range('2026-05-12', '2026-05-12')));
    await write(({ attendance }) =>
      attendance.savePresence('anding', [morning, afternoon, elsewhere, samplePresence('W001', '2026-05-13')]),
    );
    expect(await presence()).toEqual([elsewhere, morning, afternoon]);
    const corrected = {
      ...morning,
      status: 'absent' as const,
      arrivedMinute: null,
      leftMinute: null,
      cause: 'sick' as const,
    };
    await write(({ attendance }) => attendance.savePresence('anding', [corrected]));
    expect(await presence()).toEqual([elsewhere, corrected]);
    expect(await read(({ attendance }) => attendance.presence('horqin', range('2026-01-01', '2026-12-31')))).toEqual(
      [],
    );
  });

  it('outbox: pending until sent, for one worker newest first', async () => {
    const message = (id: string, createdAt: string) => ({
      id,
      worker: 'W001',
      kind: 'roster-published' as const,
      title: { zh: '新班表', en: 'A new roster' },
      body: { zh: '…', en: '…' },
      createdAt,
      sentAt: null,
      readAt: null,
    });
    const [first, second] = [message('m1', '2026-05-06T01:00:00.000Z'), message('m2', '2026-05-06T02:00:00.000Z')];
    await write(({ outbox }) => outbox.add('anding', [second, first]));
    expect(await read(({ outbox }) => outbox.pending(10))).toEqual([
      { ...first, contract: 'anding' },
      { ...second, contract: 'anding' },
    ]);
    expect(await read(({ outbox }) => outbox.pending(1))).toHaveLength(1);
    await write(({ outbox }) => outbox.markSent('horqin', 'm1', 'never'));
    await write(({ outbox }) => outbox.markSent('anding', 'm2', '2026-05-06T03:00:00.000Z'));
    expect((await read(({ outbox }) => outbox.pending(10))).map((each) => each.id)).toEqual(['m1']);
    expect((await read(({ outbox }) => outbox.forWorker('anding', 'W001'))).map((each) => each.sentAt)).toEqual([
      '2026-05-06T03:00:00.000Z',
      null,
    ]);
    expect(await read(({ outbox }) => outbox.forWorker('horqin', 'W001'))).toEqual([]);
  });

  it('outbox: a message is read once, by its own worker in its own contract', async () => {
    const messages = ['W003', 'W004'].map((worker) => ({
      ...{ id: `to ${worker}`, worker, kind: 'shift-swap' as const, title: { zh: '换班', en: 'Swap' } },
      ...{ body: { zh: '…', en: '…' }, createdAt: '2026-05-06T01:00:00.000Z', sentAt: null, readAt: null },
    }));
    const ids = messages.map(({ id }) => id);
    const readAt = async (contract: string) =>
      await Promise.all(
        ['W003', 'W004'].map(
          async (worker) => (await read(({ outbox }) => outbox.forWorker(contract, worker)))[0]?.readAt,
        ),
      );
    await write(async ({ outbox }) => {
      await outbox.add('anding', messages);
      await outbox.add('horqin', messages);
      await outbox.markRead('anding', { worker: 'W003', ids, at: 'first' });
      await outbox.markRead('anding', { worker: 'W003', ids, at: 'again' });
    });
    expect(await readAt('anding')).toEqual(['first', null]);
    expect(await readAt('horqin')).toEqual([null, null]);
  });

  it('outbox: words that were stored in one language are read in either', () => {
    const stored = localText.transformer as ValueTransformer;
    expect(stored.from('排班第 2 版已发布')).toEqual({ zh: '排班第 2 版已发布', en: '排班第 2 版已发布' });
    const words = { zh: '换班已批准', en: 'Swap approved' };
    expect(stored.from(stored.to(words))).toEqual(words);
  });

  it('accounts: grants are replaced with the user, links end, every access is kept', async () => {
    const user = {
      id: 'u1',
      login: 'wang',
      name: '示例',
      passwordHash: null,
      isActive: true,
      failedAttempts: 2,
      lockedUntil: '2026-05-06T04:15:00.000Z',
      revision: 3,
      grants: [
        { contract: 'anding', role: 'staff' as const, worker: 'W001' },
        { contract: 'horqin', role: 'manager' as const, worker: null },
      ],
    };
    const secretHash = 'c'.repeat(64);
    await write(async ({ accounts }) => {
      await accounts.save(user);
      await accounts.saveLink({ secretHash, userId: 'u1', expiresAt: '2026-05-06T05:00:00.000Z' });
      const access = {
        contract: 'anding',
        userId: 'u1',
        action: 'workers.read',
        subject: 'all',
        at: '2026-05-06T04:00:00.000Z',
      };
      await accounts.recordAccess(access);
      await accounts.recordAccess(access);
    });
    expect(await read(({ accounts }) => accounts.findByLogin('wang'))).toEqual(user);
    expect(await read(({ accounts }) => accounts.userByLink(secretHash, '2026-05-06T04:59:59.999Z'))).toEqual(user);
    expect(await read(({ accounts }) => accounts.userByLink(secretHash, '2026-05-06T05:00:00.000Z'))).toBeUndefined();
    const count = 'SELECT COUNT(*) AS number FROM access_record';
    const [row] = await database.source.query<{ number: number | string }[]>(count);
    expect(Number(row?.number)).toBe(2);
    const reduced = { ...user, isActive: false, lockedUntil: null, grants: user.grants.slice(0, 1) };
    await write(({ accounts }) => accounts.save(reduced));
    expect(await read(({ accounts }) => accounts.users())).toEqual([reduced]);
    expect(await read(({ accounts }) => accounts.find('nobody'))).toBeUndefined();
  });

  it('refuses writing through a read', async () => {
    await expect(read(({ contracts }) => contracts.save(sampleContract('anding')))).rejects.toThrow(/read-?only/u);
  });
});
