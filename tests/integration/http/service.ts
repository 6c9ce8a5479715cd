import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import type { ServerParts } from '../../../src/adapters/http/parts.js';
import { createServer } from '../../../src/adapters/http/server.js';
import type { Session } from '../../../src/adapters/http/schemas/session.js';
import { PlanJobs } from '../../../src/application/plan-roster/plan-jobs.js';
import { issueSignInLink } from '../../../src/application/sign-in/sign-in-link.js';
import type { PasswordHasher } from '../../../src/application/sign-in/password-hasher.js';
import type { Roster } from '../../../src/domain/rostering/roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { clockText } from '../../../src/shared/interval.js';
import { shiftMinutes } from '../../../src/domain/contract/coverage.js';
import { present } from '../../../src/shared/assert.js';
import type { TestDatabase } from '../../support/databases.js';
import { openWorld, type World } from '../../support/world.js';

/** The HTTP service on a world of two contracts, and people who sign in to it. */
export interface TestService {
  readonly world: World;
  readonly app: Express;
  readonly logged: string[];
  /** A browser that is signed in; `change` sends the token of the session. */
  visitor(login: string): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visitor {
  readonly session: Session;
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  patch(path: string, body?: object): request.Test;
  delete(path: string): request.Test;
}

/** Not for passwords: fast, and plain to see in a failing test. */
export const plainHasher: PasswordHasher = {
  hash: (password) => Promise.resolve(`plain:${password}`),
  verify: (stored, password) => Promise.resolve(stored === `plain:${password}`),
};

export async function openService(overrides: Partial<ServerParts> = {}, database?: TestDatabase): Promise<TestService> {
  const contracts = ['shijingshan', 'sujiatuo'];
  const world = await openWorld(database === undefined ? { contracts } : { contracts, database });
  const logged: string[] = [];
  const app = createServer({
    contextFor: (actor) => world.as(actor),
    passwords: plainHasher,
    planJobs: new PlanJobs(),
    backups: world.database.backups,
    sessionStore: world.database.sessionStore,
    sessionSecret: 'a secret for tests',
    publicUrl: 'http://zhiban.test',
    webRoot: null,
    log: pino({ level: 'info' }, { write: (line) => logged.push(line) }),
    limits: { signIn: 10_000, feed: 10_000 },
    ...overrides,
  });
  return { world, app, logged, visitor: (login) => signedIn(app, world, login), close: () => world.close() };
}

async function signedIn(app: Express, world: World, login: string): Promise<Visitor> {
  const link = await issueSignInLink(world, { login, validHours: 1 });
  if (!link.ok) throw new Error(link.refusal.message.en);
  const agent = request.agent(app);
  const answer = await agent.post('/api/v1/session/link').send({ token: link.value.secret }).expect(201);
  const session = answer.body as Session;
  const token = session.csrfToken;
  return {
    session,
    get: (path) => agent.get(path),
    post: (path, body) => agent.post(path).set('x-csrf-token', token).send(body),
    patch: (path, body) => agent.patch(path).set('x-csrf-token', token).send(body),
    delete: (path) => agent.delete(path).set('x-csrf-token', token),
  };
}

/** A one-week roster of a contract in storage: every ordinary member has the group's first shift on Wednesday. */
export async function storedRoster(world: World, contractKey: string, change: Partial<Roster> = {}): Promise<Roster> {
  const { contract, team } = await world.unitOfWork.read(async ({ contracts, workforce }) => ({
    contract: present(await contracts.find(contractKey), contractKey),
    team: await workforce.workers(contractKey),
  }));
  const date = civilDate('2026-05-06');
  const shift = present(contract.shifts[0], 'shift');
  const { start, end } = shiftMinutes(shift);
  const roster: Roster = {
    id: world.randomness.id(),
    contract: contractKey,
    from: civilDate('2026-05-04'),
    to: civilDate('2026-05-10'),
    status: 'draft',
    version: null,
    revision: 1,
    isProvisional: false,
    assignments: team.slice(0, 5).map((worker) => ({
      worker: worker.code,
      date,
      shift: shift.key,
      postGroup: `${worker.site}/${worker.function}`,
      post: null,
      start: `${date}T${clockText(start)}+08:00`,
      end: `${date}T${clockText(end)}+08:00`,
      isPinned: false,
    })),
    pinnedDaysOff: [],
    vacancies: [
      {
        postGroup: present(contract.postGroups[0], 'group').key,
        date,
        interval: '08:30-09:00',
        missing: 1,
        reason: { zh: '请假', en: 'leave' },
        price: 446.6,
      },
    ],
    requiredPostDays: '6',
    filledPostDays: '5',
    certificate: {
      status: 'optimal',
      objective: 446.6,
      bound: 446.6,
      gap: 0,
      seconds: 1,
      costByRule: { vacancy: 446.6 },
      missingMinutes: 30,
      missingMinutesBound: 30,
      engine: 'highs',
      seed: 1,
      problemHash: 'x',
      columns: 1,
      rows: 1,
      check: { hardViolations: [], objective: 446.6 },
    },
    createdAt: world.clock.now(),
    publishedAt: null,
    ...change,
  };
  const saved = await world.unitOfWork.write(({ rosters }) => rosters.save(roster, null));
  if (!saved.ok) throw new Error(saved.refusal.message.en);
  return roster;
}

/** What is downloaded, for `.buffer(true).parse(bytes)`. */
export function bytes(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => {
    done(null, Buffer.concat(parts));
  });
}
