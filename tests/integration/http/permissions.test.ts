import request from 'supertest';
import { openApiPath } from '../../../src/adapters/http/route.js';
import { routes } from '../../../src/adapters/http/routes/index.js';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { Role } from '../../../src/application/ports/index.js';
import { openService, type TestService, type Visitor } from './service.js';

/**
 * Who may ask for what, written out once more by hand: A administrator, M manager, L team leader, F finance,
 * C client, U auditor, S staff.
 * A route that isn't in this table fails the test.
 */
const table = `
  GET    /contracts                                                AMLFCUS
  GET    /contracts/:contract                                      AMLFCUS
  POST   /contracts/:contract/confirmations                        AM
  POST   /contracts                                                A
  GET    /contracts/:contract/changes                              AMFCU
  POST   /contracts/:contract/changes/preview                      AM
  POST   /contracts/:contract/changes                              AM
  POST   /contracts/:contract/changes/:number/undo                 AM
  GET    /contracts/:contract/calendar                             AMLFCUS
  GET    /contracts/:contract/coverage                             MLFCU
  GET    /holiday-notices                                          AMLFCUS
  POST   /holiday-notices                                          A
  GET    /contracts/:contract/workers                              MLFCUS
  POST   /contracts/:contract/workers                              M
  PATCH  /contracts/:contract/workers/:code                        M
  GET    /contracts/:contract/workers/:code/changes                M
  POST   /contracts/:contract/workers/import                       M
  GET    /contracts/:contract/workers/template                     M
  GET    /contracts/:contract/team-outlook                         M
  GET    /contracts/:contract/leave                                MLUS
  POST   /contracts/:contract/leave/mine                           S
  DELETE /contracts/:contract/leave/mine/:from                     S
  POST   /contracts/:contract/workers/:code/leave/:from/decision   M
  GET    /contracts/:contract/swaps                                MS
  POST   /contracts/:contract/swaps                                S
  GET    /contracts/:contract/swaps/options                        S
  DELETE /contracts/:contract/swaps/:id                            S
  POST   /contracts/:contract/swaps/:id/answer                     S
  GET    /contracts/:contract/swaps/:id/effect                     M
  POST   /contracts/:contract/swaps/:id/decision                   M
  GET    /contracts/:contract/wishes                               MS
  POST   /contracts/:contract/wishes/mine                          S
  DELETE /contracts/:contract/wishes/mine/:date                    S
  POST   /contracts/:contract/plans                                M
  GET    /contracts/:contract/plans                                M
  GET    /contracts/:contract/plans/:job                           M
  GET    /contracts/:contract/plans/:job/events                    M
  DELETE /contracts/:contract/plans/:job                           M
  POST   /contracts/:contract/replans                              M
  GET    /contracts/:contract/problem                              M
  GET    /contracts/:contract/rosters                              MLFCUS
  GET    /contracts/:contract/rosters/:id                          MLFCUS
  POST   /contracts/:contract/rosters                             M
  PATCH  /contracts/:contract/rosters/:id                         M
  POST   /contracts/:contract/rosters/:id/checks                  M
  GET    /contracts/:contract/rosters/:id/grid                    M
  POST   /contracts/:contract/rosters/:id/grid                    M
  GET    /contracts/:contract/rosters/:id/difference               M
  POST   /contracts/:contract/rosters/:id/publication              M
  GET    /contracts/:contract/feasibility                          M
  GET    /contracts/:contract/rosters/:id/explanation              M
  GET    /contracts/:contract/rosters/:id/replacements             M
  GET    /contracts/:contract/rosters/:id/candidates               M
  POST   /contracts/:contract/prices                               M
  GET    /contracts/:contract/shifts/mine                          S
  GET    /contracts/:contract/messages/mine                        S
  POST   /contracts/:contract/messages/mine/read                   S
  GET    /contracts/:contract/workers/:code/feed                   MS
  POST   /contracts/:contract/workers/:code/feed                   MS
  DELETE /contracts/:contract/workers/:code/feed                   AMS
  GET    /feeds                                                    A
  GET    /contracts/:contract/attendance                           MFUS
  POST   /contracts/:contract/attendance                           MF
  GET    /contracts/:contract/overtime-accounts                    MU
  GET    /contracts/:contract/staffing                             M
  GET    /contracts/:contract/staffing/size                        M
  GET    /contracts/:contract/statistics                           MU
  GET    /contracts/:contract/today                                ML
  POST   /contracts/:contract/marks                                ML
  DELETE /contracts/:contract/marks/:id                            ML
  POST   /contracts/:contract/marks/withdrawal                     ML
  GET    /contracts/:contract/day-records                          MLFU
  POST   /contracts/:contract/day-records                          ML
  GET    /contracts/:contract/vacancies                            MFCU
  POST   /contracts/:contract/vacancies                            F
  GET    /contracts/:contract/lines                                MFCU
  GET    /contracts/:contract/lines/waiting                        MFCU
  GET    /contracts/:contract/lines/overlap                        MFCU
  POST   /contracts/:contract/lines/answers                        C
  POST   /contracts/:contract/lines/settlements                    F
  GET    /contracts/:contract/incidents                           MFCU
  POST   /contracts/:contract/incidents                           F
  POST   /contracts/:contract/incidents/:id/revocation            F
  GET    /contracts/:contract/settlement                          MFCU
  GET    /contracts/:contract/settlement/actual                   MFCU
  GET    /contracts/:contract/forecast                            MF
  POST   /contracts/:contract/settlement/conditions               F
  POST   /contracts/:contract/settlement/invoices                 F
  POST   /contracts/:contract/settlement/invoices/:id/cancellation F
  POST   /contracts/:contract/settlement/instalments              F
  POST   /contracts/:contract/settlement/payments                 F
  POST   /contracts/:contract/settlement/holds                    FC
  POST   /contracts/:contract/settlement/releases                 FC
  POST   /contracts/:contract/settlement/bases                    F
  GET    /contracts/:contract/rates                                MFCU
  POST   /contracts/:contract/rates                                F
  GET    /contracts/:contract/readings                             MFCU
  POST   /contracts/:contract/readings                             MFC
  GET    /contracts/:contract/readings/effect                      MFCU
  POST   /contracts/:contract/readings/:number/agreement           MFC
  POST   /contracts/:contract/readings/:number/withdrawal          MFC
  GET    /contracts/:contract/statements/:document                 MFCU
  GET    /contracts/:contract/statements/:month/replay             M
  GET    /contracts/:contract/papers/:kind/:document               MFCU
  GET    /contracts/:contract/journal                              FU
  POST   /contracts/:contract/journal/:id/reversal                 F
  GET    /contracts/:contract/seals                                MFCU
  POST   /contracts/:contract/seals                                F
  GET    /contracts/:contract/verification                         AMFCU
  GET    /users                                                    A
  POST   /users                                                    A
  PATCH  /users/:id                                                A
  POST   /users/:id/sign-in-link                                   A
  DELETE /users/:id/second-factor                                  A
  GET    /access-log                                               A
  GET    /contracts/:contract/access-log                           AU
  GET    /jobs                                                     A
  GET    /backups                                                  A
  POST   /backups                                                  A
  GET    /verification                                             A
  GET    /contracts/:contract/reconciliations/:month               MFCU
  POST   /contracts/:contract/reconciliations/:month/count         F
  POST   /contracts/:contract/reconciliations/:month/notes         FC
  POST   /contracts/:contract/reconciliations/:month/answers       C
  POST   /contracts/:contract/reconciliations/:month/deadlines     F
  POST   /contracts/:contract/reconciliations/:month/decisions     F
  POST   /contracts/:contract/reconciliations/:month/evidence      FC
  GET    /contracts/:contract/reconciliations/:month/evidence/:id  MFCU
`;
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const letters: Readonly<Record<Role, string>> = {
  administrator: 'A',
  manager: 'M',
  'team-leader': 'L',
  finance: 'F',
  client: 'C',
  auditor: 'U',
  staff: 'S',
};
const contractRoles = ['manager', 'team-leader', 'finance', 'client', 'auditor', 'staff'] as const;
const rows = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/u) as [Method, string, string]);
/** Signing in and out is tested on its own. */
const others = routes.filter(({ path }) => !path.startsWith('/session'));

