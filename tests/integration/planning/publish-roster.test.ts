import { planRoster } from '../../../src/application/plan-roster/plan-roster.js';
import { previewPublication, publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import { verify } from '../../../src/application/verify/verify.js';
import type { Context } from '../../../src/application/context.js';
import type { Repositories } from '../../../src/application/ports/index.js';
import type { Roster } from '../../../src/domain/rostering/roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import { notice2026, person, smallDesk, smallHall } from '../../support/small-contract.js';

const range = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });
const week = range('2026-05-11', '2026-05-17');
const desk = 'small-desk';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

eachDatabase((_, open) => {
  let database: TestDatabase;
  let context: Context;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => {
    database.clock.setToday('2026-05-06');
    context = {
      unitOfWork: database.unitOfWork,
      clock: database.clock,
      randomness: database.randomness,
      actor: 'test',
    };
  });

  /** A contract of its own for each test, so that versions start at 1. */
  const tenant = async (key: string): Promise<string> => {
    const contract = { ...(key.startsWith(desk) ? smallDesk() : smallHall()), key };
    const home = key.startsWith(desk) ? 'desk/seat' : 'hall/window';
    await write(async ({ contracts, calendars, workforce }) => {
      await contracts.save(contract);
      await calendars.saveNotice(notice2026);
      await workforce.saveWorkers(
        key,
        ['W001', 'W002', 'W003', 'W004'].map((code) => person(code, home)),
      );
    });
    return key;
  };
  const write = async (work: (repositories: Repositories) => Promise<void>) => {
    value(
      await context.unitOfWork.write(async (repositories) => {
        await work(repositories);
        return done(null);
      }),
    );
  };
  const read = <T>(work: (repositories: Repositories) => Promise<T>) => context.unitOfWork.read(work);
  const plan = async (contract: string, days = week): Promise<Roster> =>
    value(await planRoster(context, { contract, ...days, engine: 'highs', timeLimitSeconds: 1.5, seed: 1 }));
  const sickLeave = (contract: string, worker: string, on: string) =>
    write(({ workforce }) =>
      workforce.saveLeave(contract, [{ worker, ...range(on, on), kind: 'sick', status: 'approved' }]),
    );
  const traces = (contract: string) =>
    read(async ({ rosters, feeds, outbox }) => ({
      rosters: (await rosters.list(contract)).map(({ id, status, version, revision }) => ({
        id,
        status,
        version,
        revision,
      })),
      events: await feeds.eventsOn(contract, range('2026-01-01', '2026-12-31')),
      messages: (await outbox.pending(1000)).filter((message) => message.contract === contract),
      difference: await rosters.difference(contract, 1),
    }));

  it.each(['required_post_days', 'filled_post_days', 'created_at'])(
    'verify finds a changed %s of a published version, and no other roster in doubt',
    async (column) => {
      const contract = await tenant(`${desk}-sealed-${column.replaceAll('_', '-')}`);
      const { id } = await plan(contract);
      value(await publishRoster(context, { contract, rosterId: id }));
      const problems = async () =>
        (value(await verify(context, { contract })).contracts[0]?.problems ?? []).map(({ en }) => en);
      expect(await problems()).toEqual([]);
      await database.source.query(`UPDATE roster SET ${column} = '1' WHERE id = '${id}'`);
      expect(await problems()).toEqual([expect.stringContaining('Roster version 1: it doesn’t match the digest')]);
      for (const statement of [`UPDATE roster_seal SET digest = 'x'`, 'DELETE FROM roster_seal'])
        await expect(database.source.query(statement)).rejects.toThrow(/never changed or deleted/u);
    },
  );

  it('makes the first version: events at sequence 0, one message each, the difference kept', async () => {
    const contract = await tenant(`${desk}-first`);
    const roster = await plan(contract);
    const published = value(await publishRoster(context, { contract, rosterId: roster.id, expectedRevision: 1 }));
    expect(published).toEqual({ version: 1, events: { added: roster.assignments.length, changed: 0, cancelled: 0 } });
    const after = await traces(contract);
    expect(after.rosters).toEqual([{ id: roster.id, status: 'published', version: 1, revision: 2 }]);
    expect(after.events).toHaveLength(roster.assignments.length);
    expect(
      after.events.every(({ sequence, status, version }) => sequence === 0 && status === 'CONFIRMED' && version === 1),
    ).toBe(true);
    expect(after.messages.map(({ worker }) => worker).sort()).toEqual(['W001', 'W002', 'W003', 'W004']);
    expect(after.difference?.added).toHaveLength(roster.assignments.length);
  });

  it('after a sick call changes a few shifts, raises their sequences, supersedes version 1 and warns those within 48 hours first', async () => {
    const contract = await tenant(`${desk}-sick`);
    const first = await plan(contract);
    value(await publishRoster(context, { contract, rosterId: first.id }));
    database.clock.setToday('2026-05-13');
    const sick = first.assignments.find(({ date, shift }) => date === '2026-05-14' && shift === 'day')?.worker ?? '';
    await sickLeave(contract, sick, '2026-05-14');
    const second = await plan(contract);
    const difference = value(await previewPublication(context, { contract, rosterId: second.id }));
    const published = value(await publishRoster(context, { contract, rosterId: second.id }));
    expect(published).toEqual({
      version: 2,
      events: {
        added: difference.added.length,
        changed: difference.changed.length,
        cancelled: difference.cancelled.length,
      },
    });
    expect(difference.cancelled.map(({ worker, date }) => `${worker} ${date}`)).toContain(`${sick} 2026-05-14`);
    const after = await traces(contract);
    expect(after.rosters.map(({ status, version }) => [status, version])).toEqual([
      ['published', 2],
      ['superseded', 1],
    ]);
    const cancelled = after.events.find(({ worker, date }) => worker === sick && date === '2026-05-14');
    expect(cancelled).toMatchObject({ status: 'CANCELLED', sequence: 1, version: 2 });
    const untouched = after.events.filter(({ date }) => date < '2026-05-13');
    expect(untouched.length).toBeGreaterThan(0);
    expect(untouched.every(({ sequence, version }) => sequence === 0 && version === 1)).toBe(true);
    const told = after.messages
      .filter(({ title }) => title.zh.includes('第 2 版'))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(told[0]?.title.zh).toContain('48 小时');
    expect(told.find(({ worker }) => worker === sick)?.body.zh).toContain('5月14日（周四） 取消 白班 8:30–18:00');
  });

  it('lets a version for some days take precedence there and leaves the older one in force elsewhere', async () => {
    const contract = await tenant(`${desk}-part`);
    const whole = await plan(contract);
    value(await publishRoster(context, { contract, rosterId: whole.id }));
    const days = range('2026-05-13', '2026-05-14');
    await sickLeave(contract, whole.assignments.find(({ date }) => date === '2026-05-14')?.worker ?? '', '2026-05-14');
    const part = await plan(contract, days);
    const { version } = value(await publishRoster(context, { contract, rosterId: part.id }));
    expect(version).toBe(2);
    const after = await traces(contract);
    expect(after.rosters.map(({ status, version: number }) => [status, number])).toEqual([
      ['published', 2],
      ['published', 1],
    ]);
    // Nothing in the events says otherwise than: version 2 on its days, version 1 on the others.
    const inForce = [
      ...whole.assignments.filter(({ date }) => date < days.from || date > days.to),
      ...part.assignments,
    ];
    const confirmed = after.events.filter(({ status }) => status === 'CONFIRMED');
    const cells = (items: readonly { worker: string; start: string }[]) =>
      items.map(({ worker, start }) => `${worker} ${start}`).sort();
    expect(cells(confirmed)).toEqual(cells(inForce));
  });

  it('refuses what is published already, unknown, another contract’s or changed meanwhile', async () => {
    const contract = await tenant(`${desk}-refusals`);
    const other = await tenant(`${desk}-other`);
    const roster = await plan(contract);
    const codeOf = async (request: Parameters<typeof publishRoster>[1]) => {
      const result = await publishRoster(context, request);
      return result.ok ? 'published' : result.refusal.code;
    };
    const before = await traces(contract);
    expect(await codeOf({ contract, rosterId: 'nothing' })).toBe('not-found');
    expect(await codeOf({ contract: other, rosterId: roster.id })).toBe('not-found');
    expect(await codeOf({ contract, rosterId: roster.id, expectedRevision: 7 })).toBe('stale-version');
    expect(await traces(contract)).toEqual(before);
    expect(await codeOf({ contract, rosterId: roster.id })).toBe('published');
    expect(await codeOf({ contract, rosterId: roster.id })).toBe('conflict');
  });

  it('refuses a draft that is older than a version of some of its days, and only then', async () => {
    const contract = await tenant(`${desk}-older`);
    database.clock.setToday('2026-05-06');
    const older = await plan(contract, range('2026-05-11', '2026-05-12'));
    const beside = await plan(contract, range('2026-05-13', '2026-05-14'));
    database.clock.advance({ minutes: 5 });
    const newer = await plan(contract, range('2026-05-12', '2026-05-12'));
    database.clock.advance({ minutes: 5 });
    value(await publishRoster(context, { contract, rosterId: newer.id }));
    const before = await traces(contract);
    const result = await publishRoster(context, { contract, rosterId: older.id });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'conflict', details: { version: 1 } } });
    expect(await traces(contract)).toEqual(before);
    const next = await publishRoster(context, { contract, rosterId: beside.id });
    expect(next.ok || next.refusal.code).not.toBe('conflict');
  });

  it('refuses a plan beside whose search another version came out', async () => {
    const contract = await tenant(`${desk}-meanwhile`);
    database.clock.setToday('2026-05-06');
    const rival = await plan(contract, range('2026-05-12', '2026-05-12'));
    database.clock.advance({ minutes: 5 });
    const days = range('2026-05-11', '2026-05-12');
    const planning: Context = {
      ...context,
      unitOfWork: {
        write: (work) => context.unitOfWork.write(work),
        // The facts are read, the search begins.
        async read(work) {
          const facts = await context.unitOfWork.read(work);
          database.clock.advance({ minutes: 1 });
          value(await publishRoster(context, { contract, rosterId: rival.id }));
          database.clock.advance({ minutes: 1 });
          return facts;
        },
      },
    };
    const late = await planRoster(planning, { contract, ...days, engine: 'highs', timeLimitSeconds: 1.5, seed: 1 });
    const result = await publishRoster(context, { contract, rosterId: value(late).id });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'conflict', details: { version: 1 } } });
  });

  it('refuses a roster whose check failed, or that isn’t what its certificate says, and writes nothing', async () => {
    const contract = await tenant(`${desk}-rejected`);
    const roster = await plan(contract);
    const violation = {
      rule: 'nightBan',
      worker: 'W001',
      dates: [civilDate('2026-05-11')],
      message: { zh: 'W001 有夜班限制', en: 'W001 may not work nights' },
    };
    const { certificate } = roster;
    const wrong: Roster[] = [
      { ...roster, certificate: { ...certificate, check: { ...certificate.check, hardViolations: [violation] } } },
      { ...roster, certificate: { ...certificate, objective: certificate.objective - 50 } },
      { ...roster, certificate: { ...certificate, problemHash: '0'.repeat(64) } },
      { ...roster, assignments: roster.assignments.slice(1) },
    ];
    let revision = roster.revision;
    for (const draft of wrong) {
      await write(async ({ rosters }) => {
        value(await rosters.save({ ...draft, revision: revision + 1 }, revision));
      });
      revision += 1;
      const before = await traces(contract);
      const result = await publishRoster(context, { contract, rosterId: roster.id });
      expect(result.ok ? 'published' : result.refusal.code).toBe('plan-rejected');
      expect(await traces(contract)).toEqual(before);
    }
  });

  it('refuses a roster that leave approved since has overtaken, and names the person', async () => {
    const contract = await tenant(`${desk}-overtaken`);
    const roster = await plan(contract);
    const worker = roster.assignments.find(({ date }) => date === '2026-05-14')?.worker ?? '';
    await sickLeave(contract, worker, '2026-05-14');
    const result = await publishRoster(context, { contract, rosterId: roster.id });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'plan-rejected' } });
    if (!result.ok) expect(result.refusal.message.zh).toContain(worker);
  });

  it('writes all of a publication or nothing', async () => {
    const contract = await tenant(`${desk}-atomic`);
    const roster = await plan(contract);
    const before = await traces(contract);
    const failing: Context = {
      ...context,
      unitOfWork: {
        ...context.unitOfWork,
        read: (work) => context.unitOfWork.read(work),
        write: (work) =>
          context.unitOfWork.write((repositories) =>
            work({
              ...repositories,
              outbox: { ...repositories.outbox, add: () => Promise.reject(new Error('disk full')) },
            }),
          ),
      },
    };
    await expect(publishRoster(failing, { contract, rosterId: roster.id })).rejects.toThrow('disk full');
    expect(await traces(contract)).toEqual(before);
  });

  it('plans the next week on the draft of the week before, and sees its last night', async () => {
    const contract = await tenant(`${desk}-next`);
    const first = await plan(contract);
    const last = first.assignments.find(({ date, shift }) => date === week.to && shift === 'night');
    const next = await plan(contract, range('2026-05-18', '2026-05-20'));
    expect(last).toBeDefined();
    expect(next.vacancies).toEqual([]);
    expect(next.assignments.some(({ worker, date }) => worker === last?.worker && date === '2026-05-18')).toBe(false);
  });
});
