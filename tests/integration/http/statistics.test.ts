import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { OvertimeAccount, Statistics } from '../../../src/adapters/http/schemas/statistics.js';
import { present } from '../../../src/shared/assert.js';
import { done } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { assignmentOf } from '../../support/publications.js';
import { samplePresence, sampleRoster } from '../../support/sample-rows.js';
import { openService, type TestService, type Visitor } from './service.js';

const contract = 'shijingshan';
const postGroup = 'centre/management';
const [weekday, saturday] = ['2026-05-06', '2026-05-16'] as const;
const duties = [
  ...[1, 2, 3, 4].map((n) =>
    assignmentOf({ ...{ date: weekday, postGroup, worker: `W00${String(n)}`, shift: 'f1' }, from: 510, until: 1050 }),
  ),
  assignmentOf({ date: saturday, postGroup, worker: 'W001', shift: 's', from: 510, until: 750 }),
];

eachDatabase((_name, open) => {
  describe('the statistics of a month', () => {
    let service: TestService;
    let manager: Visitor;
    beforeAll(async () => {
      service = await openService({}, await open());
      await service.world.unitOfWork.write(async ({ rosters, attendance }) => {
        for (const [index, date] of [weekday, saturday].entries()) {
          const roster = { ...sampleRoster(contract, date, date, date), status: 'published' as const };
          const assignments = duties.filter((one) => one.date === date);
          await rosters.save({ ...roster, version: index + 1, assignments }, null);
        }
        const record = { ...samplePresence('W001', weekday, '管理1'), postGroup };
        await attendance.savePresence(contract, [{ ...record, leftMinute: 1050 }]);
        return done(null);
      });
      manager = await service.visitor(`manager-${contract}`);
    });
    afterAll(() => service.close());

    const of = (month: string) => manager.get(`/api/v1/contracts/${contract}/statistics?month=${month}`);
    const may = async () => (await of('2026-05').expect(200)).body as Statistics;
    const dayOf = ({ days }: Statistics, date: string) =>
      present(
        days.find((day) => day.date === date),
        date,
      );

    it('count what the roster fills of what the contract asks for, day by day', async () => {
      const statistics = await may();
      expect(statistics.days).toHaveLength(31);
      const day = dayOf(statistics, weekday);
      // Half an hour with 3 of 3, the morning with 4 of 5, midday with 0 and then 2 of 2, the afternoon with 4 of 5, 3 of 3.
      expect(day.filledMinutes).toBe(90 + 4 * 150 + 120 + 4 * 210 + 90);
      expect(day.coverage).toBeCloseTo((day.filledMinutes ?? 0) / day.requiredMinutes);
      expect(dayOf(statistics, '2026-05-07')).toMatchObject({ filledMinutes: null, coverage: null });
      expect(dayOf(statistics, '2026-05-01')).toMatchObject({ requiredMinutes: 0, coverage: null });
    });

    it('tell vacancies by attendance from days of which nothing is known', async () => {
      const statistics = await may();
      expect(Number(dayOf(statistics, weekday).vacantUnits)).toBe(139);
      expect(dayOf(statistics, '2026-05-07').vacantUnits).toBeNull();
    });

    it('hold everybody’s hours against the law, the fullest first, and count burdens', async () => {
      const { hours, burdens } = await may();
      const first = present(hours[0], 'fullest');
      expect(first).toMatchObject({ worker: 'W001', account: 'month', plannedMinutes: 480 + 240 });
      expect(first.maxMinutes - first.normalMinutes).toBe(36 * 60);
      expect(burdens.filter(({ total }) => total > 0)).toEqual([
        { worker: 'W001', postGroup, nights: 0, weekends: 1, holidays: 0, total: 1 },
      ]);
    });

    it('name the normal hours of a week, less days of rest, with what lies beside the days asked for', async () => {
      const range = 'from=2026-05-04&to=2026-05-05';
      const reply = await manager.get(`/api/v1/contracts/${contract}/overtime-accounts?${range}`).expect(200);
      const { accounts } = reply.body as { accounts: OvertimeAccount[] };
      // The Labour Day block ends on Tuesday the 5th; Wednesday is published and lies in the same week.
      expect(accounts.filter(({ worker }) => worker === 'W001')).toEqual([
        { worker: 'W001', from: '2026-05-04', to: '2026-05-05', normalMinutes: 480, besideMinutes: 480 },
      ]);
    });

    it('are refused for a month beside the term', async () => {
      expect(((await of('2025-12').expect(422)).body as Problem).code).toBe('outside-term');
    });
  });
});
