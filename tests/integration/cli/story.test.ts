import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { canonicalJson, sha256 } from '../../../src/domain/ledger/journal/journal-hash.js';
import { absent } from '../../support/databases.js';
import { createPostgresDatabase, postgresBinaries, type PostgresDatabase } from '../../support/postgres.js';
import { CommandLine, CommandLineInside } from './command-line.js';

interface Plan {
  readonly rosterId: string;
  readonly status: string;
  readonly requiredPostDays: number;
  readonly filledPostDays: number;
  readonly assignments: { readonly worker: string; readonly start: string }[];
  readonly check: { readonly hardViolations: unknown[] };
}

/** From post to statement by the command line alone, as the README tells it. */
function story(open: () => Promise<CommandLineInside>): void {
  let line: CommandLineInside;
  beforeAll(async () => {
    line = await open();
  });
  afterAll(() => {
    line.discard();
  });
  const done = async (...args: string[]) => {
    const { code, body } = await line.json(...args);
    expect([code, (body as { error?: unknown }).error]).toEqual([0, undefined]);
    return body;
  };
  const week = ['--contract', 'sujiatuo', '--from', '2026-05-11', '--to', '2026-05-12'];
  let plan: Plan;

  it('lists the five contracts, also for two who ask at once before there is anything', async () => {
    const [first, second] = await Promise.all([line.asProcess().json('contracts'), line.asProcess().json('contracts')]);
    const keys = (first.body as { key: string }[]).map(({ key }) => key);
    expect(keys.sort()).toEqual(['anding', 'changping', 'horqin', 'shijingshan', 'sujiatuo']);
    expect(second.body).toEqual(first.body);
    expect(await done('contracts')).toEqual(first.body);
  });

  it('plans', async () => {
    plan = (await done('plan', ...week)) as Plan;
    expect(plan.check.hardViolations).toEqual([]);
    expect(plan.filledPostDays).toBeLessThanOrEqual(plan.requiredPostDays);
    expect(plan.assignments.length).toBeGreaterThan(3);
    expect(plan.assignments[0]?.start).toMatch(/^2026-05-1[12]T\d\d:\d\d\+08:00$/u);
  });

  it('gives an empty calendar before, and the shifts after publishing; publishing twice is refused', async () => {
    const worker = plan.assignments[0]?.worker ?? '';
    const feed = () => line.run('feed', '--worker', worker, '--contract', 'sujiatuo');
    const before = await feed();
    expect([before.code, before.out.includes('BEGIN:VEVENT')]).toEqual([0, false]);
    const published = await done('publish', '--roster', plan.rosterId);
    expect(published).toEqual({ version: 1, events: { added: plan.assignments.length, changed: 0, cancelled: 0 } });
    const after = await feed();
    const own = plan.assignments.filter((assignment) => assignment.worker === worker);
    expect(after.out.match(/BEGIN:VEVENT/gu)).toHaveLength(own.length);
    expect(after.out.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect((await feed()).out).toBe(after.out);
    expect(await line.json('publish', '--roster', plan.rosterId)).toMatchObject({
      code: 1,
      body: { error: { code: 'conflict' } },
    });
  });

  it('takes in attendance, posts vacancies once, and prices them once a rate is there', async () => {
    const file = join(projectRoot, 'fixtures/attendance/shijingshan-2026-05.csv');
    const may = ['--contract', 'shijingshan', '--month', '2026-05'];
    expect(await done('attendance', 'import', file, '--contract', 'shijingshan')).toMatchObject({ rejected: [] });
    const counted = (await done('vacancies', 'post', ...may)) as {
      lines: unknown[];
      total: { amountFen: number | null };
    };
    expect(counted.lines.length).toBeGreaterThan(0);
    expect(counted.total.amountFen).toBeNull();
    const rate = '--yuan-per-post-year|111650.00|--document|批复|--from|2026-04-02'.split('|');
    await done('rate', '--contract', 'shijingshan', ...rate);
    const priced = (await done('vacancies', 'post', ...may)) as { total: { amountFen: number } };
    expect(priced.total.amountFen).toBeGreaterThan(0);
    expect(await done('vacancies', 'post', ...may)).toMatchObject({ posting: { posted: 0, reversed: 0 } });
  });

  it.each(['xlsx', 'pdf', 'json'])('writes the statement as .%s', async (ending) => {
    const out = line.path(`may.${ending}`);
    expect(await done('statement', '--contract', 'shijingshan', '--period', '2026-05', '--out', out)).toEqual({
      file: out,
    });
    expect(readFileSync(out).subarray(0, 4).toString('latin1')).toMatch(/^(?:PK|%PDF|\{)/u);
  });

  it('makes the same statement from a replay file, in a process that has no data', async () => {
    const may = ['--contract', 'shijingshan', '--period', '2026-05'];
    const replay = line.path('may.replay');
    const elsewhere = new CommandLine();
    for (const ending of ['xlsx', 'pdf', 'json']) {
      const file = line.path(`here.${ending}`);
      expect(await done('statement', ...may, '--out', file, '--replay', replay)).toEqual({ file, replay });
      const copy = elsewhere.path(`there.${ending}`);
      const made = await elsewhere.json('statement', '--from-replay', replay, '--out', copy);
      expect(made).toMatchObject({ code: 0, body: { file: copy } });
      expect(readFileSync(copy).equals(readFileSync(file))).toBe(true);
    }
    expect(readdirSync(elsewhere.folder).sort()).toEqual(['there.json', 'there.pdf', 'there.xlsx']);
    elsewhere.discard();
  });

  it('refuses a replay file that was changed by a byte, and facts that give another statement', async () => {
    const original = readFileSync(line.path('may.replay'), 'utf8');
    expect(original).not.toMatch(/"name":"[^"]*","redeployableTo"/u);
    const changed = line.path('changed.replay');
    const replayed = async (text: string) => {
      writeFileSync(changed, text);
      const { code, body } = await line.json('statement', '--from-replay', changed, '--out', line.path('changed.json'));
      const { error } = body as { error: { code: string; message: { zh: string } } };
      return [code, error.code, error.message.zh.slice(0, 10)];
    };
    const isChanged = [1, 'invalid-input', '文件与其哈希不符：写'];
    expect(await replayed(original.replace('"annualFen":11165000', '"annualFen":11165001'))).toEqual(isChanged);
    expect(await replayed(original.replace('{"', '{ "'))).toEqual(isChanged);
    expect(await replayed(original.slice(0, -2))).toEqual(isChanged);
    const { hash, ...content } = JSON.parse(original) as { hash: string; facts: object };
    const rehashed = (document: object) => `${canonicalJson({ ...document, hash: sha256(canonicalJson(document)) })}\n`;
    expect(rehashed(content)).toBe(original);
    expect(hash).toBe(sha256(canonicalJson(content)));
    const facts = { ...content.facts, presence: [] };
    expect((await replayed(rehashed({ ...content, facts })))[1]).toBe('conflict');
    expect((await replayed(rehashed({ ...content, format: 'zhiban-month-2' })))[1]).toBe('invalid-input');
    expect(existsSync(line.path('changed.json'))).toBe(false);
  });

  it('writes the problem for other solvers', async () => {
    for (const format of ['json', 'lp', 'mps']) {
      const out = line.path(`problem.${format}`);
      await done('problem', ...week, '--format', format, '--out', out);
      expect(readFileSync(out, 'utf8').length).toBeGreaterThan(1000);
    }
  });

  it('verifies', async () => {
    expect(await done('verify')).toMatchObject({ isSound: true });
  });
}

/** A vacancy that no recount finds. */
const invented = {
  postGroup: 'desk/hotline',
  date: '2026-05-11',
  interval: '12:00-12:30',
  missing: 3,
  reason: { zh: '无', en: 'none' },
  price: 1,
};

describe('the command line on SQLite', () => {
  let line: CommandLineInside;
  story(() => Promise.resolve((line = new CommandLineInside())));

  it('copies itself and comes back', async () => {
    const copy = line.path('copy');
    expect(await line.json('backup', copy)).toMatchObject({ code: 0, body: { file: copy } });
    expect(await line.json('backup', copy)).toMatchObject({ code: 1, body: { error: { code: 'conflict' } } });
    expect(await line.json('restore', copy)).toMatchObject({ code: 0, body: { file: copy } });
    expect(await line.json('verify')).toMatchObject({ code: 0, body: { isSound: true } });
  });

  it.each([
    ['a journal entry', `UPDATE journal_entry SET recorded_by = 'nobody' WHERE sequence = 2`],
    ['an entry’s postings', `UPDATE journal_entry SET postings = '[' WHERE sequence = 2`],
    ['a duty', `UPDATE roster SET assignments = json_remove(assignments, '$[0]') WHERE status = 'published'`],
    [
      'the vacancies',
      `UPDATE roster SET vacancies = json_insert(vacancies, '$[#]', json('${JSON.stringify(invented)}'))
        WHERE status = 'published'`,
    ],
    ['the bound', `UPDATE roster SET certificate = json_set(certificate, '$.bound', 1e9) WHERE status = 'published'`],
    ['the number of a version', `UPDATE roster SET version = version + 1 WHERE status = 'published'`],
    ['an event’s time', `UPDATE feed_event SET start = replace(start, 'T0', 'T1') WHERE status = 'CONFIRMED'`],
    ['the events', 'DELETE FROM feed_event'],
  ])('finds out who changed %s by hand', async (_, change) => {
    const copy = new CommandLineInside();
    await line.run('backup', copy.path('before'));
    await copy.run('restore', copy.path('before'));
    expect(await copy.json('verify')).toMatchObject({ code: 0, body: { isSound: true } });
    const connection = new SqliteConnection(join(copy.path('data'), 'zhiban.sqlite'));
    const triggers = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
    for (const name of triggers) connection.exec(`DROP TRIGGER "${String(name)}"`);
    const { changes } = connection.prepare(change).run();
    connection.close();
    expect(changes).toBeGreaterThan(0);
    const { code, body } = await copy.json('verify');
    expect([code, (body as { isSound: boolean }).isSound]).toEqual([1, false]);
    expect((await copy.run('verify')).out).toContain('!');
    copy.discard();
  });
});

describe('the command line on PostgreSQL', () => {
  if (postgresBinaries() === undefined) {
    absent('PostgreSQL is not installed');
    return;
  }
  let created: PostgresDatabase | undefined;
  afterAll(async () => {
    await created?.drop();
  });
  story(async () => {
    created = await createPostgresDatabase();
    return new CommandLineInside({ databaseUrl: created.url });
  });
});
