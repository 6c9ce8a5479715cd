import { checkPlan, solveRoster } from '../../../solver/index.js';
import type { Plan, Progress, RosterProblem } from '../../../solver/index.js';
import { hallWeek } from '../../../solver/bench/hall-week.js';
import { independentParts } from '../../../solver/search/parts/independent-parts.js';
import { knownOfBoth, unprovenPlan } from '../../../solver/search/parts/merge-plans.js';
import { PartQueue } from '../../../solver/search/parts/part-queue.js';
import { openPartThread } from '../../../solver/search/parts/part-thread.js';
import { solveParts } from '../../../solver/search/parts/solve-parts.js';
import { openTimeShares } from '../../../solver/search/parts/time-shares.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

/** Two counters of two people each, who have nothing to do with each other but a common measure of fairness. */
function twoCounters(): RosterProblem {
  const one = smallRoster();
  const at = (group: string, id: string, early = 0): RosterProblem['workers'][number] =>
    smallWorker(id, {
      eligibility: [{ group, fromDay: 0, toDay: 1, role: 'home' }],
      history: { duties: { early }, group },
    });
  const counter = (id: string): RosterProblem['groups'][number] => ({ id, offers: one.groups[0]?.offers ?? [] });
  return smallRoster({
    groups: [counter('east'), counter('west')],
    demand: ['east', 'west'].flatMap((group) => one.demand.map((demand) => ({ ...demand, group }))),
    workers: [at('west', 'W1', 3), at('east', 'E1', 1), at('west', 'W2', 4), at('east', 'E2', 1)],
    fairness: [{ duty: 'early', workers: ['E1', 'E2', 'W1', 'W2'], weight: 10 }],
  });
}

const options = { engine: 'highs', timeLimitSeconds: 30, seed: 1, threads: 2 } as const;

describe('independentParts', () => {
  it('parts groups that nobody shares, with their people, demand and rules', () => {
    const parts = independentParts(twoCounters(), 1);
    expect(parts.map(({ problem }) => problem.groups.map(({ id }) => id))).toEqual([['east'], ['west']]);
    expect(parts.map(({ problem }) => problem.demand.length)).toEqual([4, 4]);
    expect(parts.map(({ size }) => size)).toEqual([4, 4]);
  });

  it('keeps the least burden of a fairness rule where its holder went elsewhere', () => {
    const west = independentParts(twoCounters(), 1)[1]?.problem;
    expect(west?.fairness).toEqual([{ duty: 'early', workers: ['W1', 'W2', 'E1'], weight: 10 }]);
    expect(west?.workers.find(({ id }) => id === 'E1')?.eligibility).toEqual([]);
  });

  it.each<[string, (problem: RosterProblem) => Partial<RosterProblem>]>([
    [
      'a person who may serve both',
      ({ workers }) => ({
        workers: [
          ...workers,
          smallWorker('R', {
            eligibility: ['east', 'west'].map((group) => ({ group, fromDay: 0, toDay: 1, role: 'backup' as const })),
          }),
        ],
      }),
    ],
    ['a backup pair', () => ({ backupPairs: [{ holder: 'E1', backup: 'W1' }] })],
    ['a pinned duty', () => ({ pins: [{ worker: 'E1', day: 0, assignment: { shift: 'day', group: 'west' } }] })],
    [
      'a duty that runs in from the day before',
      ({ workers }) => ({
        workers: workers.map((worker) =>
          worker.id === 'E1'
            ? { ...worker, history: { ...worker.history, running: { group: 'west', until: 540 } } }
            : worker,
        ),
      }),
    ],
  ])('keeps together what is joined by %s', (_, changes) => {
    const problem = twoCounters();
    expect(independentParts({ ...problem, ...changes(problem) }, 1)).toHaveLength(1);
  });

  it('does not join through approvals outside the horizon', () => {
    const problem = twoCounters();
    const workers = problem.workers.map((worker) => ({
      ...worker,
      eligibility: [...worker.eligibility, { group: 'east', fromDay: 2, toDay: 9, role: 'redeployed' as const }],
    }));
    expect(independentParts({ ...problem, workers }, 1)).toHaveLength(2);
  });

  it('puts small parts together', () => {
    expect(independentParts(twoCounters(), 5)).toHaveLength(1);
    expect(independentParts(twoCounters(), 4)).toHaveLength(2);
  });
});

