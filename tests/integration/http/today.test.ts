import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { AttendanceImport } from '../../../src/adapters/http/schemas/attendance.js';
import type { DayRecord, DayRecordList, MarkList, NewMarks, Today } from '../../../src/adapters/http/schemas/today.js';
import { present } from '../../../src/shared/assert.js';
import { done } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { assignmentOf } from '../../support/publications.js';
import { sampleRoster } from '../../support/sample-rows.js';
import { openService, type TestService, type Visitor } from './service.js';

const contract = '/api/v1/contracts/shijingshan';
const postGroup = 'centre/management';
const date = '2026-05-06';
/** Five posts, of which the fifth has nobody: the day's roster is short by one. */
const duties = [1, 2, 3, 4].map((n) =>
  assignmentOf({ date, postGroup, worker: `W00${n}`, post: `管理${n}`, shift: 'f1', from: 510, until: 1050 }),
);
type Mark = NewMarks['marks'][number];

eachDatabase((_name, open) => {
  describe('the day as it goes', () => {
    let service: TestService;
    let leader: Visitor;
    let manager: Visitor;
    beforeAll(async () => {
      service = await openService({}, await open());
      const { world } = service;
      const roster = { ...sampleRoster('shijingshan', 'r1', date, date), status: 'published' as const, version: 1 };
      await world.unitOfWork.write(async ({ rosters, workforce }) => {
        await rosters.save({ ...roster, assignments: duties }, null);
        const leave = { worker: 'W005', from: roster.from, to: roster.to, kind: 'sick', status: 'approved' } as const;
        await workforce.saveLeave('shijingshan', [leave]);
        return done(null);
      });
      // From noon, at which the clock of the world stands, to 9:30.
      world.clock.advance({ minutes: -150 });
      leader = await service.visitor('team-leader-shijingshan');
      manager = await service.visitor('manager-shijingshan');
    });
    afterAll(() => service.close());

    const today = async (visitor = leader) => (await visitor.get(`${contract}/today`).expect(200)).body as Today;
    const management = (view: Today) =>
      present(
        view.groups.find((one) => one.postGroup === postGroup),
        postGroup,
      );
    const mark = (...marks: Pick<Mark, 'worker' | 'kind' | 'minute'>[]) =>
      leader.post(`${contract}/marks`, { marks: marks.map((one) => ({ ...one, date })) });
    const stateOf = (view: Today, worker: string) => view.duties.find((one) => one.worker === worker)?.state;
    const refusal = async (answer: ReturnType<Visitor['post']>, status: number) =>
      ((await answer.expect(status)).body as Problem).code;

    it('says who is due, what nobody was rostered for, and who stays away, without why', async () => {
      const view = await today();
      expect(view).toMatchObject({ date, minute: 570, service: 'open', version: 1, cost: null, record: null });
      expect(management(view)).toMatchObject({
        ...{ required: 5, scheduled: 4, present: 0, unmarked: 4, vacant: 1, vacantPosts: ['管理5'] },
      });
      expect(stateOf(view, 'W001')).toBe('overdue');
      expect(view.away).toContainEqual({ worker: 'W005', from: date, to: date, kind: 'absent' });
      expect(new Set(view.away.map(({ kind }) => kind))).toEqual(new Set(['absent']));
      const seen = await today(manager);
      expect(seen.away.find(({ worker }) => worker === 'W005')?.kind).toBe('sick');
      const cost = seen.cost?.find((one) => one.postGroup === postGroup);
      expect(cost).toMatchObject({ posts: ['管理5'], units: '1', amountFen: null, clause: '第十八条' });
      expect(cost?.indicativeFen).toBeGreaterThan(0);
    });

    it('takes the marks of the team leader, and says who marked what and when', async () => {
      await mark(
        { worker: 'W001', kind: 'arrived', minute: 505 },
        { worker: 'W002', kind: 'late', minute: 540 },
        { worker: 'W003', kind: 'absent', minute: null },
      ).expect(201);
      const view = await today();
      expect(management(view)).toMatchObject({ scheduled: 4, present: 2, unmarked: 1, vacant: 2 });
      expect(management(view).vacantPosts).toEqual(['管理3', '管理5']);
      expect(view.totals).toMatchObject({ late: 1, absent: 1, overdue: 1, duties: 4, withoutMark: 1 });
      const late = present(view.duties.find(({ worker }) => worker === 'W002')?.mark, 'mark');
      expect(late).toMatchObject({ kind: 'late', minute: 540, markedAt: service.world.clock.now() });
      expect(late.markedBy).toContain('班组长');
      const cost = (await today(manager)).cost?.find((one) => one.postGroup === postGroup);
      expect(cost).toMatchObject({ posts: ['管理3', '管理5'], units: '2' });
    });

    it.each([
      ['a second arrival', { worker: 'W001', kind: 'arrived', minute: 505 }, 409],
      ['an absence of who is here', { worker: 'W001', kind: 'absent', minute: null }, 409],
      ['a departure of who never came', { worker: 'W004', kind: 'left', minute: 560 }, 409],
      ['an arrival in the future', { worker: 'W004', kind: 'late', minute: 571 }, 400],
      ['lateness before the start', { worker: 'W004', kind: 'late', minute: 500 }, 400],
      ['an arrival in time after the start', { worker: 'W004', kind: 'arrived', minute: 520 }, 400],
      ['an absence with a time', { worker: 'W004', kind: 'absent', minute: 510 }, 400],
      ['somebody who isn’t due', { worker: 'W009', kind: 'arrived', minute: 510 }, 400],
    ] as const)('refuses %s', async (_what, one, status) => {
      expect(await refusal(mark(one), status)).toBe(status === 409 ? 'conflict' : 'invalid-input');
    });

    it('keeps nothing of a request of which one mark is wrong', async () => {
      const [good, wrong] = [
        { worker: 'W004', kind: 'late', minute: 560 },
        { worker: 'W001', kind: 'late', minute: 560 },
      ] as const;
      await mark(good, wrong).expect(409);
      expect(await refusal(mark(good, good), 400)).toBe('invalid-input');
      expect(stateOf(await today(), 'W004')).toBe('overdue');
    });

    it('takes a mark back once, after which the earlier one holds', async () => {
      await mark({ worker: 'W001', kind: 'left', minute: 560 }).expect(201);
      expect(stateOf(await today(), 'W001')).toBe('left');
      const { mark: left } = present(
        (await today()).duties.find(({ worker }) => worker === 'W001'),
        'duty',
      );
      await leader.delete(`${contract}/marks/${present(left, 'mark').id}`).expect(204);
      await leader.delete(`${contract}/marks/${present(left, 'mark').id}`).expect(409);
      await leader.delete(`${contract}/marks/unknown`).expect(404);
      expect(stateOf(await today(), 'W001')).toBe('present');
    });

    it('takes a whole group’s marks back together, all of them or none', async () => {
      const { marks } = (
        await mark({ worker: 'W001', kind: 'left', minute: 561 }, { worker: 'W002', kind: 'left', minute: 562 }).expect(
          201,
        )
      ).body as MarkList;
      const ids = marks.map(({ id }) => id);
      const withdraw = (these: string[]) => leader.post(`${contract}/marks/withdrawal`, { ids: these });
      await withdraw([...ids, 'unknown']).expect(404);
      expect(stateOf(await today(), 'W001')).toBe('left');
      await withdraw(ids).expect(204);
      const view = await today();
      expect([stateOf(view, 'W001'), stateOf(view, 'W002')]).toEqual(['present', 'late']);
      expect(await refusal(withdraw(ids), 409)).toBe('conflict');
    });

    it('lets an absence turn into a late arrival', async () => {
      await mark({ worker: 'W003', kind: 'late', minute: 565 }).expect(201);
      expect(stateOf(await today(), 'W003')).toBe('late');
    });

    it('is confirmed only when it is over and everybody is marked', async () => {
      const confirm = () => leader.post(`${contract}/day-records`, { date });
      expect(await refusal(confirm(), 409)).toBe('conflict');
      service.world.clock.advance({ hours: 9 });
      const open = (await confirm().expect(409)).body as Problem;
      expect(open.details).toEqual({ unmarked: ['W004 2026-05-06'] });
      await mark({ worker: 'W004', kind: 'arrived', minute: 510 }).expect(201);
      const record = (await confirm().expect(201)).body as DayRecord;
      expect(record).toMatchObject({ date, duties: 4, differences: [] });
      await confirm().expect(409);
      await mark({ worker: 'W004', kind: 'left', minute: 1040 }).expect(409);
      expect((await today()).record?.confirmedBy).toContain('班组长');
    });

    it('is attendance then, with where it comes from, until a file says otherwise, and the difference is told', async () => {
      const records = async () => {
        const answer = await manager.get(`${contract}/attendance?from=${date}&to=${date}`).expect(200);
        return (answer.body as { records: { worker: string; arrivedMinute: number; note: string }[] }).records;
      };
      expect((await records()).filter(({ worker }) => worker === 'W002')[0]).toMatchObject({
        ...{ arrivedMinute: 540, note: '现场标记' },
      });
      const csv = `日期,工号,岗位组,岗位,到岗,离岗\n${date},W002,${postGroup},管理2,08:30,17:30\n`;
      const token = manager.session.csrfToken;
      const taken = await manager
        .post(`${contract}/attendance`)
        .set('x-csrf-token', token)
        .attach('file', Buffer.from(csv), 'may.csv')
        .expect(200);
      expect(taken.body as AttendanceImport).toMatchObject({ imported: 1, replaced: 2, contradicted: 1 });
      expect((await records()).find(({ worker }) => worker === 'W002')).toMatchObject({ arrivedMinute: 510, note: '' });
      expect((await records()).find(({ worker }) => worker === 'W003')).toMatchObject({ arrivedMinute: 565 });
      const kept = await leader.get(`${contract}/day-records?from=${date}&to=${date}`).expect(200);
      const [day] = (kept.body as { days: DayRecord[] }).days;
      expect(day?.differences).toEqual([
        {
          ...{ worker: 'W002', postGroup, post: '管理2' },
          marked: {
            isAbsent: false,
            stretches: [
              { arrivedMinute: 540, leftMinute: 690 },
              { arrivedMinute: 750, leftMinute: 1050 },
            ],
          },
          onFile: { isAbsent: false, stretches: [{ arrivedMinute: 510, leftMinute: 1050 }] },
        },
      ]);
    });

    it('asks for no confirmation of days without service or without a roster', async () => {
      const kept = await leader.get(`${contract}/day-records?from=2026-04-30&to=${date}`).expect(200);
      const { services } = kept.body as DayRecordList;
      expect(services.map(({ date: day, service: of }) => `${day} ${of}`)).toEqual([
        '2026-04-30 unplanned',
        ...['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'].map((day) => `${day} closed`),
        `${date} open`,
      ]);
    });

    it('has nothing to say of a holiday but when service goes on, nor of a day that nobody planned', async () => {
      const at = async (day: string) => (await leader.get(`${contract}/today?date=${day}`).expect(200)).body as Today;
      expect(await at('2026-05-01')).toMatchObject({
        ...{ service: 'closed', day: { kind: 'holidayBlock' }, nextService: { date: '2026-05-06', minute: 510 } },
      });
      expect(await at('2026-04-30')).toMatchObject({ service: 'unplanned', version: null, duties: [] });
      await leader.get(`${contract}/today?date=2026-05-07`).expect(400);
    });
  });
});
