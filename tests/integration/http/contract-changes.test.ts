import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { ChangeEffect, ContractChanges } from '../../../src/adapters/http/schemas/contract-changes.js';
import type { ContractDetail } from '../../../src/adapters/http/schemas/contracts.js';
import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { civilMonth } from '../../../src/shared/civil-date.js';
import { done } from '../../../src/shared/result.js';
import { fen } from '../../../src/shared/fen.js';
import { present } from '../../../src/shared/assert.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, storedRoster, type TestService, type Visitor } from './service.js';

const contract = '/api/v1/contracts/shijingshan';
const group = 'laoshan/integrated-window';

eachDatabase((_name, open) => {
  describe('changing a contract over HTTP', () => {
    let service: TestService;
    let manager: Visitor;
    let administrator: Visitor;
    beforeAll(async () => {
      service = await openService({}, await open());
      manager = await service.visitor('manager-shijingshan');
      administrator = await service.visitor('administrator');
    });
    afterAll(() => service.close());

    const detail = async (visitor = manager) => (await visitor.get(contract).expect(200)).body as ContractDetail;
    const history = async (visitor = manager) =>
      (await visitor.get(`${contract}/changes`).expect(200)).body as ContractChanges;
    const groupOn = async (day: string) =>
      present(
        (await detail()).document.postGroups.find(
          ({ key, from, to }) => key === group && (from ?? '') <= day && day <= (to ?? '9999'),
        ),
        day,
      );
    const item = async (headcount: number) => {
      const value = await groupOn('2026-06-01');
      return { part: 'postGroups', key: group, value: { ...value, headcount } };
    };
    const change = async (body: object, revision?: number, visitor = manager) =>
      visitor
        .post(`${contract}/changes`, { document: '补充协议一，2026-05-06', note: '', ...body })
        .set('if-match', `"${String(revision ?? (await history()).revision)}"`);
    const codeOf = (answer: { readonly body: unknown }) => (answer.body as Problem).code;

    it('keeps what held before, with source, author and both days; people and rosters of old days stay', async () => {
      const before = await groupOn('2026-05-31');
      const answer = await change({ item: await item(before.headcount + 1), from: '2026-06-01' }, 0);
      expect([answer.status, answer.headers['etag']]).toEqual([201, '"1"']);
      expect((await groupOn('2026-05-31')).headcount).toBe(before.headcount);
      expect((await groupOn('2026-06-01')).headcount).toBe(before.headcount + 1);
      const [first] = (await history()).changes;
      expect(first).toMatchObject({
        ...{ number: 1, part: 'postGroups', key: group, from: '2026-06-01', isUndone: false, undoes: null },
        ...{ document: '补充协议一，2026-05-06', by: manager.session.user.name },
        before: { headcount: before.headcount },
        value: { headcount: before.headcount + 1 },
      });
    });

    it('refuses who looked at an older contract, and what changes nothing', async () => {
      const late = await change({ item: await item(9), from: '2026-07-01' }, 0);
      expect([late.status, codeOf(late)]).toEqual([412, 'stale-version']);
      const same = await change({ item: await item((await groupOn('2026-06-01')).headcount), from: '2026-06-01' });
      expect([same.status, codeOf(same)]).toEqual([400, 'invalid-input']);
      await manager
        .post(`${contract}/changes`, { item: await item(9), from: '2026-07-01', document: 'x', note: '' })
        .expect(428);
    });

    it('refuses a day outside the term, and what the whole contract contradicts', async () => {
      const outside = await change({ item: await item(9), from: '2027-05-01' });
      expect([outside.status, codeOf(outside)]).toEqual([422, 'outside-term']);
      const windows = (await detail()).document.windows;
      const early = present(
        windows.find(({ key }) => key === 'early'),
        'early',
      );
      const overlapping = await change({
        item: { part: 'windows', key: 'early', value: { ...early, end: '12:00' } },
        from: '2026-07-01',
      });
      expect(overlapping.status).toBe(400);
      expect((overlapping.body as Problem).detail).toMatch(/重叠/u);
      const moved = { ...(await item(3)), key: 'laoshan/elsewhere' };
      expect((await change({ item: moved, from: '2026-07-01' })).status).toBe(400);
      expect((await history()).revision).toBe(1);
    });

    it('shows beforehand what would be otherwise: demand, rosters, and lines where the asker may see them', async () => {
      await storedRoster(service.world, 'shijingshan');
      const ask = async (visitor: Visitor, body: object) =>
        (await visitor.post(`${contract}/changes/preview`, body).expect(200)).body as ChangeEffect;
      const body = { item: await item(9), from: '2026-05-07' };
      const effect = await ask(manager, body);
      expect(effect.demand).toMatchObject({ from: '2026-05-07', to: '2026-06-03' });
      expect(effect.demand.groups.map(({ postGroup }) => postGroup)).toEqual([group]);
      const [difference] = effect.demand.groups;
      expect(present(difference, 'difference').after).toBeGreaterThan(present(difference, 'difference').before);
      expect(effect.rosters).toMatchObject([{ status: 'draft', from: '2026-05-04', to: '2026-05-10' }]);
      expect(effect.lines).not.toBeNull();
      const blind = await ask(administrator, body);
      expect([blind.rosters, blind.lines]).toEqual([null, null]);
      expect([effect.ledger, blind.ledger]).toEqual([
        { incidents: expect.anything() as unknown, instalments: [] },
        null,
      ]);
      expect(blind.demand).toEqual(effect.demand);
      expect((await history()).revision).toBe(1);
    });

    it('takes a change back by a new one, once', async () => {
      const undo = (number: number, revision: number) =>
        manager
          .post(`${contract}/changes/${String(number)}/undo`, { document: '撤销函', note: '' })
          .set('if-match', `"${String(revision)}"`);
      const changed = (await groupOn('2026-06-01')).headcount;
      await undo(1, 1).expect(201);
      expect((await groupOn('2026-06-01')).headcount).toBe(changed - 1);
      const { changes } = await history();
      expect(changes.map(({ number, undoes, isUndone }) => ({ number, undoes, isUndone }))).toEqual([
        { number: 2, undoes: 1, isUndone: false },
        { number: 1, undoes: null, isUndone: true },
      ]);
      expect(codeOf(await undo(1, 2))).toBe('not-found');
    });

    it('never reaches into a closed month', async () => {
      await service.world.unitOfWork.write(async ({ ledger }) => {
        const seal = { contract: 'shijingshan', month: civilMonth('2026-04'), amountFen: fen(0), lastSequence: 0 };
        await ledger.saveSeal({ ...seal, recordedAt: service.world.clock.now() });
        return done(null);
      });
      expect((await history()).sealedTo).toBe('2026-04-30');
      const closed = await change({ item: await item(9), from: '2026-04-30' });
      expect([closed.status, codeOf(closed)]).toEqual([409, 'period-closed']);
      expect((await change({ item: await item(9), from: '2026-05-01' })).status).toBe(201);
    });

    it('keeps wages from the administrator, to see and to set', async () => {
      const { planning } = await detail();
      const value = { ...present(planning, 'planning'), hourlyWage: 41 };
      const wages = { item: { part: 'planning', key: 'planning', value }, from: '2026-05-06' };
      const refused = await change(wages, undefined, administrator);
      expect([refused.status, codeOf(refused)]).toEqual([403, 'not-permitted']);
      expect((await change(wages)).status).toBe(201);
      expect((await detail()).planning).toMatchObject({ hourlyWage: 41 });
      expect((await history(administrator)).changes.some(({ part }) => part === 'planning')).toBe(false);
      expect((await history()).changes[0]).toMatchObject({ part: 'planning', value: { hourlyWage: 41 } });
    });

    const adding = (text: string) =>
      administrator
        .post('/api/v1/contracts')
        .set('content-type', 'multipart/form-data; boundary=x')
        .send(
          `--x\r\nContent-Disposition: form-data; name="file"; filename="c.json"\r\nContent-Type: application/json\r\n\r\n${text}\r\n--x--\r\n` as never,
        );
    it('takes in the file of another contract once, and nothing of a wrong one', async () => {
      const anding = present(
        readFixtures().contracts.find(({ key }) => key === 'anding'),
        'anding',
      );
      const broken = await adding(JSON.stringify({ ...anding, amountFen: 1 }));
      expect([broken.status, codeOf(broken)]).toEqual([400, 'invalid-input']);
      expect((broken.body as Problem).detail).toMatch(/instalments/u);
      expect((await adding('{"key": ')).status).toBe(400);
      expect((await adding(JSON.stringify(anding))).body).toEqual({ key: 'anding', name: anding.name });
      expect(codeOf(await adding(JSON.stringify(anding)))).toBe('conflict');
      await administrator.get('/api/v1/contracts/anding').expect(200);
    });
  });
});
