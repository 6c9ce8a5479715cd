import fc from 'fast-check';
import {
  checkPlan,
  solveRoster,
  type HardRuleName,
  type PlanAssignment,
  type RosterProblem,
  type ShiftType,
  type SoftRuleName,
  type Worker,
} from '../../solver/index.js';
import { present } from '../../src/shared/assert.js';
import { bruteForce } from '../support/brute-force.js';
import { rosterProblems } from '../support/random-problems.js';

/** Two ways of adding up the same yuan may differ by round-off only. */
const tolerance = 1e-6;

describe('the checker and the solver', () => {
  it('agree on every plan: no hard rule broken, the same cost by every rule, the same vacancies', async () => {
    await fc.assert(
      fc.asyncProperty(rosterProblems('small'), fc.nat({ max: 9 }), async (problem, seed) => {
        const outcome = await solveRoster(problem, { engine: 'highs', timeLimitSeconds: 5, seed });
        if (outcome.kind === 'none') {
          expect(outcome).toMatchObject({ status: 'infeasible' });
          expect(outcome.conflicts).not.toEqual([]);
          return;
        }
        const { assignments, vacancies, certificate } = outcome.plan;
        const report = checkPlan(problem, assignments);
        expect(report.hardViolations).toEqual([]);
        for (const rule of Object.keys(report.costByRule) as SoftRuleName[]) {
          const difference = Math.abs(report.costByRule[rule] - certificate.costByRule[rule]);
          expect({ rule, isSame: difference <= tolerance }).toEqual({ rule, isSame: true });
        }
        expect(Math.abs(report.objective - certificate.objective)).toBeLessThanOrEqual(tolerance);
        expect(report.missingMinutes).toBe(certificate.missingMinutes);
        expect(texts(report.vacancies)).toEqual(texts(vacancies));
        expect(certificate.bound).toBeLessThanOrEqual(report.objective + tolerance);
        expect(certificate.missingMinutesBound).toBeLessThanOrEqual(report.missingMinutes + tolerance);
      }),
      { numRuns: 15 },
    );
  });
});

function texts(items: readonly object[]): string[] {
  return items.map((item) => JSON.stringify(Object.entries(item).sort())).sort();
}

interface Facts {
  readonly problem: RosterProblem;
  readonly plan: readonly PlanAssignment[];
  /** One duty of the plan, its shift and its worker. */
  readonly duty: PlanAssignment;
  readonly shift: ShiftType;
  readonly worker: Worker;
}

/** Turns a lawful plan into one that breaks the rule by the least possible amount; undefined where these facts can't. */
const breaking: Readonly<Record<HardRuleName, (facts: Facts) => Pick<Facts, 'problem' | 'plan'> | undefined>> = {
  oneDutyAtATime: ({ problem, plan, duty }) => ({ problem, plan: [duty, ...plan] }),
  dutyPeriodMaximum: (facts) => limited(facts, { dutyMinutesMax: facts.shift.countedMinutes - 1 }),
  minimumRest: (facts) => {
    const own = periods(facts);
    const rests = own.flatMap((first) => own.map((second) => second.start - first.end)).filter((rest) => rest >= 0);
    return rests.length === 0 ? undefined : limited(facts, { restMinutesMin: Math.min(...rests) + 1 });
  },
  weeklyRest: (facts) => {
    const rested = { workedDaysBefore: [], lastDutyEnd: null, duties: {}, group: null };
    return changed(facts, { limits: { ...facts.worker.limits, workedDaysPerSevenMax: 0 }, history: rested });
  },
  hoursMaximum: (facts) => {
    const account = {
      name: 'day',
      fromDay: facts.duty.day,
      toDay: facts.duty.day,
      carriedMinutes: 60,
      normalMinutes: null,
    };
    const ceiling = { minutesMax: facts.shift.countedMinutes + 59, overtimePricePerHour: 0 };
    return limited(facts, { hours: [{ ...account, ...ceiling }] });
  },
  nightBan: (facts) => {
    if (!facts.shift.duties.includes('night')) return undefined;
    // Barred from the morning after only: the duty starts on a day on which it is allowed.
    const fromDay = facts.duty.day + 1;
    return limited(facts, { nightBans: [{ fromDay, toDay: fromDay }] });
  },
  forbiddenSuccession: ({ problem, plan, duty }) => {
    if (duty.day + 1 >= problem.days.length) return undefined;
    const shifts = problem.shifts.map((one) => (one.id === duty.shift ? { ...one, forbiddenNext: [duty.shift] } : one));
    return { problem: { ...problem, shifts }, plan: [...plan, { ...duty, day: duty.day + 1 }] };
  },
  shiftMaximum: (facts) => {
    const count = facts.plan.filter((one) => one.worker === facts.worker.id && one.shift === facts.shift.id).length - 1;
    return limited(facts, { shiftMaxima: [{ shift: facts.shift.id, count }] });
  },
  hoursMinimum: (facts) => {
    const account = { name: 'day', fromDay: facts.duty.day, toDay: facts.duty.day, carriedMinutes: 60 };
    const floor = { minutesMin: facts.shift.countedMinutes + 61, minutesMax: null };
    return limited(facts, { hours: [{ ...account, ...floor, normalMinutes: null, overtimePricePerHour: 0 }] });
  },
  consecutiveShiftsMaximum: (facts) => {
    const free = { consecutiveShiftsMin: 0, consecutiveDaysOffMin: 0 };
    return limited(facts, { runs: { ...free, consecutiveShiftsMax: longestRun(facts) - 1 } });
  },
  consecutiveShiftsMinimum: (facts) => {
    const { problem, plan, duty } = facts;
    if (duty.day === 0 || duty.day === problem.days.length - 1) return undefined;
    const alone = plan.filter((one) => one === duty || one.worker !== duty.worker);
    const runs = { consecutiveShiftsMax: 14, consecutiveShiftsMin: 2, consecutiveDaysOffMin: 0 };
    return limited({ ...facts, plan: alone }, { runs });
  },
  consecutiveDaysOffMinimum: (facts) => {
    const { problem, plan, duty } = facts;
    if (duty.day + 2 >= problem.days.length) return undefined;
    const others = plan.filter((one) => one.worker !== duty.worker);
    const runs = { consecutiveShiftsMax: 14, consecutiveShiftsMin: 0, consecutiveDaysOffMin: 2 };
    return limited({ ...facts, plan: [...others, duty, { ...duty, day: duty.day + 2 }] }, { runs });
  },
  weekendsMaximum: (facts) => {
    const weekday = new Date(`${facts.problem.days[facts.duty.day] ?? ''}T00:00:00Z`).getUTCDay();
    return weekday === 0 || weekday === 6 ? limited(facts, { weekendsMax: 0 }) : undefined;
  },
  travelTime: ({ problem, plan, duty, shift }) => {
    // The same shift again on the next day, at another site that is a minute too far away.
    const other = problem.groups.find(({ id }) => id !== duty.group);
    if (other === undefined || duty.day + 1 >= problem.days.length) return undefined;
    const length = (shift.segments.at(-1)?.end ?? 0) - (shift.segments[0]?.start ?? 0);
    const groups = problem.groups.map((group) => ({ ...group, site: `site of ${group.id}` }));
    const travel = [{ between: [`site of ${other.id}`, `site of ${duty.group}`] as const, minutes: 1440 - length + 1 }];
    const rest = plan.filter((one) => one.worker !== duty.worker);
    return {
      problem: { ...problem, groups, travel },
      plan: [...rest, duty, { ...duty, day: duty.day + 1, group: other.id }],
    };
  },
  eligibility: (facts) => {
    const lastsUntilTheDayBefore = { fromDay: 0, toDay: facts.duty.day - 1 };
    const eligibility = facts.worker.eligibility.map((entry) => ({ ...entry, ...lastsUntilTheDayBefore }));
    return changed(facts, { eligibility });
  },
  availability: (facts) => {
    const last = Math.max(...facts.shift.segments.map(({ end }) => end)) - 1;
    return changed(facts, { unavailable: [{ day: facts.duty.day + Math.floor(last / 1440), reason: 'leave' }] });
  },
  pins: ({ problem, plan, duty: { worker, day } }) => ({
    problem: { ...problem, pins: [{ worker, day, assignment: null }] },
    plan,
  }),
  past: ({ problem, plan, duty, shift }) => ({
    problem: {
      ...problem,
      pins: [],
      baseline: { assignments: [], changeCost: [], notBefore: 1440 * duty.day + (shift.segments[0]?.start ?? 0) + 1 },
    },
    plan,
  }),
};

