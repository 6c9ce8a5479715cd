import {
  checkPlan,
  problemHash,
  readProblem,
  type CheckReport,
  type PlanAssignment,
  type RosterProblem,
} from '../../solver/index.js';
import type { Roster } from '../domain/rostering/roster.js';
import { buildProblem } from './build-problem.js';
import { isConfirmed } from './solve.js';
import type { PlanningFacts } from './planning-facts.js';
import { done, type Result } from '../shared/result.js';

/**
 * Whether a stored roster is what its certificate says: the problem kept beside it is the one that the certificate
 * names, and a recount of the roster under that problem finds no hard violation and the same objective.
 */
export function isProven(problemJson: string, roster: Pick<Roster, 'assignments' | 'to' | 'certificate'>): boolean {
  const read = readProblem(JSON.parse(problemJson));
  const { certificate } = roster;
  if (!read.ok || problemHash(read.problem) !== certificate.problemHash || !isConfirmed(certificate)) return false;
  const check = checkPlan(read.problem, planAssignments(read.problem, roster));
  return isConfirmed({ objective: certificate.objective, check });
}

/**
 * Hard rules that the roster breaks as things stand now: leave approved since it was planned, another version of the
 * week before, published days after it. What was pinned or published meanwhile is no rule for it.
 */
export function violationsNow(
  facts: PlanningFacts,
  roster: Pick<Roster, 'assignments' | 'to'>,
): Result<CheckReport['hardViolations']> {
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