describe('solveParts', () => {
  it('adds up to what the whole costs, with one certificate', async () => {
    const problem = twoCounters();
    const whole = await solveRoster(problem, options);
    const progress: Progress[] = [];
    const parts = await solveParts(problem, independentParts(problem, 1), {
      ...options,
      onProgress: (at) => progress.push(at),
    });
    if (whole.kind !== 'plan' || parts.kind !== 'plan') throw new Error('No plan');
    const { seconds, columns, rows, ...certificate } = parts.plan.certificate;
    expect(seconds).toBeGreaterThan(0);
    // The witness of a rule has no column.
    expect({ columns, rows }).toEqual({
      columns: whole.plan.certificate.columns,
      rows: whole.plan.certificate.rows,
    });
    expect(whole.plan.certificate).toMatchObject(certificate);
    expect(certificate.status).toBe('optimal');
    expect(checkPlan(problem, parts.plan.assignments)).toMatchObject({
      hardViolations: [],
      objective: certificate.objective,
      missingMinutes: certificate.missingMinutes,
    });
    expect(progress.at(-1)).toMatchObject({ incumbent: certificate.objective, bound: certificate.bound });
  });

  it('solves a whole that does not fall apart in a thread of its own, and tells its phases', async () => {
    const problem = smallRoster();
    const phases = new Set<string>();
    const outcome = await solveParts(problem, [{ problem, size: 4 }], {
      ...options,
      onProgress: ({ phase }) => phases.add(phase),
    });
    expect(outcome).toMatchObject({ kind: 'plan', plan: { certificate: { status: 'optimal', objective: 20 } } });
    expect([...phases]).toEqual(expect.arrayContaining(['model', 'check']));
  });

  it('has a plan of many parts before any of them is solved', async () => {
    const problem = hallWeek({ groupSizes: Array<number>(12).fill(2), reliefCount: 0 });
    const progress: Progress[] = [];
    const outcome = await solveParts(problem, independentParts(problem, 1), {
      ...options,
      onProgress: (at) => progress.push(at),
    });
    if (outcome.kind !== 'plan') throw new Error('No plan');
    const { objective, bound } = outcome.plan.certificate;
    const first = progress.find(({ incumbent }) => incumbent !== null);
    expect(first).toMatchObject({ bound: 0 });
    expect(first?.incumbent).toBeGreaterThanOrEqual(objective);
    expect(bound).toBeGreaterThan(0);
  });

  it('says which pins clash in one part', async () => {
    const problem = {
      ...twoCounters(),
      pins: [{ worker: 'W1', day: 0, assignment: { shift: 'night', group: 'west' } }],
    };
    const workers = problem.workers.map((worker) => ({
      ...worker,
      unavailable: [{ day: 1, reason: 'leave' as const }],
    }));
    const away = { ...problem, workers };
    const outcome = await solveParts(away, independentParts(away, 1), options);
    expect(outcome).toMatchObject({
      kind: 'none',
      status: 'infeasible',
      conflicts: [{ rule: 'availability', worker: 'W1' }],
    });
  });

  it('keeps the pinned duties of parts that it never came to', async () => {
    const problem = {
      ...twoCounters(),
      pins: [{ worker: 'W1', day: 0, assignment: { shift: 'day', group: 'west' } }],
    };
    const outcome = await solveParts(problem, independentParts(problem, 1), {
      ...options,
      signal: AbortSignal.abort(),
    });
    if (outcome.kind !== 'plan') throw new Error('No plan');
    const { certificate, assignments } = outcome.plan;
    expect(assignments).toEqual([{ worker: 'W1', day: 0, shift: 'day', group: 'west' }]);
    expect(certificate).toMatchObject({ status: 'cancelled', bound: 0, missingMinutes: 1440, missingMinutesBound: 0 });
    expect(certificate.objective).toBeCloseTo(checkPlan(problem, assignments).objective, 9);
  });
});

