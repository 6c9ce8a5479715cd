import { PlanJobs, type PlanJob } from '../../../src/application/plan-roster/plan-jobs.js';
import type { PlanRequest } from '../../../src/application/plan-roster/plan-roster.js';
import type { Context } from '../../../src/application/context.js';
import type { Roster } from '../../../src/domain/rostering/roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { done, refuse, type Result } from '../../../src/shared/result.js';
import { CountedRandomness, FixedClock } from '../../support/deterministic.js';

const context: Context = {
  unitOfWork: { write: () => Promise.reject(new Error('unused')), read: () => Promise.reject(new Error('unused')) },
  clock: new FixedClock(),
  randomness: new CountedRandomness(),
  actor: 'test',
};
const request = {
  contract: 'small-hall',
  from: civilDate('2026-05-11'),
  to: civilDate('2026-05-16'),
  engine: 'highs',
  timeLimitSeconds: 1,
  seed: 1,
} as const;
const progress = { phase: 'wholeObjective', elapsedSeconds: 1, incumbent: 3, bound: 2, gap: 0.3 } as const;

/** Solves that end when the test says so. */
function heldSolves() {
  const started: { request: PlanRequest; end: (result: Result<Roster>) => void; fail: (error: Error) => void }[] = [];
  const plan = (_: Context, asked: PlanRequest) =>
    new Promise<Result<Roster>>((resolve, reject) => {
      started.push({ request: asked, end: resolve, fail: reject });
    });
  return { started, jobs: new PlanJobs(plan) };
}
const roster = (id: string) => done({ id } as Roster);
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('plan jobs', () => {
  it('runs one solve at a time, in the order of asking', async () => {
    const { started, jobs } = heldSolves();
    const [first, second] = [jobs.start(context, request), jobs.start(context, { ...request, seed: 2 })];
    expect([first.status, second.status]).toEqual(['running', 'queued']);
    expect(started).toHaveLength(1);
    started[0]?.end(roster('r1'));
    await settled();
    expect(jobs.find('small-hall', first.id)).toMatchObject({ status: 'done', rosterId: 'r1' });
    expect(jobs.find('small-hall', second.id)?.status).toBe('running');
    expect(started[1]?.request.seed).toBe(2);
    expect(jobs.list('small-hall').map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('tells its listeners the state, every progress and the end', async () => {
    const { started, jobs } = heldSolves();
    const { id } = jobs.start(context, request);
    const seen: PlanJob[] = [];
    jobs.subscribe('small-hall', id, (job) => seen.push(job));
    started[0]?.request.onProgress?.(progress);
    started[0]?.end(refuse('plan-rejected', { zh: '无解', en: 'no plan' }));
    await settled();
    expect(seen.map(({ status, progress: latest }) => [status, latest?.gap ?? null])).toEqual([
      ['running', null],
      ['running', 0.3],
      ['refused', 0.3],
    ]);
    expect(seen.at(-1)?.refusal?.code).toBe('plan-rejected');
  });

  it('aborts a running solve, which keeps its best plan', async () => {
    const { started, jobs } = heldSolves();
    const { id } = jobs.start(context, request);
    expect(jobs.cancel('small-hall', id)).toBe(true);
    expect(started[0]?.request.signal?.aborted).toBe(true);
    started[0]?.end(roster('r1'));
    await settled();
    expect(jobs.find('small-hall', id)).toMatchObject({ status: 'done', isCancelled: true, rosterId: 'r1' });
    expect(jobs.cancel('small-hall', id)).toBe(false);
  });

  it('never starts a solve that was cancelled while it waited', async () => {
    const { started, jobs } = heldSolves();
    jobs.start(context, request);
    const { id } = jobs.start(context, request);
    jobs.cancel('small-hall', id);
    expect(jobs.find('small-hall', id)).toMatchObject({ status: 'refused', isCancelled: true });
    started[0]?.end(roster('r1'));
    await settled();
    expect(started).toHaveLength(1);
  });

  it('shows no job to another contract', () => {
    const { jobs } = heldSolves();
    const { id } = jobs.start(context, request);
    expect(jobs.find('small-desk', id)).toBeUndefined();
    expect(jobs.cancel('small-desk', id)).toBe(false);
    expect(jobs.subscribe('small-desk', id, () => undefined)).toBeUndefined();
    expect(jobs.list('small-desk')).toEqual([]);
  });

  it('goes on with the next solve when one breaks', async () => {
    const { started, jobs } = heldSolves();
    const [broken, next] = [jobs.start(context, request), jobs.start(context, request)];
    started[0]?.fail(new Error('out of memory'));
    await settled();
    expect(jobs.find('small-hall', broken.id)?.refusal?.message.en).toContain('out of memory');
    expect(jobs.find('small-hall', next.id)?.status).toBe('running');
  });
});
