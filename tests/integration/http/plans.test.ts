import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeGently } from '../../../src/adapters/http/shutdown.js';
import type { PlanJob } from '../../../src/adapters/http/schemas/plans.js';
import { PlanJobs } from '../../../src/application/plan-roster/plan-jobs.js';
import type { PlanRequest } from '../../../src/application/plan-roster/plan-roster.js';
import { done, refuse } from '../../../src/shared/result.js';
import { openService, storedRoster, type TestService, type Visitor } from './service.js';

const base = '/api/v1/contracts/shijingshan/plans';
const body = { from: '2026-05-11', to: '2026-05-16' };

/** A solver that reports progress when told to and ends when told to or cancelled. */
class SteeredSolver {
  request: PlanRequest | undefined;
  finish: () => void = () => undefined;

  jobs(service: () => TestService): PlanJobs {
    return new PlanJobs(async (_context, request) => {
      this.request = request;
      if (request.seed === 99) return refuse('plan-rejected', { zh: '固定安排冲突', en: 'the pins contradict' });
      await new Promise<void>((resolve) => {
        this.finish = resolve;
        request.signal?.addEventListener('abort', () => {
          resolve();
        });
      });
      return done(await storedRoster(service().world, 'shijingshan'));
    });
  }

  report(elapsedSeconds: number): void {
    this.request?.onProgress?.({ phase: 'wholeObjective', elapsedSeconds, incumbent: 100, bound: 90, gap: 0.1 });
  }
}

interface ServerEvent {
  readonly id: number;
  readonly name: string;
  readonly data: Record<string, unknown>;
}

function parseEvents(text: string): ServerEvent[] {
  return [...text.matchAll(/id: (\d+)\nevent: (\w+)\ndata: (.*)\n\n/gu)].map(([, id = '', name = '', data = '']) => ({
    id: Number(id),
    name,
    data: JSON.parse(data) as Record<string, unknown>,
  }));
}

describe('planning over HTTP', () => {
  let service: TestService;
  let manager: Visitor;
  const solver = new SteeredSolver();
  beforeAll(async () => {
    service = await openService({ planJobs: solver.jobs(() => service) });
    manager = await service.visitor('manager-shijingshan');
  });
  afterAll(() => service.close());

  const start = async (change: object = {}): Promise<string> => {
    const answer = await manager.post(base, { ...body, ...change }).expect(202);
    const { jobId } = answer.body as { jobId: string };
    expect(answer.headers['location']).toBe(`${base}/${jobId}`);
    return jobId;
  };
  const job = async (id: string) => (await manager.get(`${base}/${id}`).expect(200)).body as PlanJob;

  it('takes a job at once and tells how far it is', async () => {
    const id = await start();
    expect(solver.request).toMatchObject({
      contract: 'shijingshan',
      ...body,
      engine: 'highs',
      timeLimitSeconds: 60,
      seed: 1,
    });
    solver.report(3);
    expect(await job(id)).toMatchObject({
      id,
      status: 'running',
      progress: { elapsedSeconds: 3, gap: 0.1 },
      rosterId: null,
    });
    solver.finish();
    await until(async () => (await job(id)).status === 'done');
    expect((await job(id)).rosterId).not.toBeNull();
  });

  it('streams progress and the result, numbered, and ends the stream', async () => {
    const id = await start();
    solver.report(1);
    const stream = manager.get(`${base}/${id}/events`).buffer(true);
    const received = stream.then((answer) => answer);
    await until(() => Promise.resolve(solver.request !== undefined));
    setTimeout(() => {
      solver.report(2);
      solver.finish();
    }, 200);
    const answer = await received;
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers['content-encoding']).toBeUndefined();
    const events = parseEvents(answer.text);
    expect(events.map(({ name }) => name)).toEqual(['progress', 'progress', 'done']);
    expect(events.map(({ id: number }) => number)).toEqual([1, 2, 3]);
    expect(typeof events.at(-1)?.data['rosterId']).toBe('string');
  });

  it('tells a reader that comes back the latest state, numbered on from what it saw', async () => {
    const id = await start();
    solver.finish();
    await until(async () => (await job(id)).status === 'done');
    const answer = await manager.get(`${base}/${id}/events`).set('Last-Event-ID', '7').buffer(true);
    expect(parseEvents(answer.text)).toMatchObject([{ id: 8, name: 'done' }]);
  });

  it('refuses at once days that nothing can be planned for', async () => {
    for (const [days, status, code] of [
      [{ from: '2020-01-01', to: '2020-01-02' }, 422, 'outside-term'],
      [{ from: '2026-05-11', to: '2026-12-31' }, 400, 'invalid-input'],
      [{ from: '2026-05-16', to: '2026-05-11' }, 400, 'invalid-input'],
    ] as const) {
      const answer = await manager.post(base, days);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    }
  });

  it('says why nothing was planned, as a problem', async () => {
    const id = await start({ seed: 99 });
    const answer = await manager.get(`${base}/${id}/events`).set('Accept-Language', 'en').buffer(true);
    expect(parseEvents(answer.text)).toMatchObject([
      { name: 'refused', data: { code: 'plan-rejected', status: 422, detail: 'the pins contradict' } },
    ]);
    expect(await job(id)).toMatchObject({ status: 'refused', refusal: { code: 'plan-rejected' } });
  });

  it('cancels and keeps the best plan; cancelling what has ended changes nothing', async () => {
    const id = await start();
    await manager.delete(`${base}/${id}`).expect(204);
    await until(async () => (await job(id)).status === 'done');
    expect(await job(id)).toMatchObject({ isCancelled: true });
    expect((await job(id)).rosterId).not.toBeNull();
    await manager.delete(`${base}/${id}`).expect(204);
    await manager.delete(`${base}/no-such-job`).expect(404);
  });

  it('lists the contract’s jobs, newest first', async () => {
    const { jobs } = (await manager.get(base).expect(200)).body as { jobs: PlanJob[] };
    expect(jobs.length).toBeGreaterThan(2);
    expect(jobs.every(({ contract }) => contract === 'shijingshan')).toBe(true);
  });

  it('ends streams and connections when the service stops', async () => {
    const stopping = new AbortController();
    const other = await openService({ planJobs: solver.jobs(() => other), stopping: stopping.signal });
    const visitor = await other.visitor('manager-shijingshan');
    const { jobId } = (await visitor.post(base, body).expect(202)).body as { jobId: string };
    const stream = visitor.get(`${base}/${jobId}/events`).buffer(true);
    setTimeout(() => {
      stopping.abort();
    }, 200);
    expect((await stream).status).toBe(200);
    expect((await visitor.get('/readyz')).status).toBe(503);
    solver.finish();
    const server: Server = createHttpServer(other.app).listen(0);
    const { port } = server.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${String(port)}/healthz`)).status).toBe(200);
    await closeGently(server, 100);
    await expect(fetch(`http://127.0.0.1:${String(port)}/healthz`)).rejects.toThrow();
    await other.close();
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 4_000; attempt += 1) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not happen');
}