describe('openTimeShares', () => {
  it('gives equal parts equal time on two threads', () => {
    let left = 60;
    const shares = openTimeShares({ sizes: [5, 5, 5, 5], threads: 2, leftSeconds: () => left });
    const first = shares.begin({ size: 5, threads: 1 });
    const second = shares.begin({ size: 5, threads: 1 });
    left = 30;
    first.end({ comesBack: false });
    const third = shares.begin({ size: 5, threads: 1 });
    second.end({ comesBack: false });
    const fourth = shares.begin({ size: 5, threads: 1 });
    expect([first, second, third, fourth].map(({ seconds }) => seconds)).toEqual([30, 30, 30, 30]);
  });

  it('passes on what a part did not need', () => {
    const shares = openTimeShares({ sizes: [1, 9], threads: 1, leftSeconds: () => 10 });
    const quick = shares.begin({ size: 1, threads: 1 });
    quick.end({ comesBack: false });
    expect([quick.seconds, shares.begin({ size: 9, threads: 1 }).seconds]).toEqual([1, 10]);
  });

  it('keeps time for a part that comes back, which has no less than before', () => {
    let left = 30;
    const shares = openTimeShares({ sizes: [5, 5, 5], threads: 1, leftSeconds: () => left });
    const first = shares.begin({ size: 5, threads: 1 });
    left = 20;
    first.end({ comesBack: true });
    const second = shares.begin({ size: 5, threads: 1 });
    left = 14;
    second.end({ comesBack: false });
    const third = shares.begin({ size: 5, threads: 1 });
    left = 10;
    third.end({ comesBack: true });
    const again = shares.begin({ size: 5, threads: 1, before: 10 });
    expect([first, second, third, again].map(({ seconds }) => Math.round(seconds * 10))).toEqual([100, 67, 70, 100]);
  });

  it('gives twice as much once a turn was too short to gain anything', () => {
    let left = 40;
    const shares = openTimeShares({ sizes: [5, 5, 5, 5], threads: 1, leftSeconds: () => left });
    const first = shares.begin({ size: 5, threads: 1 });
    left = 30;
    first.end({ comesBack: true, isTooShort: true });
    const second = shares.begin({ size: 5, threads: 1 });
    left = 10;
    second.end({ comesBack: false });
    expect([first.seconds, second.seconds, shares.begin({ size: 5, threads: 1 }).seconds]).toEqual([10, 20, 10]);
  });

  it('gives a small part beside a large one a tenth of the time, and many parts no more than an even share', () => {
    const shares = openTimeShares({ sizes: [1, 999], threads: 2, leftSeconds: () => 60 });
    expect(shares.begin({ size: 1, threads: 1 }).seconds).toBe(6);
    const many = openTimeShares({ sizes: [...Array<number>(20).fill(1), 980], threads: 1, leftSeconds: () => 21 });
    expect(many.begin({ size: 1, threads: 1 }).seconds).toBe(1);
  });
});

/** A plan without duties, with these yuan. */
function priced(objective: number, bound: number, minutesBound = 0): Plan {
  const plan = unprovenPlan(smallRoster(), [], { engine: 'highs', seed: 1, status: 'feasible' });
  if (plan === null) throw new Error('No plan');
  const { missingMinutes } = plan.certificate;
  const missingMinutesBound = Math.min(minutesBound, missingMinutes);
  return { ...plan, certificate: { ...plan.certificate, objective, bound, missingMinutesBound } };
}

