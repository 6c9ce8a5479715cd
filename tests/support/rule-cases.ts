import {
  checkPlan,
  type HardRuleName,
  type PlanAssignment,
  type RosterProblem,
  type ShiftType,
  type SoftRuleName,
  type Violation,
  type Worker,
} from '../../solver/index.js';

/**
 * A world in which nothing is forbidden and nothing costs anything, so that a test switches on one rule alone:
 * a fortnight from Monday 2026-05-11, two groups that offer every shift every day, workers at home in both.
 */
export function ruleCase(
  parts: Partial<Omit<RosterProblem, 'workers'>> & { readonly workers?: readonly Worker[] } = {},
): RosterProblem {
  const days = Array.from({ length: 14 }, (_, day) => `2026-05-${String(11 + day)}`);
  return {
    name: 'rule-case',
    days,
    shifts,
    groups: ['counter', 'hotline'].map((id) => ({
      id,
      offers: days.map((_, day) => ({ day, shifts: shifts.map((shift) => shift.id), dayDuties: [] })),
    })),
    demand: [],
    workers: [workerOf()],
    pins: [],
    fairness: [],
    backupPairs: [],
    weights: { redeployed: 0, backup: 0, unstablePost: 0, shortRest: 0, uncoveredPair: 0 },
    ...parts,
  };
}

/** 8:30–12:00 and 13:00–18:00; 7:00–15:00; 22:00–6:00; 17:30–9:00; 18:00–24:00. */
const shifts: readonly ShiftType[] = [
  {
    id: 'day',
    segments: [
      { start: 510, end: 720 },
      { start: 780, end: 1080 },
    ],
    countedMinutes: 480,
    duties: [],
  },
  { id: 'early', segments: [{ start: 420, end: 900 }], countedMinutes: 480, duties: ['early'] },
  { id: 'night', segments: [{ start: 1320, end: 1800 }], countedMinutes: 480, duties: ['night'] },
  { id: 'long', segments: [{ start: 1050, end: 1980 }], countedMinutes: 930, duties: ['night'] },
  { id: 'evening', segments: [{ start: 1080, end: 1440 }], countedMinutes: 360, duties: ['late'] },
];

export function workerOf(
  parts: {
    readonly id?: string;
    readonly limits?: Partial<Worker['limits']>;
    readonly history?: Partial<Worker['history']>;
    readonly eligibility?: Worker['eligibility'];
    readonly unavailable?: Worker['unavailable'];
  } = {},
): Worker {
  const everywhere = { fromDay: 0, toDay: 13, role: 'home' } as const;
  return {
    id: parts.id ?? 'W1',
    eligibility: parts.eligibility ?? ['counter', 'hotline'].map((group) => ({ group, ...everywhere })),
    unavailable: parts.unavailable ?? [],
    limits: {
      dutyMinutesMax: 1440,
      restMinutesMin: 0,
      restMinutesWished: 0,
      workedDaysPerSevenMax: 7,
      nightBans: [],
      overtimeBans: [],
      hours: [],
      ...parts.limits,
    },
    history: { workedDaysBefore: [], lastDutyEnd: null, duties: {}, group: null, ...parts.history },
  };
}

/** `duty('day', 3)`: W1 works the day shift at the counter on day 3. */
export function duty(shift: string, day: number, { worker = 'W1', group = 'counter' } = {}): PlanAssignment {
  return { worker, day, shift, group };
}

/** The same shift on several days. */
export function duties(
  shift: string,
  days: readonly number[],
  who: { worker?: string; group?: string } = {},
): PlanAssignment[] {
  return days.map((day) => duty(shift, day, who));
}

/** Violations of one rule; any other rule that is broken fails the test, since then the facts test something else. */
export function broken(
  rule: HardRuleName,
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
): Violation[] {
  const { hardViolations } = checkPlan(problem, assignments);
  expect(hardViolations.filter((found) => found.rule !== rule)).toEqual([]);
  for (const { message, worker } of hardViolations) {
    for (const sentence of [message.zh, message.en]) {
      expect(sentence).toContain(worker);
      expect(sentence).toMatch(/\d{4}-\d{2}-\d{2}|#/u);
    }
  }
  return [...hardViolations];
}

/** The days of each violation: `[[3], [5, 6]]`. */
export function brokenDays(
  rule: HardRuleName,
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
): number[][] {
  return broken(rule, problem, assignments).map(({ days }) => [...days]);
}

/** Yuan that the plan costs by one rule; lawful facts only, and no other rule may cost anything. */
export function cost(rule: SoftRuleName, problem: RosterProblem, assignments: readonly PlanAssignment[]): number {
  const report = checkPlan(problem, assignments);
  expect(report.hardViolations).toEqual([]);
  expect(report.objective).toBe(report.costByRule[rule]);
  return report.costByRule[rule];
}
