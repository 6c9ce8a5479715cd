import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type request from 'supertest';
import { readTable } from '../../../src/adapters/excel/read-table.js';
import { routes } from '../../../src/adapters/http/routes/index.js';
import { openApiPath } from '../../../src/adapters/http/route.js';
import type { Person } from '../../../src/adapters/http/schemas/workforce.js';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { enterRate } from '../../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../../src/application/import-attendance/import-attendance.js';
import type { Role } from '../../../src/application/ports/index.js';
import { postVacancies } from '../../../src/application/post-vacancies/post-vacancies.js';
import { holdsAttendance } from '../../../src/domain/attendance/columns.js';
import { paperKinds } from '../../../src/domain/papers/paper.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import type { Result } from '../../../src/shared/result.js';
import type { World } from '../../support/world.js';
import { openService, storedRoster, type TestService } from './service.js';

/** What may never stand in an answer to a role, whatever it asks for (domain facts 1.7), beside people's names. */
const personal = /"bornOn":"|"annualLeaveDays":\d|"effect":"no|"kind":"(?:medicalCheck|labourContract)"/u;
const leaveKind =
  /"kind":"(?:annual|sick|personal|maternity|paternity|parental|marriage|bereavement|training)"|\bsick|(?:病|事|年休|年|产|陪产|育儿|婚|丧)假(?!期)|阑尾炎/u;
