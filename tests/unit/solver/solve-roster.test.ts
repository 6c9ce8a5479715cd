import { checkPlan, problemHash, solveRoster } from '../../../solver/index.js';
import type { Pin, Plan, Progress, RosterProblem, SolveOptions, SolveOutcome } from '../../../solver/index.js';
import { hallWeek } from '../../../solver/bench/hall-week.js';
import { hotlineMonth } from '../../../solver/bench/hotline-month.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

function solve(problem: RosterProblem, options: Partial<SolveOptions> = {}): Promise<SolveOutcome> {
  return solveRoster(problem, { engine: 'highs', timeLimitSeconds: 30, seed: 1, ...options });
}

async function planOf(problem: RosterProblem, options: Partial<SolveOptions> = {}): Promise<Plan> {
  const outcome = await solve(problem, options);
  if (outcome.kind !== 'plan') throw new Error(`No plan: ${JSON.stringify(outcome)}`);
  expect(checkPlan(problem, outcome.plan.assignments).hardViolations).toEqual([]);
  return outcome.plan;
}

describe('solveRoster', () => {
  it('shares two early duties between two people, for 10 yuan each', async () => {
    const { assignments, vacancies, certificate } = await planOf(smallRoster());
    expect(new Set(assignments.map(({ worker }) => worker))).toEqual(new Set(['W1', 'W2']));
    expect(vacancies).toEqual([]);
    expect(certificate).toMatchObject({
      status: 'optimal',
      objective: 20,
      bound: 20,
      gap: 0,
      costByRule: { fairness: 20, vacancy: 0 },
      missingMinutes: 0,
      missingMinutesBound: 0,
      engine: 'highs',
      seed: 1,
      problemHash: problemHash(smallRoster()),
    });
  });

  it.each([
    ['nobody on the team', { workers: [], fairness: [] }, 960],
    [
      'nobody qualified',
      { workers: [smallWorker('W1', { eligibility: [] }), smallWorker('W2', { eligibility: [] })] },
      960,
    ],
    [
      'everybody on leave',
      {
        workers: ['W1', 'W2'].map((id) =>
          smallWorker(id, { unavailable: [0, 1].map((day) => ({ day, reason: 'leave' as const })) }),
        ),
      },
      960,
    ],
    ['no demand', { demand: [] }, 0],
    ['no groups', { groups: [], demand: [], workers: [smallWorker('W1', { eligibility: [] })], fairness: [] }, 0],
  ] as const)('has a proven plan with %s', async (_, changes, objective) => {
    for (const engine of ['highs', 'javascript-lp-solver'] as const) {
      const plan = await planOf(smallRoster(changes), { engine });
      expect(plan.assignments).toEqual([]);
      expect(plan.certificate).toMatchObject({
        status: 'optimal',
        objective,
        bound: objective,
        missingMinutes: objective,
      });
    }
  });

  it('keeps a pinned duty and a pinned day off', async () => {
    const pins: Pin[] = [
      { worker: 'W1', day: 0, assignment: { shift: 'night', group: 'counter' } },
      { worker: 'W2', day: 1, assignment: null },
    ];
    const { assignments } = await planOf(smallRoster({ pins }));
    expect(assignments).toContainEqual({ worker: 'W1', day: 0, shift: 'night', group: 'counter' });
    expect(assignments.filter(({ worker, day }) => worker === 'W2' && day === 1)).toEqual([]);
  });

  const pin = (shift: string, day = 0): Pin => ({ worker: 'W1', day, assignment: { shift, group: 'counter' } });
  it.each([
    ['dutyPeriodMaximum', [pin('day')], smallWorker('W1', { limits: { dutyMinutesMax: 240 } })],
    [
      'dutyPeriodMaximum',
      [pin('day')],
      smallWorker('W1', { limits: { dutyMinutesMax: 300, overtimeBans: [{ fromDay: 0, toDay: 0 }] } }),
    ],
    ['minimumRest', [pin('day')], smallWorker('W1', { limits: { restMinutesMin: 660 }, history: { lastDutyEnd: 0 } })],
    ['minimumRest', [pin('night'), pin('day', 1)], smallWorker('W1', { limits: { restMinutesMin: 660 } })],
    ['oneDutyAtATime', [pin('day')], smallWorker('W1', { history: { running: { group: 'counter', until: 540 } } })],
    ['weeklyRest', [pin('day')], smallWorker('W1', { history: { workedDaysBefore: [1, 2, 3, 4, 5, 6] } })],
    ['weeklyRest', [pin('night')], smallWorker('W1', { limits: { workedDaysPerSevenMax: 1 } })],
    ['nightBan', [pin('night')], smallWorker('W1', { limits: { nightBans: [{ fromDay: 1, toDay: 1 }] } })],
    [
      'eligibility',
      [pin('day')],
      smallWorker('W1', { eligibility: [{ group: 'counter', fromDay: 1, toDay: 1, role: 'home' }] }),
    ],
    ['availability', [pin('night')], smallWorker('W1', { unavailable: [{ day: 1, reason: 'leave' }] })],
    ['pins', [pin('day'), { worker: 'W1', day: 0, assignment: null }], smallWorker('W1')],
    [
      'hoursMaximum',
      [pin('day'), pin('day', 1)],
      smallWorker('W1', {
        limits: {
          hours: [
            {
              name: 'week',
              fromDay: 0,
              toDay: 1,
              carriedMinutes: 0,
              normalMinutes: 480,
              minutesMax: 900,
              overtimePricePerHour: 0,
            },
          ],
        },
      }),
    ],
  ] as const)('refuses pins that break %s, and says why in words', async (rule, pins, worker) => {
    const outcome = await solve(smallRoster({ pins, workers: [worker, smallWorker('W2')] }));
    expect(outcome).toMatchObject({ kind: 'none', status: 'infeasible' });
    const conflicts = outcome.kind === 'none' ? outcome.conflicts : [];
    expect(conflicts.map((conflict) => conflict.rule)).toEqual([rule]);
    expect(conflicts[0]?.worker).toBe('W1');
    expect(conflicts[0]?.message.zh).toContain('W1');
    expect(conflicts[0]?.message.en).toContain('Remove or change the pin.');
  });

  it('has a lawful plan of whom there is even when there is no time at all', async () => {
    const problem = hallWeek();
    const { certificate } = await planOf(problem, { timeLimitSeconds: 0 });
    const required = problem.demand.reduce((sum, demand) => sum + demand.required * (demand.end - demand.start), 0);
    expect(certificate.missingMinutes).toBeLessThan(0.02 * required);
    expect(certificate.status).not.toBe('optimal');
    expect(certificate.bound).toBeLessThanOrEqual(certificate.objective);
    expect(certificate.missingMinutesBound).toBeLessThanOrEqual(certificate.missingMinutes);
  });

  it('keeps the best plan when it is cancelled', async () => {
    const abort = new AbortController();
    let known = Infinity;
    const { certificate } = await planOf(hallWeek({ onLeave: 30 }), {
      timeLimitSeconds: 60,
      signal: abort.signal,
      onProgress: ({ phase, incumbent }) => {
        if (phase !== 'wholeObjective') return;
        known = Math.min(known, incumbent ?? Infinity);
        abort.abort();
      },
    });
    expect(['cancelled', 'optimal']).toContain(certificate.status);
    expect(known).toBeLessThan(Infinity);
    expect(certificate.objective).toBeLessThanOrEqual(known + 1e-6);
  });

  it('claims that no plan costs less than nothing, and no more, when it is cancelled at once', async () => {
    const { certificate } = await planOf(smallRoster(), { signal: AbortSignal.abort() });
    expect(certificate).toMatchObject({ status: 'cancelled', bound: 0, gap: 1 });
  });

  it("builds a hall's week in a thread of its own", async () => {
    const abort = new AbortController();
    const phases: string[] = [];
    const planning = planOf(hallWeek(), { signal: abort.signal, onProgress: ({ phase }) => phases.push(phase) });
    // In the caller's thread the model would have been begun by now.
    expect(phases).toEqual([]);
    abort.abort();
    expect((await planning).certificate.status).toBe('cancelled');
  });

  it('says honestly that the small engine reached its limit', async () => {
    const { certificate } = await planOf(hallWeek(), { engine: 'javascript-lp-solver', timeLimitSeconds: 1.5 });
    expect(certificate).toMatchObject({ status: 'limit-reached', engine: 'javascript-lp-solver' });
  });

  it('proves a hotline month and gives the same plan for the same seed', async () => {
    const first = await planOf(hotlineMonth(), { timeLimitSeconds: 120 });
    const second = await planOf(hotlineMonth(), { timeLimitSeconds: 120 });
    expect(first.certificate).toMatchObject({ status: 'optimal', gap: 0, objective: 2780 });
    expect(second.assignments).toEqual(first.assignments);
  });

  describe('with parts that share nothing', () => {
    const two = smallRoster({
      groups: smallRoster().groups.flatMap((group) => [group, { ...group, id: 'desk' }]),
      demand: smallRoster().demand.flatMap((demand) => [demand, { ...demand, group: 'desk' }]),
      workers: [
        smallWorker('W1'),
        smallWorker('W2', { eligibility: [{ group: 'desk', fromDay: 0, toDay: 1, role: 'home' }] }),
      ],
      fairness: [],
    });

    it('solves them one by one', async () => {
      const { certificate, assignments } = await planOf(two);
      expect(assignments).toHaveLength(4);
      expect(certificate).toMatchObject({ status: 'optimal', objective: 0 });
    });

    it('leaves none without a plan when there is no time at all', async () => {
      const { assignments } = await planOf(two, { timeLimitSeconds: 0 });
      expect(assignments).toHaveLength(4);
    });
  });

  it('reports its phases in order, with bounds that never pass the plan', async () => {
    const seen: Progress[] = [];
    await planOf(hotlineMonth(), { timeLimitSeconds: 120, onProgress: (progress) => seen.push(progress) });
    const order = ['model', 'fewestVacancies', 'wholeObjective', 'check'];
    const places = seen.map(({ phase }) => order.indexOf(phase));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { incumbent, bound } of seen) {
      if (incumbent !== null && bound !== null) expect(bound).toBeLessThanOrEqual(incumbent + 1e-3);
    }
  });
});
