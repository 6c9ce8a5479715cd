import { exchangesWith, lawfulColleagues, type RosterProblem, type Violation } from '../../solver/index.js';
import type { Roster } from '../domain/rostering/roster.js';
import { present } from '../shared/assert.js';
import type { CivilDate } from '../shared/civil-date.js';
import type { LocalText } from '../shared/text.js';
import { planAssignments } from './recheck.js';
import { ruleSource } from './to-roster.js';

/** What one person's duty for another's would mean, judged by the independent checker on the roster in force. */
export interface Exchange {
  /** The day of the duty given in return; null = none. */
  readonly otherDate: CivilDate | null;
  /** Hard rules that it would break, with the law or clause; empty when it may be done. */
  readonly violations: readonly { readonly worker: string; readonly message: LocalText; readonly source: LocalText }[];
  /** Yuan of the objective that it adds, by rule; null when it may not be done. */
  readonly cost: { readonly costDifference: number; readonly costByRule: Readonly<Record<string, number>> } | null;
}

type InForce = Pick<Roster, 'assignments' | 'to'>;

/** Every way in which `other` could have the duty: as a gift, where they are free that day, or for each duty of theirs. */
export function exchangesOf(
  problem: RosterProblem,
  roster: InForce,
  { worker, date, other }: { readonly worker: string; readonly date: CivilDate; readonly other: string },
): Exchange[] {
  const day = problem.days.indexOf(date);
  return exchangesWith(problem, planAssignments(problem, roster), { worker, day, other })
    .filter(({ kind, gives }) => kind === 'swaps' || gives === null)
    .map(({ gives, violations, cost }) => ({
      otherDate: gives === null ? null : (present(problem.days[gives.day], 'day') as CivilDate),
      violations: violations.map(toViolation),
      cost,
    }));
}

/** Who could lawfully have the duty in one way or another. */
export function colleaguesFor(
  problem: RosterProblem,
  roster: InForce,
  { worker, date }: { readonly worker: string; readonly date: CivilDate },
): readonly string[] {
  return lawfulColleagues(problem, planAssignments(problem, roster), { worker, day: problem.days.indexOf(date) });
}

function toViolation({ rule, worker, message }: Violation): Exchange['violations'][number] {
  return { worker, message, source: ruleSource(rule) };
}
