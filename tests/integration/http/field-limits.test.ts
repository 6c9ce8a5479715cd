import { routes } from '../../../src/adapters/http/routes/index.js';
import { openApiPath } from '../../../src/adapters/http/route.js';
import type { Person } from '../../../src/adapters/http/schemas/workforce.js';
import type { Role } from '../../../src/application/ports/index.js';
import { openService, storedRoster, type TestService } from './service.js';

/** What may never stand in an answer to a role, whatever it asks for (domain facts 1.7), beside people's names. */
const personal = /"bornOn":"|"annualLeaveDays":\d|"effect":"no|"kind":"(?:medicalCheck|labourContract)"/u;
const leaveKind = /"kind":"(?:annual|sick|personal|maternity|paternity|parental|marriage|bereavement|training)"/u;
const pay = /hourlyWage|"certificate":\{|"proof":\{|"costDifference":\d|"price":[\d{]/u;
const limits: readonly { readonly role: Role; readonly seesNames: boolean; readonly hidden: readonly RegExp[] }[] = [
  { role: 'team-leader', seesNames: true, hidden: [personal, leaveKind, pay] },
  { role: 'finance', seesNames: false, hidden: [personal, leaveKind] },
  { role: 'auditor', seesNames: false, hidden: [personal, leaveKind] },
  { role: 'client', seesNames: false, hidden: [personal, leaveKind, pay] },
];

/** A range, a month, a day or nothing at all: one of them is what a route asks for. */
const queries = ['?from=2026-05-04&to=2026-05-10', '?month=2026-05', '?date=2026-05-06', ''];

describe('what each role sees of a record', () => {
  let service: TestService;
  let roster: string;
  let names: readonly string[];
  beforeAll(async () => {
    service = await openService();
    roster = (await storedRoster(service.world, 'shijingshan', { status: 'published', version: 1 })).id;
    const manager = await service.visitor('manager-shijingshan');
    const { workers } = (await manager.get('/api/v1/contracts/shijingshan/workers')).body as { workers: Person[] };
    names = workers.flatMap(({ name }) => name ?? []);
    expect(names.length).toBeGreaterThan(100);
  });
  afterAll(() => service.close());

  /** Every JSON answer that the role gets in its contract, by route. */
  async function answersOf(role: Role): Promise<Map<string, string>> {
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
        if (answer.status === 200) found.set(path, answer.text);
      }
    }
    return found;
  }

  it('shows names, birthdays, kinds of leave and pay to the manager, so that they can be missed elsewhere', async () => {
    const everything = [...(await answersOf('manager')).values()].join('\n');
    expect(names.filter((name) => everything.includes(name))).toEqual(names);
    for (const pattern of [/"bornOn":"/u, leaveKind, pay]) expect(everything).toMatch(pattern);
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
