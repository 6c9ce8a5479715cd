import { checkPlan } from '../../check/check-plan.js';
import { problemHash } from '../../formats/problem-hash.js';
import type { Certificate, Plan, PlanAssignment, SolveStatus, SoftRuleName } from '../../plan.js';
import type { RosterProblem } from '../../problem.js';

/** The plan of the whole out of the plans of its independent parts: every cost and every bound is the sum. */
export function mergePlans(
  problem: RosterProblem,
  plans: readonly Plan[],
  { hash, seconds, isCancelled }: { readonly hash: string; readonly seconds: number; readonly isCancelled: boolean },
): Plan {
  const certificates = plans.map(({ certificate }) => certificate);
  const first = certificates[0];
  if (first === undefined) throw new RangeError('No parts to merge');
  const sum = (figure: (certificate: Certificate) => number): number =>
    certificates.reduce((total, certificate) => total + figure(certificate), 0);
  const rules = Object.keys(first.costByRule) as SoftRuleName[];
  const costByRule = Object.fromEntries(
    rules.map((rule) => [rule, withoutNoise(sum((certificate) => certificate.costByRule[rule]))]),
  ) as Record<SoftRuleName, number>;
  const objective = Object.values(costByRule).reduce((total, cost) => total + cost, 0);
  const status = statusOf(certificates, isCancelled);
  const bound =
    status === 'optimal'
      ? objective
      : Math.min(
          objective,
          sum((certificate) => certificate.bound),
        );
  const place = new Map(problem.demand.map((demand, index) => [demandKey(demand), index]));
  return {
    assignments: plans
      .flatMap(({ assignments }) => assignments)
      .sort((one, other) => one.day - other.day || (one.worker < other.worker ? -1 : 1)),
    vacancies: plans
      .flatMap(({ vacancies }) => vacancies)
      .sort((one, other) => (place.get(demandKey(one)) ?? 0) - (place.get(demandKey(other)) ?? 0)),
    certificate: {
      status,
      objective,
      bound,
      gap: (objective - bound) / Math.max(1, Math.abs(objective)),
      costByRule,
      missingMinutes: sum(({ missingMinutes }) => missingMinutes),
      missingMinutesBound: sum(({ missingMinutesBound }) => missingMinutesBound),
      engine: first.engine,
      seed: first.seed,
      seconds,
      problemHash: hash,
      columns: sum(({ columns }) => columns),
      rows: sum(({ rows }) => rows),
    },
  };
}

/** What two searches of the same problem know together: the cheaper plan and the higher bounds. */
export function knownOfBoth(one: Plan, other: Plan): Plan {
  const [better, worse] = other.certificate.objective < one.certificate.objective ? [other, one] : [one, other];
  const { objective, missingMinutes, status } = better.certificate;
  const bound = Math.min(objective, Math.max(better.certificate.bound, worse.certificate.bound));
  const missingMinutesBound = Math.max(better.certificate.missingMinutesBound, worse.certificate.missingMinutesBound);
  return {
    ...better,
    certificate: {
      ...better.certificate,
      status: worse.certificate.status === 'optimal' ? 'optimal' : status,
      bound: worse.certificate.status === 'optimal' ? objective : bound,
      gap: worse.certificate.status === 'optimal' ? 0 : (objective - bound) / Math.max(1, Math.abs(objective)),
      missingMinutesBound: Math.min(missingMinutes, missingMinutesBound),
    },
  };
}

/** The pinned duties and nothing else: they break no rule unless the pins do or minima demand work. */
export function pinnedDuties({ pins }: RosterProblem): readonly PlanAssignment[] {
  return pins.flatMap(({ worker, day, assignment }) => (assignment === null ? [] : [{ worker, day, ...assignment }]));
}

/** A plan of duties that come without a certificate but for a bound that was proven before (0: no cost is less); null when they break a rule. */
export function unprovenPlan(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  { engine, seed, status, bound = 0 }: Pick<Certificate, 'engine' | 'seed' | 'status'> & { readonly bound?: number },
): Plan | null {
  const report = checkPlan(problem, assignments);
  if (report.hardViolations.length > 0) return null;
  const { vacancies, objective, costByRule, missingMinutes } = report;
  const proven = Math.min(objective, bound);
  return {
    assignments,
    vacancies,
    certificate: {
      status,
      objective,
      bound: proven,
      gap: (objective - proven) / Math.max(1, objective),
      costByRule,
      missingMinutes,
      missingMinutesBound: 0,
      engine,
      seed,
      seconds: 0,
      problemHash: problemHash(problem),
      columns: 0,
      rows: 0,
    },
  };
}

function statusOf(certificates: readonly Certificate[], isCancelled: boolean): SolveStatus {
  if (certificates.every(({ status }) => status === 'optimal')) return 'optimal';
  if (isCancelled) return 'cancelled';
  return certificates.some(({ status }) => status === 'limit-reached') ? 'limit-reached' : 'feasible';
}

/** Sums of binary fractions: a millionth of a yuan is noise. */
function withoutNoise(cost: number): number {
  return Math.round(cost * 1e6) / 1e6 + 0;
}

function demandKey({
  group,
  day,
  start,
}: {
  readonly group: string;
  readonly day: number;
  readonly start: number;
}): string {
  return `${group}|${day}|${start}`;
}
