import { enterRate } from '../../../src/application/enter-rate/enter-rate.js';
import { forecastDeductions } from '../../../src/application/forecast/forecast-deductions.js';
import { presentForecast } from '../../../src/application/forecast/present.js';
import type { ForecastView } from '../../../src/application/forecast/view.js';
import { postVacancies } from '../../../src/application/post-vacancies/post-vacancies.js';
import { agreeToReading } from '../../../src/application/readings/answer-reading.js';
import { proposeReading } from '../../../src/application/readings/propose-reading.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { assignmentOf } from '../../support/publications.js';
import { sampleRoster } from '../../support/sample-rows.js';
import { record } from '../../support/vacancy-month.js';
import { openWorld, type World } from '../../support/world.js';

const contract = 'shijingshan';
const postGroup = 'centre/management';
const people = [1, 2, 3, 4, 5];
/** Four days of the five management posts; nobody is rostered anywhere else. */
const duties = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14'].flatMap((date) =>
  people.map((n) => assignmentOf({ date, postGroup, worker: `W00${n}`, post: `管理${n}`, shift: 'f1' })),
);
/** Everybody came on the first two days, but for W002. */
const presence = ['2026-05-11', '2026-05-12'].flatMap((date) =>
  people.map((n) => record(`${date} W00${n} ${postGroup} 管理${n} ${n === 2 ? 'absent:sick' : '08:00-18:00'}`)),
);

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.en}`);
  return result.value;
}

eachDatabase((name, open) => {
  describe(`the deduction forecast (${name})`, () => {
    let world: World;
    /** As the test before left it: one story. */
    let last: ForecastView | undefined;
    beforeAll(async () => {
      world = await openWorld({ database: await open(), contracts: [contract, 'anding'], today: '2026-05-13' });
    });
    afterAll(async () => {
      await world.close();
    });

    const forecast = async () => {
      const found = presentForecast(valueOf(await forecastDeductions(world, { contract, seed: 1 })));
      last = found;
      return found;
    };

    it('has nothing ahead without a published roster, and still shows every limit', async () => {
      const empty = await forecast();
      expect(empty).toMatchObject({ from: null, to: null, days: [], total: { p05: 0, p95: 0 } });
      expect(empty.limits).toMatchObject([
        { key: 'error', kind: 'cap', clause: '第十九条', limitFen: 15_631_000, usedFen: 0, level: 'clear' },
        { key: 'fees', kind: 'fees', limitFen: 1_563_100_000, level: 'clear' },
      ]);
    });

    it('without attendance knows no risk: all is what the roster leaves vacant', async () => {
      const rate = { yuanPerPostYear: '111650.00', document: '批复1号', from: civilDate('2026-04-02') };
      valueOf(await enterRate(world, { contract, ...rate }));
      const roster = { ...sampleRoster(contract, 'r1', '2026-05-11', '2026-05-14'), version: 1 };
      await world.unitOfWork.write(async ({ rosters }) => {
        await rosters.save({ ...roster, status: 'published', assignments: duties }, null);
        return done(null);
      });
      const { from, to, total, rosteredFen, rosteredUnits, vacancies, history } = await forecast();
      expect({ from, to, history }).toMatchObject({ from: '2026-05-11', to: '2026-05-14', history: { duties: 0 } });
      expect(rosteredUnits).toBe(vacancies.length);
      expect(rosteredFen).toBe(vacancies.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0));
      expect(new Set(Object.values(total))).toEqual(new Set([rosteredFen]));
      expect(vacancies.some((shift) => shift.postGroup === postGroup)).toBe(false);
    });

    it('learns the risk from the attendance', async () => {
      await world.unitOfWork.write(async ({ attendance }) => {
        await attendance.savePresence(contract, presence);
        return done(null);
      });
      const found = await forecast();
      expect(found).toMatchObject({ from: '2026-05-13', to: '2026-05-14', history: { duties: 10, missed: 2 } });
      expect(found.absenceMeanFen).toBeGreaterThan(0);
      expect(found.total.p05).toBeGreaterThanOrEqual(found.unpostedFen + found.rosteredFen);
      expect(found.total.p95).toBeGreaterThan(found.total.p05);
    });

    it('counts a vacancy once, before it is posted and after', async () => {
      const before = present(last, 'the forecast before');
      expect(before.unpostedFen).toBeGreaterThan(0);
      valueOf(await postVacancies(world, { contract, month: civilMonth('2026-05') }));
      const after = await forecast();
      expect(after).toMatchObject({ unpostedFen: 0, proposedFen: before.unpostedFen, total: before.total });
      const [first, second] = after.instalments;
      expect(first).toMatchObject({ key: 'first', isSettled: false, confirmedFen: 0, deducted: after.total });
      expect(second).toMatchObject({ key: 'second', deducted: { p95: 0 } });
    });

    it('expects nobody on approved leave whom the roster still names', async () => {
      const before = present(last, 'the forecast before');
      const [from, to] = [civilDate('2026-05-13'), civilDate('2026-05-13')];
      await world.unitOfWork.write(async ({ workforce }) => {
        await workforce.saveLeave(contract, [{ worker: 'W003', from, to, kind: 'annual', status: 'approved' }]);
        return done(null);
      });
      const after = await forecast();
      expect(after.rosteredUnits).toBe(before.rosteredUnits + 1);
      expect(after.vacancies).toContainEqual(
        expect.objectContaining({ date: '2026-05-13', post: '管理3', roster: 'r1' }),
      );
    });

    it('warns before a cap is crossed, with the shifts that would avoid it (V19)', async () => {
      expect(last?.limits[0]).toMatchObject({ countsVacancies: false, usedFen: 0, remedy: [] });
      const reading = { item: 'V19', option: 'errors-and-vacancies', from: civilDate('2026-04-02') };
      const proposed = { contract, ...reading, party: 'contractor', document: '会议纪要1', note: '' } as const;
      valueOf(await proposeReading(world, proposed));
      const answer = { contract, number: 1, party: 'client', document: '复函2' } as const;
      valueOf(await agreeToReading(world.as('their finance'), answer));
      const { limits, proposedFen } = await forecast();
      expect(limits[0]).toMatchObject({
        ...{ key: 'error', countsVacancies: true, usedFen: proposedFen, level: 'likely', chance: 1 },
        ...{ crossesOn: '2026-05-13', isRemedied: true },
      });
      const { forecast: used, limitFen = 0, remedy = [] } = limits[0] ?? {};
      const filled = remedy.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
      expect((used?.p95 ?? 0) - filled).toBeLessThanOrEqual(limitFen);
      expect((used?.p95 ?? 0) - filled + (remedy.at(-1)?.amountFen ?? 0)).toBeGreaterThan(limitFen);
    });

    it('refuses what has no term and what does not exist', async () => {
      const codes = ['anding', 'nowhere'].map(async (key) => {
        const refused = await forecastDeductions(world, { contract: key, seed: 1 });
        return refused.ok ? 'done' : refused.refusal.code;
      });
      expect(await Promise.all(codes)).toEqual(['term-unconfirmed', 'not-found']);
    });
  });
});
