import {
  checkPlan,
  solveRoster,
  type CheckReport,
  type Plan,
  type RosterProblem,
  type SolveOptions,
} from '../../solver/index.js';
import { done, refuse, type Result } from '../shared/result.js';

export type { Progress } from '../../solver/index.js';

/** A plan with the verdict of the checker, which shares no code with the solver's rows. */
export interface CheckedPlan {
  readonly plan: Plan;
  readonly check: CheckReport;
}

/** Relative difference of two objectives that floating point explains. */
const objectiveTolerance = 1e-6;

/**
 * Solves and checks. A plan that the checker doesn't confirm is returned all the same, with its violations: it may be
 * looked at, never published (`isConfirmed`). Refuses `plan-rejected` when there is no plan at all: pins that break a
 * law or each other, or a limit or a cancellation before the first plan.
 */
export async function solveProblem(problem: RosterProblem, options: SolveOptions): Promise<Result<CheckedPlan>> {
  const pinned = pinConflicts(problem);
  if (pinned.length > 0) return refusedPins(pinned);
  const outcome = await solveRoster(problem, options);
  if (outcome.kind === 'plan') return done({ plan: outcome.plan, check: checkPlan(problem, outcome.plan.assignments) });
  if (outcome.status === 'infeasible') return refusedPins(outcome.conflicts);
  if (outcome.status === 'cancelled') {
    return refuse('plan-rejected', {
      zh: '已取消，尚未得到任何可用的排班。请重新排班。',
      en: 'Cancelled before there was any roster to keep: plan again.',
    });
  }
  return refuse('plan-rejected', {
    zh: `用时 ${outcome.seconds.toFixed(0)} 秒，达到时限仍无可用的排班。请延长时限、缩短日期范围，或改用 highs 求解器。`,
    en: `The limit was reached after ${outcome.seconds.toFixed(0)} s without any roster: allow more time, plan fewer days, or use the engine highs.`,
  });
}

/** The checker found no hard violation, and its objective is the solver's. */
export function isConfirmed(
  claim: Claim & { readonly check: { readonly hardViolations: readonly unknown[] } },
): boolean {
  return claim.check.hardViolations.length === 0 && hasSameObjective(claim);
}

interface Claim {
  readonly objective: number;
  readonly check: { readonly objective: number };
}

/** The checker's objective is the one claimed, but for round-off. */
export function hasSameObjective({ objective, check }: Claim): boolean {
  return Math.abs(objective - check.objective) <= objectiveTolerance * Math.max(1, Math.abs(objective));
}

type Conflict = Pick<CheckReport['hardViolations'][number], 'rule' | 'worker' | 'days' | 'message'>;

/** Hard rules only forbid, so a problem lacks a plan exactly when its pinned duties alone break one (solver/README.md). */
function pinConflicts({ pins, ...problem }: RosterProblem): readonly Conflict[] {
  const assignments = pins.flatMap(({ worker, day, assignment }) =>
    assignment === null ? [] : [{ worker, day, ...assignment }],
  );
  return checkPlan({ ...problem, pins }, assignments).hardViolations;
}

/** The conflicts' messages are whole sentences. */
function refusedPins(conflicts: readonly Conflict[]): Result<never> {
  return refuse(
    'plan-rejected',
    {
      zh: `固定安排无法成立：${conflicts.map(({ message }) => message.zh).join('')}请修改或取消相应的固定安排；已发布的往日不能改动，必要时请从今天起排班。`,
      en: `The pinned duties can't stand: ${conflicts.map(({ message }) => message.en).join(' ')} Change or drop these pins; published days that are past stay as they were, so start the plan today if need be.`,
    },
    { conflicts },
  );
}
