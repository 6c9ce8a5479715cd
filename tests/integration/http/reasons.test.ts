import type {
  FeasibilityReport,
  CandidateList,
  ReplacementList,
  RosterExplanation,
} from '../../../src/adapters/http/schemas/reasons.js';
import type { Replanned } from '../../../src/adapters/http/schemas/replans.js';
import { planRoster } from '../../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import type { Assignment } from '../../../src/domain/rostering/roster.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { openService, type TestService, type Visitor } from './service.js';

const base = '/api/v1/contracts/sujiatuo';
const days = { from: civilDate('2026-05-11'), to: civilDate('2026-05-12') };
const range = `from=${days.from}&to=${days.to}`;

/** A published roster of two days of the desk, its repair, and the reasons for both, as the pages ask for them. */
describe('reasons and repairs over HTTP', () => {
  let service: TestService;
  let manager: Visitor;
  let published: { readonly id: string; readonly duty: Assignment };
  beforeAll(async () => {
    service = await openService();
    manager = await service.visitor('manager-sujiatuo');
    const search = { engine: 'highs', timeLimitSeconds: 20, seed: 1 } as const;
    const planned = await planRoster(service.world, { contract: 'sujiatuo', ...days, ...search });
    if (!planned.ok) throw new Error(planned.refusal.message.en);
    const { id, assignments } = planned.value;
    const done = await publishRoster(service.world, { contract: 'sujiatuo', rosterId: id });
    if (!done.ok) throw new Error(done.refusal.message.en);
    published = { id, duty: present(assignments[0], 'duty') };
  });
  afterAll(() => service.close());

  it('says what the days need and what the people can work', async () => {
    const answer = await manager.get(`${base}/feasibility?${range}`).expect(200);
    const { balances, findings } = answer.body as FeasibilityReport;
    expect(balances.length).toBeGreaterThan(0);
    for (const { requiredMinutes, achievableMinutes, homePeople, people } of balances) {
      expect(requiredMinutes).toBeGreaterThan(0);
      expect(achievableMinutes).toBeGreaterThan(0);
      expect(people).toBeGreaterThanOrEqual(homePeople);
    }
    for (const { required, achievable } of findings) expect(achievable).toBeLessThan(required);
    await manager.get(`${base}/feasibility?from=2026-05-12&to=2026-05-11`).expect(400);
    await manager.get(`${base}/feasibility?from=2026-02-30&to=2026-03-01`).expect(400);
  });

  it('ranks who could take a duty, lawful ones first, the cheapest first', async () => {
    const { worker, date } = published.duty;
    const path = `${base}/rosters/${published.id}/replacements`;
    const { duty, replacements } = (await manager.get(`${path}?worker=${worker}&date=${date}`).expect(200))
      .body as ReplacementList;
    expect(duty).toMatchObject({ worker, date, shift: published.duty.shift });
    expect(replacements.length).toBeGreaterThan(0);
    expect(replacements.map((one) => one.worker)).not.toContain(worker);
    const costs = replacements.map(({ cost }) => cost?.costDifference ?? Infinity);
    expect(costs).toEqual(costs.toSorted((one, other) => one - other));
    for (const { cost, violations } of replacements) expect(violations.length > 0).toBe(cost === null);
    await manager.get(`${path}?worker=Z999&date=${date}`).expect(404);
    await manager.get(`${base}/rosters/nothing/replacements?worker=${worker}&date=${date}`).expect(404);
  });

  it('ranks what is asked at once one after another, each question under its own roster', async () => {
    const search = { engine: 'highs', timeLimitSeconds: 20, seed: 1 } as const;
    const later = { from: civilDate('2026-05-13'), to: civilDate('2026-05-14') };
    const planned = await planRoster(service.world, { contract: 'sujiatuo', ...later, ...search });
    if (!planned.ok) throw new Error(planned.refusal.message.en);
    const asked = [
      { id: published.id, duty: published.duty },
      ...planned.value.assignments.slice(0, 3).map((duty) => ({ id: planned.value.id, duty })),
    ];
    const lists = await Promise.all(
      [...asked, ...asked.toReversed()].map(({ id, duty: { worker, date } }) =>
        manager.get(`${base}/rosters/${id}/replacements?worker=${worker}&date=${date}`).expect(200),
      ),
    );
    const [first, again] = [lists.slice(0, asked.length), lists.slice(asked.length).toReversed()];
    expect(first.map(({ body }) => body as ReplacementList)).toMatchObject(
      asked.map(({ id, duty: { worker, date, shift } }) => ({ rosterId: id, duty: { worker, date, shift } })),
    );
    expect(again.map(({ body }) => body as unknown)).toEqual(first.map(({ body }) => body as unknown));
  });

  it('ranks who could be in a cell, vacant or not, and never who is there', async () => {
    const { date, postGroup, shift } = published.duty;
    const path = `${base}/rosters/${published.id}/candidates?postGroup=${postGroup}&date=${date}`;
    const { candidates } = (await manager.get(path).expect(200)).body as CandidateList;
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.map(({ worker }) => worker)).not.toContain(published.duty.worker);
    for (const { duty, cost, violations } of candidates) {
      expect(duty).toMatchObject({ date, postGroup });
      expect(violations.length > 0).toBe(cost === null);
    }
    const costs = candidates.map(({ cost }) => cost?.costDifference ?? Infinity);
    expect(costs).toEqual(costs.toSorted((one, other) => one - other));
    const atNight = (await manager.get(`${path}&start=180&end=210`).expect(200)).body as CandidateList;
    expect(atNight.candidates.map(({ duty }) => duty.shift)).not.toContain(shift);
    await manager.get(`${path}&start=600&end=600`).expect(400);
    await manager.get(`${base}/rosters/${published.id}/candidates?postGroup=${postGroup}&date=2020-01-01`).expect(404);
  });

  it('repairs after an absence with a draft, and says why each of its vacancies is there', async () => {
    const { worker, date } = published.duty;
    const absences = [{ worker, from: date, to: date, kind: 'sick' }];
    const answer = await manager.post(`${base}/replans`, { ...days, absences }).expect(201);
    const repaired = answer.body as Replanned;
    expect(answer.headers['location']).toBe(`${base}/rosters/${repaired.rosterId}`);
    expect(repaired.proof).toMatchObject({ status: 'optimal' });
    expect(repaired.missingMinutes.bound).toBe(repaired.missingMinutes.planned);
    expect(repaired.changes).toContainEqual(expect.objectContaining({ worker, date, after: null }));

    const path = `${base}/rosters/${repaired.rosterId}`;
    const draft = (await manager.get(path).expect(200)).body as { status: string; assignments: { worker: string }[] };
    expect(draft.status).toBe('draft');
    const explained = (await manager.get(`${path}/explanation`).expect(200)).body as RosterExplanation;
    expect(explained.proof).toMatchObject({ isConfirmed: true, hardViolations: 0 });
    expect(explained.proof?.missingMinutes).toBe(repaired.missingMinutes.planned);
    const missing = explained.vacancies.reduce((sum, vacancy) => sum + vacancy.missingMinutes, 0);
    expect(missing).toBe(repaired.missingMinutes.planned);
    for (const { message } of explained.vacancies) {
      expect(message.zh).toMatch(/[一-鿿]/u);
      expect(message.en).not.toBe('');
    }
  });

  it('refuses a repair that nobody could mean, and enters no leave for it', async () => {
    const { date } = published.duty;
    const leave = async () =>
      ((await manager.get(`${base}/leave?${range}`).expect(200)).body as { leave: object[] }).leave;
    const before = await leave();
    const refused = async (body: object) => (await manager.post(`${base}/replans`, body).expect(400)).body as object;
    const absent = { worker: published.duty.worker, from: date, to: date };
    expect(await refused({ ...days, absences: [{ ...absent, worker: 'Z999' }] })).toMatchObject({
      code: 'invalid-input',
    });
    expect(await refused({ ...days, absences: [{ ...absent, kind: 'holiday' }] })).toMatchObject({
      code: 'invalid-input',
    });
    await refused({ ...days, absences: [absent], timeLimitSeconds: 3600 });
    expect(await leave()).toEqual(before);
  });
});
