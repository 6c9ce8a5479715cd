import type { Message } from '../../../src/adapters/http/schemas/messages.js';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { Leave } from '../../../src/adapters/http/schemas/workforce.js';
import { present } from '../../../src/shared/assert.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, type TestService, type Visitor } from './service.js';

const contract = '/api/v1/contracts/shijingshan';

eachDatabase((_name, open) => {
  describe('leave on the telephone', () => {
    let service: TestService;
    let member: Visitor;
    let manager: Visitor;
    let worker: string;
    beforeAll(async () => {
      service = await openService({}, await open());
      member = await service.visitor('staff-shijingshan');
      manager = await service.visitor('manager-shijingshan');
      worker = present(member.session.grants[0]?.worker, 'the worker that the member is');
    });
    afterAll(() => service.close());

    const ask = (from: string, to: string) => member.post(`${contract}/leave/mine`, { from, to, kind: 'personal' });
    const decide = (from: string, body: object) =>
      manager.post(`${contract}/workers/${worker}/leave/${from}/decision`, { reason: '', ...body });
    const mine = async () => {
      const answer = await member.get(`${contract}/leave?from=2026-09-01&to=2026-09-30`).expect(200);
      return (answer.body as { leave: Leave[] }).leave.map(({ from, status }) => `${from} ${status}`);
    };

    it('is asked for, approved once, and the person is told', async () => {
      await ask('2026-09-01', '2026-09-02').expect(201);
      expect(await mine()).toEqual(['2026-09-01 requested']);
      await decide('2026-09-01', { isApproved: true }).expect(200);
      expect(await mine()).toEqual(['2026-09-01 approved']);
      expect((await decide('2026-09-01', { isApproved: true }).expect(409)).body).toMatchObject({ code: 'conflict' });
      const { messages } = (await member.get(`${contract}/messages/mine`).expect(200)).body as {
        messages: Message[];
      };
      expect(messages[0]).toMatchObject({ kind: 'leave-decided', body: { zh: '2026-09-01 至 2026-09-02' } });
    });

    it('is told until the message was read, of which the first time is kept', async () => {
      const messages = async () =>
        ((await member.get(`${contract}/messages/mine`).expect(200)).body as { messages: Message[] }).messages;
      const told = present((await messages())[0], 'the message');
      expect(told.readAt).toBeNull();
      const readAt = service.world.clock.now();
      await member.post(`${contract}/messages/mine/read`, { ids: [told.id] }).expect(204);
      service.world.clock.advance({ minutes: 5 });
      await member.post(`${contract}/messages/mine/read`, { ids: [told.id, 'unknown'] }).expect(204);
      expect((await messages())[0]).toEqual({ ...told, readAt });
      await member.post(`${contract}/messages/mine/read`, { ids: [] }).expect(400);
    });

    it('is refused with a reason only, and may then be asked for again', async () => {
      await ask('2026-09-10', '2026-09-10').expect(201);
      await decide('2026-09-10', { isApproved: false }).expect(400);
      await decide('2026-09-10', { isApproved: false, reason: '当天人手不足' }).expect(200);
      await ask('2026-09-10', '2026-09-11').expect(201);
      expect(await mine()).toContain('2026-09-10 requested');
    });

    it('is withdrawn while it waits, and not afterwards', async () => {
      await ask('2026-09-20', '2026-09-21').expect(201);
      await member.delete(`${contract}/leave/mine/2026-09-20`).expect(204);
      expect(await mine()).not.toContain('2026-09-20 requested');
      await member.delete(`${contract}/leave/mine/2026-09-20`).expect(404);
      await member.delete(`${contract}/leave/mine/2026-09-01`).expect(409);
    });

    it.each([
      ['days that overlap', '2026-09-02', '2026-09-03', 409, 'conflict'],
      ['yesterday', '2026-05-05', '2026-05-06', 400, 'invalid-input'],
      ['days in the wrong order', '2026-09-05', '2026-09-04', 400, 'invalid-input'],
      ['more than half a year', '2026-09-22', '2027-04-30', 400, 'invalid-input'],
    ])('refuses %s', async (_what, from, to, status, code) => {
      expect(((await ask(from, to).expect(status)).body as Problem).code).toBe(code);
    });
  });
});
