import {
  checkPlan,
  problemHash,
  readProblem,
  worseThan,
  type CheckReport,
  type PlanAssignment,
  type RosterProblem,
} from '../../solver/index.js';
import type { Roster } from '../domain/rostering/roster.js';
import { buildProblem } from './build-problem.js';
import { hasSameObjective } from './solve.js';
import type { PlanningFacts } from './planning-facts.js';
import { done, type Result } from '../shared/result.js';
import type { LocalText } from '../shared/text.js';

/**
 * Whether a stored roster is what its certificate says: the problem kept beside it is the one that the certificate
 * names, and a recount of the roster under that problem finds the same hard violations (none, but for an exchange in a
 * roster that had some) and the same objective.
 */
export function isProven(problemJson: string, roster: Pick<Roster, 'assignments' | 'to' | 'certificate'>): boolean {
  const read = readProblem(JSON.parse(problemJson));
  const { certificate } = roster;
  if (!read.ok || problemHash(read.problem) !== certificate.problemHash) return false;
  const check = checkPlan(read.problem, planAssignments(read.problem, roster));
  return (
    hasSameObjective({ objective: certificate.objective, check: certificate.check }) &&
    hasSameObjective({ objective: certificate.objective, check }) &&
    sentences(check.hardViolations) === sentences(certificate.check.hardViolations)
  );
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
