import type { Context } from '../../../src/application/context.js';
import { planRoster } from '../../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import { replanRoster } from '../../../src/application/replan-roster/replan-roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import { notice2026, person, smallHall } from '../../support/small-contract.js';

const week = { from: civilDate('2026-05-11'), to: civilDate('2026-05-16') };
const search = { engine: 'highs', timeLimitSeconds: 5, seed: 1 } as const;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

eachDatabase((_, open) => {
  let database: TestDatabase;
  let context: Context;
  beforeAll(async () => {
    database = await open();
    database.clock.setToday('2026-05-06');
    const { unitOfWork, clock, randomness } = database;
    context = { unitOfWork, clock, randomness, actor: 'test' };
    value(
      await unitOfWork.write(async ({ contracts, calendars, workforce }) => {
        await contracts.save({ ...smallHall(), key: 'hall' });
        await calendars.saveNotice(notice2026);
        await workforce.saveWorkers('hall', [
          ...['W001', 'W002', 'W003', 'W005'].map((code) => person(code, 'hall/window')),
          person('W004', 'hall/guide'),
        ]);
        return done(null);
      }),
    );
  });

  const request = { ...search, ...week, contract: 'hall', present: '2026-05-12T07:40' };
  const absent = (worker: string, from: string, to = from) =>
    ({ worker, from: civilDate(from), to: civilDate(to), kind: 'sick' }) as const;

  it('refuses before anything is published, unknown people and reversed days, and enters no leave then', async () => {
    const unpublished = await replanRoster(context, { ...request, absences: [absent('W001', '2026-05-12')] });
    expect(unpublished).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
    const refused = [absent('W099', '2026-05-12'), absent('W001', '2026-05-13', '2026-05-12')];
    for (const absence of refused) {
      const result = await replanRoster(context, { ...request, absences: [absence] });
      expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
    }
    expect(await database.unitOfWork.read(({ workforce }) => workforce.leave('hall', week))).toEqual([]);
  });

  it('repairs, publishes, and repairs again on top: the first absence is on file', async () => {
    const first = value(await planRoster(context, { ...search, ...week, contract: 'hall' }));
    value(await publishRoster(context, { contract: 'hall', rosterId: first.id }));
    const [sick = '', next = ''] = first.assignments
      .filter(({ date, postGroup }) => date === '2026-05-12' && postGroup === 'hall/window')
      .map(({ worker }) => worker);

    const repaired = value(await replanRoster(context, { ...request, absences: [absent(sick, '2026-05-12')] }));
    expect(repaired.roster).toMatchObject({ status: 'draft', certificate: { status: 'optimal', missingMinutes: 0 } });
    expect(repaired.changes.map(({ worker }) => worker)).toContain(sick);
    const published = value(await publishRoster(context, { contract: 'hall', rosterId: repaired.roster.id }));
    expect(published.events.cancelled).toBe(1);

    const again = value(await replanRoster(context, { ...request, absences: [absent(next, '2026-05-12')] }));
    expect(again.roster.certificate).toMatchObject({ status: 'optimal' });
    expect(again.roster.certificate.missingMinutes).toBeGreaterThan(0);
    expect(again.roster.vacancies.every(({ date }) => date === '2026-05-12')).toBe(true);
    const atWork = again.roster.assignments.filter(({ date }) => date === '2026-05-12').map(({ worker }) => worker);
    expect(atWork).not.toContain(sick);
    expect(again.changes.map(({ worker }) => worker)).toEqual([next]);
  });
});