const pay = /hourlyWage|"certificate":\{|"proof":\{|"costDifference":\d|"price":[\d{]/u;
const limits: readonly { readonly role: Role; readonly seesNames: boolean; readonly hidden: readonly RegExp[] }[] = [
  { role: 'team-leader', seesNames: true, hidden: [personal, leaveKind, pay] },
  { role: 'finance', seesNames: false, hidden: [personal, leaveKind] },
  { role: 'auditor', seesNames: false, hidden: [personal, leaveKind] },
  { role: 'client', seesNames: false, hidden: [personal, leaveKind, pay] },
];

/** A range, a month, a day or nothing at all: one of them is what a route asks for. */
const queries = ['?from=2026-05-04&to=2026-05-10', '?month=2026-05', '?date=2026-05-06', ''];

const files = [
  'statements/2026-05',
  ...paperKinds.flatMap((kind) =>
    ['2026-05', '2026-Q2', 'first', '2026-05-31'].map((period) => `papers/${kind}/${period}`),
  ),
];

/** Everything that a workbook has to read. */
async function textOf(download: request.Test): Promise<string> {
  const answer = await download.buffer(true).parse((stream, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      done(null, Buffer.concat(parts));
    });
  });
  const { sheets } = await readXlsx(answer.body as Buffer);
  return sheets.flatMap(({ rows }) => rows.flat().map(String)).join('\n');
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

/** The sample attendance of May, in which people fall ill; whoever wrote it also noted what of. */
async function postMay(world: World): Promise<void> {
  const contract = 'shijingshan';
  const name = 'shijingshan-2026-05.csv';
  const text = readFileSync(join(projectRoot, 'fixtures/attendance', name), 'utf8');
  const noted = text.replaceAll(/缺勤,病假,,$/gmu, '缺勤,病假,,阑尾炎手术');
  const table = valueOf(await readTable({ name, bytes: Buffer.from(noted) }, holdsAttendance));
  valueOf(await importAttendance(world, { contract, table }));
  const rate = { yuanPerPostYear: '111650.00', document: '示例批复〔2026〕1号', from: civilDate('2026-04-02') };
  valueOf(await enterRate(world, { contract, ...rate }));
  valueOf(await postVacancies(world, { contract, month: civilMonth('2026-05') }));
}

describe('what each role sees of a record', () => {
  let service: TestService;
  let roster: string;
  let names: readonly string[];
  /** By role: all tests read the same answers. */
  const answered = new Map<Role, Promise<Map<string, string>>>();
  beforeAll(async () => {
    service = await openService();
    service.world.clock.setToday('2026-06-05');
    await postMay(service.world);
    roster = (await storedRoster(service.world, 'shijingshan', { status: 'published', version: 1 })).id;
    const manager = await service.visitor('manager-shijingshan');
    const { workers } = (await manager.get('/api/v1/contracts/shijingshan/workers')).body as { workers: Person[] };
    names = workers.flatMap(({ name }) => name ?? []);
    expect(names.length).toBeGreaterThan(100);
  });
  afterAll(() => service.close());

  /** Every JSON answer that the role gets in its contract, by route, every paper and statement. */
  function answersOf(role: Role): Promise<Map<string, string>> {
    const answers = answered.get(role) ?? askedBy(role);
    answered.set(role, answers);
    return answers;
  }
  async function askedBy(role: Role): Promise<Map<string, string>> {
    const visitor = await service.visitor(`${role}-shijingshan`);
    const found = new Map<string, string>();
    for (const { method, path, reply } of routes) {
      if (method !== 'get' || reply.kind !== 'json' || !path.startsWith('/contracts/:contract')) continue;
      const address = openApiPath(path)
        .replace('{contract}', 'shijingshan')
        .replace('{id}', roster)
        .replace('{code}', 'W001')
        .replace('{month}', '2026-05');
      for (const query of queries) {
        const answer = await visitor.get(address + query);
        if (answer.status === 200) found.set(path, (found.get(path) ?? '') + answer.text);
      }
    }
    for (const file of files) {
      const address = `/api/v1/contracts/shijingshan/${file}`;
      const answer = await visitor.get(`${address}.json`);
      if (answer.status !== 200) continue;
      found.set(`${file}.json`, answer.text);
      found.set(`${file}.xlsx`, await textOf(visitor.get(`${address}.xlsx`)));
    }
    return found;
  }

  it('shows names, birthdays, kinds of leave and pay to the manager, so that they can be missed elsewhere', async () => {
    const everything = [...(await answersOf('manager')).values()].join('\n');
    expect(names.filter((name) => everything.includes(name))).toEqual(names);
    for (const pattern of [/"bornOn":"/u, leaveKind, pay, /"cause":"sick"/u, /阑尾炎/u])
      expect(everything).toMatch(pattern);
  });

  it('lets nobody see in a shared line, statement or paper what kind of leave somebody took', async () => {
    const shared = /^(?:statements|papers)|\/(?:vacancies|lines|reconciliations?|settlement|forecast)\b/u;
    for (const role of ['manager', 'finance', 'client', 'auditor'] as const) {
      const answers = [...(await answersOf(role))].filter(([path]) => shared.test(path));
      const texts = answers.map(([, text]) => text).join('\n');
      for (const path of ['papers/attendance-confirmation/2026-05.xlsx', 'papers/vacancy-detail/2026-05.json'])
        expect([role, answers.map(([name]) => name)]).toEqual([role, expect.arrayContaining([path])]);
      expect(texts).toMatch(/应到 W004，原因：请假/u);
      expect(texts).toMatch(/W004 缺勤 请假/u);
      for (const [path, text] of answers)
        expect([role, path, leaveKind.exec(text)?.[0] ?? null]).toEqual([role, path, null]);
    }
  });

  it.each(limits)('keeps from a $role what is not theirs, in every answer', async ({ role, seesNames, hidden }) => {
    const answers = await answersOf(role);
    expect(answers.size).toBeGreaterThan(5);
    for (const [path, text] of answers) {
      if (!seesNames) expect([path, names.filter((name) => text.includes(name))]).toEqual([path, []]);
      for (const pattern of hidden) expect([path, pattern.exec(text)?.[0] ?? null]).toEqual([path, null]);
    }
  });

  it('shows staff nobody but themselves', async () => {
    const own = (await answersOf('staff')).values();
    const text = [...own].join('\n');
    const { worker } = (await service.visitor('staff-shijingshan')).session.grants[0] ?? {};
    expect(worker).toMatch(/^W\d+$/u);
    expect(names.filter((name) => text.includes(name))).toHaveLength(1);
    expect(text).not.toMatch(pay);
  });
});
