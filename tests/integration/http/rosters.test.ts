import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { MyShifts, Roster, RosterSummary } from '../../../src/adapters/http/schemas/rosters.js';
import type { Leave, Worker } from '../../../src/adapters/http/schemas/workforce.js';
import type { Coverage } from '../../../src/adapters/http/schemas/coverage.js';
import type { Roster as StoredRoster } from '../../../src/domain/rostering/roster.js';
import { present } from '../../../src/shared/assert.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, storedRoster, type TestService, type Visitor } from './service.js';

const base = '/api/v1/contracts/shijingshan';
const week = 'from=2026-05-04&to=2026-05-10';

eachDatabase((_name, open) => {
  describe('rosters as each person may see them', () => {
    let service: TestService;
    let manager: Visitor;
    let finance: Visitor;
    let client: Visitor;
    let staff: Visitor;
    let draft: StoredRoster;
    let published: StoredRoster;
    let me: string;

    beforeAll(async () => {
      service = await openService({}, await open());
      [manager, finance, client, staff] = await Promise.all([
        service.visitor('manager-shijingshan'),
        service.visitor('finance-shijingshan'),
        service.visitor('client-shijingshan'),
        service.visitor('staff-shijingshan'),
      ]);
      me = present(staff.session.grants[0]?.worker, 'worker');
      draft = await storedRoster(service.world, 'shijingshan');
      const own = { ...present(draft.assignments[0], 'assignment'), worker: me };
      published = await storedRoster(service.world, 'shijingshan', {
        status: 'published',
        version: 1,
        publishedAt: service.world.clock.now(),
        assignments: [own, ...draft.assignments.filter(({ worker }) => worker !== me)],
      });
    });
    afterAll(() => service.close());

    const ids = async (visitor: Visitor, query = week) =>
      ((await visitor.get(`${base}/rosters?${query}`).expect(200)).body as { rosters: RosterSummary[] }).rosters.map(
        ({ id }) => id,
      );

    it('lists drafts to those who plan and settle only', async () => {
      for (const visitor of [manager, finance])
        expect((await ids(visitor)).sort()).toEqual([draft.id, published.id].sort());
      for (const visitor of [client, staff]) expect(await ids(visitor)).toEqual([published.id]);
      expect(await ids(manager, `${week}&status=draft`)).toEqual([draft.id]);
      expect(await ids(manager, 'from=2026-07-01&to=2026-07-07')).toEqual([]);
    });

    it('says that an unchanged roster is unchanged, to whoever saw the very same', async () => {
      const address = `${base}/rosters/${published.id}`;
      const tagOf = async (visitor: Visitor) => (await visitor.get(address).expect(200)).headers['etag'] ?? '';
      const [seenByManager, seenByClient] = [await tagOf(manager), await tagOf(client)];
      const again = await manager.get(address).set('If-None-Match', seenByManager).expect(304);
      expect(again.text).toBe('');
      expect(seenByClient).not.toBe(seenByManager);
      await client.get(address).set('If-None-Match', seenByManager).expect(200);
    });

    it('shows the manager the whole roster with its proof', async () => {
      const answer = await manager.get(`${base}/rosters/${draft.id}`).expect(200);
      expect(answer.headers['etag']).toMatch(/^"1-[\w-]{22}"$/u);
      expect(answer.headers['cache-control']).toBe('private, no-cache');
      const roster = answer.body as Roster;
      expect(roster.assignments).toHaveLength(5);
      expect(roster.certificate?.objective).toBe(446.6);
      expect(roster.vacancies[0]?.price).toBe(446.6);
    });

    it('shows the client codes and posts, no prices and no reasons', async () => {
      const roster = (await client.get(`${base}/rosters/${published.id}`).expect(200)).body as Roster;
      expect(roster.assignments.length).toBe(published.assignments.length);
      expect(roster.certificate).toBeNull();
      expect(roster.vacancies).toMatchObject([{ missing: 1, price: null, reason: null }]);
      const { rosters } = (await client.get(`${base}/rosters?${week}`)).body as { rosters: RosterSummary[] };
      expect(rosters[0]?.proof).toBeNull();
    });

    it('shows a member nothing but their own shifts', async () => {
      const roster = (await staff.get(`${base}/rosters/${published.id}`).expect(200)).body as Roster;
      expect(new Set(roster.assignments.map(({ worker }) => worker))).toEqual(new Set([me]));
      expect(roster.vacancies).toEqual([]);
      await staff.get(`${base}/rosters/${draft.id}`).expect(404);
      const { shifts, worker } = (await staff.get(`${base}/shifts/mine?${week}`).expect(200)).body as MyShifts;
      expect(worker).toBe(me);
      expect(shifts).toMatchObject([{ date: '2026-05-06', version: 1, rosterId: published.id }]);
      expect(shifts[0]?.siteName.zh.length).toBeGreaterThan(1);
    });

    it('does not find a roster through another contract', async () => {
      const foreign = await storedRoster(service.world, 'sujiatuo');
      await manager.get(`${base}/rosters/${foreign.id}`).expect(404);
      await manager.get(`${base}/coverage?${week}&roster=${foreign.id}`).expect(404);
    });

    it('counts people present in each interval against what is required', async () => {
      const { cells, rosters } = (await manager.get(`${base}/coverage?${week}&roster=${draft.id}`).expect(200))
        .body as Coverage;
      expect(rosters).toEqual([draft.id]);
      expect(cells.length).toBeGreaterThan(10);
      const present = cells
        .filter(({ date }) => date === '2026-05-06')
        .reduce((sum, { filled }) => Math.max(sum, filled ?? 0), 0);
      expect(present).toBeGreaterThanOrEqual(1);
      expect(cells.filter(({ date }) => date !== '2026-05-06').every(({ filled }) => filled === 0)).toBe(true);
      const bare = (await manager.get(`${base}/coverage?from=2026-06-01&to=2026-06-05`).expect(200)).body as Coverage;
      expect(bare.cells.every(({ filled }) => filled === null)).toBe(true);
    });

    it('tells names to the manager and to oneself, codes to finance and client', async () => {
      const team = async (visitor: Visitor) =>
        ((await visitor.get(`${base}/workers`).expect(200)).body as { workers: Worker[] }).workers;
      expect((await team(manager)).every(({ name, bornOn }) => name !== null && bornOn !== null)).toBe(true);
      for (const visitor of [finance, client]) {
        const workers = await team(visitor);
        expect(workers.length).toBeGreaterThan(10);
        expect(
          workers.every(
            ({ name, bornOn, annualLeaveDays, restrictions }) =>
              name === null && bornOn === null && annualLeaveDays === null && restrictions.length === 0,
          ),
        ).toBe(true);
      }
      const [self, ...others] = await team(staff);
      expect([self?.code, others]).toEqual([me, []]);
      expect(self?.name).not.toBeNull();
      const leave = (await staff.get(`${base}/leave?from=2026-04-01&to=2026-12-31`).expect(200)).body as {
        leave: Leave[];
      };
      expect(leave.leave.every(({ worker }) => worker === me)).toBe(true);
    });

    it('hides amounts from staff and wages from the client', async () => {
      const detail = async (visitor: Visitor) => (await visitor.get(base).expect(200)).body as Record<string, unknown>;
      const told = await Promise.all([manager, client, staff].map(detail));
      expect(told.map(({ money, planning }) => [money !== null, planning !== null])).toEqual([
        [true, true],
        [true, false],
        [false, false],
      ]);
      expect(JSON.stringify(told[2])).not.toMatch(/amountFen|hourlyWage|instalments/u);
    });

    it('writes down who saw personal data', async () => {
      const recorded: string[] = [];
      const watched = await openService({});
      const visitor = await watched.visitor('manager-shijingshan');
      await visitor.get(`${base}/workers`).expect(200);
      const rows: unknown = await watched.world.database.source.query('select "action", "subject" from access_record');
      recorded.push(JSON.stringify(rows));
      expect(recorded.join('')).toContain('workers.view');
      await watched.close();
    });

    describe('publishing', () => {
      const publish = (id: string, tag?: string) => {
        const post = manager.post(`${base}/rosters/${id}/publication`);
        return tag === undefined ? post : post.set('If-Match', tag);
      };

      it('asks for the ETag of what the publisher saw', async () => {
        const answer = await publish(draft.id).expect(428);
        expect((answer.body as Problem).code).toBe('precondition-required');
      });

      it.each(['"2"', 'W/"1"', '*', '1', '"x"'])('refuses another tag: %s', async (tag) => {
        const answer = await publish(draft.id, tag).expect(412);
        expect(answer.body as Problem).toMatchObject({ code: 'stale-version', details: { revision: 1 } });
      });

      it('refuses what is published already, and what does not exist', async () => {
        await publish(published.id, '"1"').expect(409);
        await publish('no-such-roster', '"1"').expect(404);
      });

      it('refuses what the independent check can’t confirm', async () => {
        const answer = await publish(draft.id, '"1"').expect(422);
        expect((answer.body as Problem).code).toBe('plan-rejected');
      });

      it('shows beforehand whom it would reach', async () => {
        const answer = await manager.get(`${base}/rosters/${draft.id}/difference`).expect(200);
        expect((answer.body as { workers: string[] }).workers.length).toBeGreaterThan(0);
      });
    });
  });
});
