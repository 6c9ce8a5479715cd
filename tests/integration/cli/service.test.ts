import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandLine } from './command-line.js';

/** `serve` as a process of its own. */
describe('the service', () => {
  const line = new CommandLine();
  afterAll(() => {
    line.discard();
  });
  const serve = async (...args: string[]) => {
    const service = line.start('serve', '--port', '0', ...args);
    return { ...service, address: await service.says(/ready: (http:\S+)/u) };
  };

  it('starts after a start that was killed, answers, keeps sessions over a restart and stops when told', async () => {
    const killed = line.start('serve', '--port', '0');
    setTimeout(() => killed.child.kill('SIGKILL'), 700);
    await killed.ended;

    const added = await line.json(...'users add --login boss --name 甲 --role administrator'.split(' '));
    const { secret } = added.body as { secret: string };
    const first = await serve();
    expect(await (await fetch(`${first.address}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${first.address}/metrics`)).text()).toContain('zhiban_http_request_seconds');
    expect((await fetch(`${first.address}/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
    expect((await fetch(`${first.address}/api/v1/users`)).status).toBe(401);
    const signedIn = await fetch(`${first.address}/api/v1/session/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: secret }),
    });
    expect(signedIn.status).toBe(201);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((text) => text.split(';', 1)[0])
      .join('; ');
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0 });

    const second = await serve();
    expect((await fetch(`${second.address}/api/v1/session`, { headers: { cookie } })).status).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.ended).toMatchObject({ code: 0 });
  });

  it('says what to do about a port that is in use', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await line.run('serve', '--port', String(port));
    other.close();
    expect(code).toBe(1);
    expect(err).toContain(`${String(port)} 已被占用`);
    expect(err).toContain('Choose another');
  });
});

describe('a plan that is interrupted', () => {
  it('keeps the best roster found so far and is done', async () => {
    const line = new CommandLine();
    const week = ['--contract', 'shijingshan', '--from', '2026-05-11', '--to', '2026-05-16'];
    const planning = line.start('plan', ...week, '--json');
    // A line comes every five seconds; a machine that is done by then has nothing to interrupt.
    await planning.says(/incumbent \d/u).catch(() => undefined);
    planning.child.kill('SIGINT');
    const { code, out } = await planning.ended;
    line.discard();
    const plan = JSON.parse(out) as { assignments: unknown[]; check: { hardViolations: unknown[] } };
    expect(code).toBe(0);
    expect(plan.assignments.length).toBeGreaterThan(0);
    expect(plan.check.hardViolations).toEqual([]);
  });
});