describe('parts that are not proven', () => {
  it('come back after all others, the largest gap first', () => {
    const parts = [3, 2, 1].map((size) => ({ problem: smallRoster(), size }));
    const queue = new PartQueue(parts);
    const [large, middle] = [queue.next(), queue.next()];
    expect([large?.part.size, middle?.part.size]).toEqual([3, 2]);
    if (large === undefined || middle === undefined) throw new Error('No part');
    const [small] = queue.unplanned;
    if (small === undefined) throw new Error('No part');
    queue.begin(small, priced(300, 0));
    expect(queue.unplanned).toEqual([]);
    queue.putBack(large.part, { plan: priced(500, 490), seconds: 5 });
    queue.putBack(middle.part, { plan: priced(100, 20), seconds: 5 });
    expect([queue.next(), queue.next(), queue.next(), queue.next()].map((turn) => turn?.part.size)).toEqual([
      1,
      2,
      3,
      undefined,
    ]);
  });

  it('keep the cheaper plan and the higher bounds of both turns', () => {
    const both = knownOfBoth(priced(100, 60, 480), priced(90, 50, 240));
    expect(both.certificate).toMatchObject({ objective: 90, bound: 60, missingMinutesBound: 480, status: 'feasible' });
    expect(both.certificate.gap).toBeCloseTo(1 / 3, 9);
    expect(knownOfBoth(priced(100, 60), priced(90, 95)).certificate.bound).toBe(90);
  });

  it('go on from their plan and bound', async () => {
    const problem = smallRoster();
    const proven = await solveRoster(problem, options);
    if (proven.kind !== 'plan') throw new Error('No plan');
    const { assignments, certificate } = proven.plan;
    const again = await solveRoster(problem, {
      ...options,
      timeLimitSeconds: 0,
      start: { assignments, bound: certificate.objective },
    });
    expect(again).toMatchObject({ kind: 'plan', plan: { assignments, certificate: { status: 'optimal' } } });
    const unlawful = { assignments: [...assignments, ...assignments.map((duty) => ({ ...duty, day: 7 }))], bound: 0 };
    const anew = await solveRoster(problem, { ...options, start: unlawful });
    expect(anew).toMatchObject({ kind: 'plan', plan: { certificate: { objective: certificate.objective } } });
  });
});

describe('the thread of a part', () => {
  it('leaves the duties that it had reported when it has to be ended', async () => {
    const problem = hallWeek();
    const thread = openPartThread(0);
    const abort = new AbortController();
    const answer = await thread.solve(problem, {
      engine: 'highs',
      timeLimitSeconds: 60,
      seed: 1,
      signal: abort.signal,
      onAssignments: () => {
        abort.abort();
      },
    });
    await thread.close();
    const assignments =
      answer.kind === 'ended' ? answer.assignments : answer.kind === 'plan' ? answer.plan.assignments : [];
    expect(assignments).not.toHaveLength(0);
    expect(checkPlan(problem, assignments ?? []).hardViolations).toEqual([]);
  });

  it('gives its first plan although the limit is over before there is one', async () => {
    const problem = smallRoster();
    const thread = openPartThread(0);
    const answer = await thread.solve(problem, { engine: 'highs', timeLimitSeconds: 0, seed: 1 });
    await thread.close();
    const assignments =
      answer.kind === 'ended' ? answer.assignments : answer.kind === 'plan' ? answer.plan.assignments : [];
    expect(assignments).toHaveLength(2);
  });

  it('keeps a bound that was proven before it had to be ended', () => {
    const vacant = { engine: 'highs', seed: 1, status: 'cancelled' } as const;
    const unbounded = unprovenPlan(smallRoster(), [], vacant)?.certificate;
    const objective = unbounded?.objective ?? 0;
    expect(unbounded).toMatchObject({ bound: 0, gap: 1 });
    const half = unprovenPlan(smallRoster(), [], { ...vacant, bound: objective / 2 })?.certificate;
    expect(half).toMatchObject({ bound: objective / 2, gap: 0.5 });
    expect(unprovenPlan(smallRoster(), [], { ...vacant, bound: objective + 1 })?.certificate.bound).toBe(objective);
  });
});
