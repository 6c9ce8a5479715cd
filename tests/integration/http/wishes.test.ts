import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { WishList } from '../../../src/adapters/http/schemas/wishes.js';
import { planRoster } from '../../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { present } from '../../../src/shared/assert.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, type TestService, type Visitor } from './service.js';

/** The desk of eleven: planned in a second. */
const contract = '/api/v1/contracts/sujiatuo';
const range = 'from=2026-05-07&to=2026-05-31';

eachDatabase((name, open) => {
  describe('a wish', () => {
    let service: TestService;
    let member: Visitor;
    let manager: Visitor;
    let worker: string;
    beforeAll(async () => {
      service = await openService({}, await open());
      member = await service.visitor('staff-sujiatuo');
      manager = await service.visitor('manager-sujiatuo');
      worker = present(member.session.grants[0]?.worker, 'the worker that the member is');
    });
    afterAll(() => service.close());

    const ask = (date: string, shift: string | null = null) => member.post(`${contract}/wishes/mine`, { date, shift });
    const code = async (answer: ReturnType<typeof ask>, status: number) =>
      ((await answer.expect(status)).body as Problem).code;
    const seen = async (visitor: Visitor) =>
      (await visitor.get(`${contract}/wishes?${range}`).expect(200)).body as WishList;
    const outcomes = async () => (await seen(member)).wishes.map(({ date, outcome }) => `${date} ${outcome}`);

    it('is kept for a day that is not published, two a week at most, and may be taken back', async () => {
      await ask('2026-05-11').expect(201);
      await ask('2026-05-12').expect(201);
      await ask('2026-05-12').expect(201);
      expect(await code(ask('2026-05-17'), 409)).toBe('conflict');
      await member.delete(`${contract}/wishes/mine/2026-05-11`).expect(204);
      expect(await code(member.delete(`${contract}/wishes/mine/2026-05-11`), 404)).toBe('not-found');
      expect(await outcomes()).toEqual(['2026-05-12 open']);
    });

    it.each([
      ['today', '2026-05-06', null],
      ['a day too far ahead', '2026-08-30', null],
      ['a shift that is not offered', '2026-05-13', 'no-such-shift'],
    ])('is refused for %s', async (_what, date, shift) => {
      expect(await code(ask(date, shift), 400)).toBe('invalid-input');
    });

    it('is told apart from what others wish, and the manager sees how all of them fare', async () => {
      const wish = { worker: 'S999', date: civilDate('2026-05-13'), shift: null, wishedAt: '2026-05-06T04:00:00.000Z' };
      await service.world.unitOfWork.write(async ({ wishes }) => {
        await wishes.save('sujiatuo', wish);
        return { ok: true, value: null };
      });
      expect((await seen(member)).wishes.map((one) => one.worker)).toEqual([worker]);
      expect((await seen(manager)).records.map((one) => `${one.worker} ${String(one.open)}`)).toEqual(
        [worker, 'S999'].sort().map((one) => `${one} 1`),
      );
    });

    // The planner is the same on both databases.
    if (name === 'SQLite')
      it('is weighed by the plan, and told granted or not once that is published', async () => {
        const days = { from: civilDate('2026-05-11'), to: civilDate('2026-05-13') };
        const planned = await planRoster(service.world, {
          ...{ contract: 'sujiatuo', ...days, engine: 'highs', timeLimitSeconds: 20, seed: 1 },
        });
        if (!planned.ok) throw new Error(planned.refusal.message.en);
        const { rosters } = {
          rosters: await service.world.unitOfWork.read((all) => all.rosters.problem('sujiatuo', planned.value.id)),
        };
        expect((JSON.parse(rosters ?? '{}') as { requests?: object[] }).requests?.length).toBeGreaterThan(0);
        const published = await publishRoster(service.world, { contract: 'sujiatuo', rosterId: planned.value.id });
        expect(published.ok).toBe(true);
        const worked = planned.value.assignments.some((one) => one.worker === worker && one.date === '2026-05-12');
        expect(await outcomes()).toEqual([`2026-05-12 ${worked ? 'refused' : 'granted'}`]);
        expect(await code(ask('2026-05-12'), 409)).toBe('conflict');
        expect(await code(member.delete(`${contract}/wishes/mine/2026-05-12`), 409)).toBe('conflict');
      });
  });
});
