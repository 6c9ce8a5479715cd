import {
  checkPlan,
  problemHash,
  readProblem,
  worseThan,
  type CheckReport,
  type PlanAssignment,
  type RosterProblem,
} from '../../solver/index.js';
import type { Roster, RosterVacancy } from '../domain/rostering/roster.js';
import { buildProblem } from './build-problem.js';
import { hasSameObjective } from './solve.js';
import type { PlanningFacts } from './planning-facts.js';
import { present } from '../shared/assert.js';
import { clockText, minutesPerDay, parseClock } from '../shared/interval.js';
import { done, type Result } from '../shared/result.js';
import type { LocalText } from '../shared/text.js';

/**
 * Whether a stored roster is what its certificate says: the problem kept beside it is the one that the certificate
 * names, and a recount of the roster under that problem finds the same hard violations (none, but for an exchange in a
 * roster that had some), the same costs and the same vacancies.
 */
export function isProven(
  problemJson: string,
  roster: Pick<Roster, 'assignments' | 'to' | 'vacancies' | 'certificate'>,
): boolean {
  const read = readProblem(JSON.parse(problemJson));
  const { certificate } = roster;
  if (!read.ok || problemHash(read.problem) !== certificate.problemHash) return false;
  const check = checkPlan(read.problem, planAssignments(read.problem, roster));
  return (
    hasSameObjective({ objective: certificate.objective, check: certificate.check }) &&
    hasSameObjective({ objective: certificate.objective, check }) &&
    hasSameFigures(certificate, check) &&
    sameMinutes(missingBy(roster.vacancies), missingBy(vacanciesOn(read.problem, check))) &&
    sentences(check.hardViolations) === sentences(certificate.check.hardViolations)
  );
}

/** Costs by rule and missing minutes as counted, and bound, gap and status that fit together. */
function hasSameFigures(
  { status, objective, bound, gap, costByRule, missingMinutes }: Certificate,
  check: CheckReport,
) {
  const scale = Math.max(1, Math.abs(objective));
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= figureTolerance * scale;
  return (
    Object.entries(check.costByRule).every(([rule, cost]) => isNear(costByRule[rule] ?? 0, cost)) &&
    missingMinutes === check.missingMinutes &&
    (bound < objective || isNear(bound, objective)) &&
    isNear(gap * scale, Math.max(0, objective - bound)) &&
    (status !== 'optimal' || isNear(bound, objective))
  );
}

type Certificate = Roster['certificate'];
/** Relative to the objective; floating point explains less. */
const figureTolerance = 1e-6;

type Missing = Pick<RosterVacancy, 'postGroup' | 'date' | 'interval' | 'missing'>;

function vacanciesOn({ days }: RosterProblem, check: CheckReport): Missing[] {
  return check.vacancies.map(({ group, day, start, end, missing }) => ({
    postGroup: group,
    date: present(days[day], `day ${day}`) as RosterVacancy['date'],
    interval: `${clockText(start)}-${end === minutesPerDay ? '24:00' : clockText(end)}`,
    missing,
  }));
}

/** Missing people by group, day and minute: a roster tells intervals that follow one another as one. */
function missingBy(vacancies: readonly Missing[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { postGroup, date, interval, missing } of vacancies) {
    const [start = 0, end = 0] = interval.split('-').map((clock) => parseClock(clock) ?? 0);
    for (let minute = start; minute < end; minute += 1) {
      const key = `${postGroup} ${date} ${minute}`;
      counts.set(key, (counts.get(key) ?? 0) + missing);
    }
  }
  return counts;
}

function sameMinutes(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([key, missing]) => other.get(key) === missing);
}

function sentences(violations: readonly { readonly message: LocalText }[]): string {
  return violations
    .map(({ message }) => message.zh)
    .sort()
    .join('\n');
}

/** Of the violations that a roster now has, those that what is in force doesn't have, or not as badly. */
export function worseThanInForce(
  facts: PlanningFacts,
  roster: Checked,
  inForce: Checked,
): Result<CheckReport['hardViolations']> {
  const standing = violationsNow(facts, inForce);
  const now = violationsNow(facts, roster);
  return standing.ok && now.ok ? done(worseThan(standing.value, now.value)) : now;
}

type Checked = Pick<Roster, 'assignments' | 'to'>;

/**
 * Hard rules that the roster breaks as things stand now: leave approved since it was planned, another version of the
 * week before, published days after it. What was pinned or published meanwhile is no rule for it.
 */
export function violationsNow(facts: PlanningFacts, roster: Checked): Result<CheckReport['hardViolations']> {
  const problem = buildProblem({ ...facts, pins: [] });
  if (!problem.ok) return problem;
  return done(checkPlan({ ...problem.value, pins: [] }, planAssignments(problem.value, roster)).hardViolations);
}

/** The roster in the solver's terms, together with the published duties after it that the problem holds as pins. */
export function planAssignments(
  { days, pins }: RosterProblem,
  roster: Pick<Roster, 'assignments' | 'to'>,
): PlanAssignment[] {
  const index = new Map(days.map((date, day) => [date, day]));
  const lastDay = index.get(roster.to) ?? days.length;
  return [
    ...roster.assignments.map(({ worker, date, shift, postGroup }) => ({
      worker,
      day: index.get(date) ?? -1,
      shift,
      group: postGroup,
    })),
    ...pins.flatMap(({ worker, day, assignment }) =>
      day > lastDay && assignment !== null ? [{ worker, day, ...assignment }] : [],
    ),
  ];
}
