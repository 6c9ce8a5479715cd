import type { DutyKind, FairnessRule, RosterProblem, Worker } from '../problem.js';
import { dutiesOf, type Duty, type Facts } from './facts.js';

/** The growth of the squares of everybody's burden: the next one is dearest for who carries most already. */
export function costFairness(facts: Facts): number {
  let cost = 0;
  for (const rule of facts.problem.fairness) {
    const least = leastCarried(facts.problem, rule);
    for (const worker of workersOf(facts.problem, rule))
      cost += burdenGrowth(rule, least, { worker, duties: dutiesOf(facts, worker) });
  }
  return cost;
}

function workersOf({ workers }: RosterProblem, rule: FairnessRule): Worker[] {
  const concerned = new Set(rule.workers);
  return workers.filter(({ id }) => concerned.has(id));
}

/** What the least burdened of the rule's people bring into the plan. */
export function leastCarried(problem: RosterProblem, rule: FairnessRule): number {
  return Math.min(...workersOf(problem, rule).map((worker) => worker.history.duties[rule.duty] ?? 0));
}

/** What one person's duties add to the squares under one rule. */
export function burdenGrowth(
  rule: FairnessRule,
  least: number,
  { worker, duties }: { readonly worker: Worker; readonly duties: readonly Duty[] },
): number {
  const before = (worker.history.duties[rule.duty] ?? 0) - least;
  const after = before + duties.filter((duty) => carries(duty, rule.duty)).length;
  return rule.weight * (after ** 2 - before ** 2);
}

function carries({ shift, offer }: Duty, kind: DutyKind): boolean {
  return shift.duties.includes(kind) || (offer?.dayDuties.includes(kind) ?? false);
}