describe('permissions', () => {
  let service: TestService;
  const visitors = new Map<Role, Visitor>();
  beforeAll(async () => {
    service = await openService();
    visitors.set('administrator', await service.visitor('administrator'));
    for (const role of contractRoles) visitors.set(role, await service.visitor(`${role}-shijingshan`));
  });
  afterAll(() => service.close());

  it('are stated here for every route of the table, and for no other', () => {
    const stated = rows.map(([method, path]) => `${method} ${path}`).sort();
    expect(others.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(stated);
  });

  const ask = (role: Role, method: Method, path: string) => {
    const visitor = visitors.get(role);
    if (visitor === undefined) throw new Error(`nobody is ${role}`);
    return visitor[method.toLowerCase() as Lowercase<Method>](path);
  };
  const addressOf = (path: string, contract: string) =>
    openApiPath(path)
      .replace('{contract}', contract)
      .replace('{job}', 'no-such-job')
      .replace('{id}', 'no-such-id')
      .replace('{code}', 'W001')
      .replace('{from}', '2026-09-01')
      .replace('{date}', '2026-09-01')
      .replace('{number}', '999')
      .replace('{month}', '2026-05')
      .replace('{kind}', 'vacancy-detail')
      .replace('{document}', '2026-05.json');

  it.each(rows)('%s %s is for %s', async (method, path, allowed) => {
    for (const [role, letter] of Object.entries(letters) as [Role, string][]) {
      const answer = await ask(role, method, addressOf(path, 'shijingshan'));
      const problem = answer.body as Partial<Problem>;
      const outcome = `${role}: ${String(answer.status)} ${problem.code ?? ''}`;
      if (allowed.includes(letter)) {
        expect(outcome).not.toMatch(/not-permitted|not-signed-in|internal-error/u);
      } else {
        expect(outcome).toBe(`${role}: 403 not-permitted`);
      }
    }
  });

  it.each(rows)('%s %s is shut to who is signed out', async (method, path) => {
    const address = addressOf(path, 'shijingshan');
    const agent = request(service.app);
    const answer = await agent[method.toLowerCase() as Lowercase<Method>](address);
    expect([answer.status, (answer.body as Problem).code]).toEqual([401, 'not-signed-in']);
  });

  it.each(rows.filter(([, path]) => path.includes(':contract')))(
    '%s %s treats another client’s contract like one that does not exist',
    async (method, path) => {
      for (const role of contractRoles) {
        const [foreign, invented] = [
          await ask(role, method, addressOf(path, 'sujiatuo')),
          await ask(role, method, addressOf(path, 'no-such-contract')),
        ];
        const { instance, ...told } = foreign.body as Problem;
        const { instance: other, ...toldOfNothing } = invented.body as Problem;
        expect(instance).not.toBe(other);
        expect(told).toEqual(toldOfNothing);
        expect([foreign.status, told.code]).toEqual([404, 'not-found']);
      }
    },
  );

  it('shows each user their own contracts only', async () => {
    const keys = async (role: Role) => {
      const { contracts } = (await ask(role, 'GET', '/api/v1/contracts')).body as {
        contracts: { key: string; role: Role }[];
      };
      return contracts.map((contract) => `${contract.key} ${contract.role}`);
    };
    expect(await keys('manager')).toEqual(['shijingshan manager']);
    expect(await keys('staff')).toEqual(['shijingshan staff']);
    expect((await keys('administrator')).sort()).toEqual(['shijingshan administrator', 'sujiatuo administrator']);
  });
});
