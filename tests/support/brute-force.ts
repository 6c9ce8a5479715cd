import {
  checkPlan,
  type CheckReport,
  type HardRuleName,
  type PlanAssignment,
  type RosterProblem,
} from '../../solver/index.js';

export interface BruteForceResult {
  readonly objective: number;
  readonly assignments: readonly PlanAssignment[];
  /** Fewest missing person-minutes of any lawful plan, whatever that plan costs. */
  readonly missingMinutes: number;
  readonly plansTried: number;
}

/**
 * The optimum (the least first of `aims`, among those the least second, …) by trying every plan, as the independent checker sees it; undefined when no plan breaks no rule.
 * Every hard rule speaks about one worker alone, so unlawful schedules of a worker are dropped before combining.
 * For tiny problems only.
 */
export function bruteForce(
  problem: RosterProblem,
  {
    plansMax = 50_000,
    aims = (report) => [report.objective],
  }: { readonly plansMax?: number; readonly aims?: (report: CheckReport) => readonly number[] } = {},
): BruteForceResult | undefined {
  const schedules = problem.workers.map(({ id }) => lawfulSchedules(problem, id));
  const plansTried = schedules.reduce((product, own) => product * own.length, 1);
  if (plansTried > plansMax) throw new Error(`${plansTried} plans are too many to try`);
  let best: PlanAssignment[] | undefined;
  let least: readonly number[] = [];
  let objective = Infinity;
  let missingMinutes = Infinity;
  for (const plan of combinations(schedules)) {
    const report = checkPlan(problem, plan);
    missingMinutes = Math.min(missingMinutes, report.missingMinutes);
    const reached = aims(report);
    if (best !== undefined && !isLess(reached, least)) continue;
    least = reached;
    objective = report.objective;
    best = plan;
  }
  return best === undefined ? undefined : { objective, assignments: best, missingMinutes, plansTried };
}

/** Lexicographically; costs are binary fractions, and their sums exact. */
function isLess(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
}

/** How many plans `bruteForce` would have to try. */
export function countPlans(problem: RosterProblem): number {
  return problem.workers.reduce((product, { id }) => product * lawfulSchedules(problem, id).length, 1);
}

/** Rules that more work can mend, so that a single duty tells nothing about them. */
const minima: readonly HardRuleName[] = ['hoursMinimum', 'consecutiveShiftsMinimum', 'consecutiveDaysOffMinimum'];

function lawfulSchedules(problem: RosterProblem, worker: string): PlanAssignment[][] {
  let schedules: PlanAssignment[][] = [[]];
  for (const day of problem.days.keys()) {
    const duties = problem.groups.flatMap((group) => {
      const offered = group.offers.filter((offer) => offer.day === day).flatMap((offer) => offer.shifts);
      return [...new Set(offered)].map((shift) => ({ worker, day, shift, group: group.id }));
    });
    // Other days' pins would be missed by a single duty; this day's decide whether it may stand, in the past too.
    const pins = problem.pins.filter((pin) => pin.worker === worker && pin.day === day);
    const lawful = duties.filter((duty) =>
      checkPlan({ ...problem, pins }, [duty]).hardViolations.every(({ rule }) => minima.includes(rule)),
    );
    schedules = schedules.flatMap((schedule) => [schedule, ...lawful.map((duty) => [...schedule, duty])]);
  }
  return schedules.filter((schedule) =>
    checkPlan(problem, schedule).hardViolations.every((violation) => violation.worker !== worker),
  );
}

function* combinations(choices: readonly PlanAssignment[][][]): Generator<PlanAssignment[]> {
  const [first, ...rest] = choices;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const own of first) for (const others of combinations(rest)) yield [...own, ...others];
}