function changed({ problem, plan, worker }: Facts, parts: Partial<Worker>): Pick<Facts, 'problem' | 'plan'> {
  const workers = problem.workers.map((one) => (one.id === worker.id ? { ...one, ...parts } : one));
  return { problem: { ...problem, workers }, plan };
}

function limited(facts: Facts, limits: Partial<Worker['limits']>): Pick<Facts, 'problem' | 'plan'> {
  return changed(facts, { limits: { ...facts.worker.limits, ...limits } });
}

/** The most days in a row on which the worker has a duty. */
function longestRun({ plan, worker }: Facts): number {
  const days = new Set(plan.filter((one) => one.worker === worker.id).map(({ day }) => day));
  const lengthFrom = (day: number): number => (days.has(day) ? 1 + lengthFrom(day + 1) : 0);
  return Math.max(...[...days].map(lengthFrom));
}

/** The worker's duty periods in absolute minutes. */
function periods({ problem, plan, worker }: Facts): { start: number; end: number }[] {
  return plan
    .filter((one) => one.worker === worker.id)
    .map(({ day, shift }) => {
      const segments = problem.shifts.find(({ id }) => id === shift)?.segments ?? [];
      return {
        start: 1440 * day + Math.min(...segments.map(({ start }) => start)),
        end: 1440 * day + Math.max(...segments.map(({ end }) => end)),
      };
    });
}

describe('a plan that breaks a rule by the least amount is found out', () => {
  const lawfulPlans = fc
    .sample(rosterProblems('tiny'), 300)
    .map((problem) => ({ problem, plan: bruteForce(problem)?.assignments ?? [] }))
    .filter(({ plan }) => plan.length > 0);

  it.each(Object.keys(breaking) as HardRuleName[])('%s', (rule) => {
    let broken = 0;
    for (const { problem, plan } of lawfulPlans) {
      for (const duty of plan) {
        const shift = present(
          problem.shifts.find(({ id }) => id === duty.shift),
          'shift',
        );
        const worker = present(
          problem.workers.find(({ id }) => id === duty.worker),
          'worker',
        );
        const facts = breaking[rule]({ problem, plan, duty, shift, worker });
        if (facts === undefined) continue;
        broken += 1;
        const { hardViolations } = checkPlan(facts.problem, facts.plan);
        expect(hardViolations).toContainEqual(expect.objectContaining({ rule, worker: duty.worker }));
      }
    }
    expect(broken).toBeGreaterThan(2);
  });

  it('and the plan it was made of is not', () => {
    for (const { problem, plan } of lawfulPlans) expect(checkPlan(problem, plan).hardViolations).toEqual([]);
  });
});
