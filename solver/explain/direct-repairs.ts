import { KeptCheck } from '../check/kept-check.js';
import { localView } from './local-view.js';
import type { LocalCost } from './local-view.js';
import { movesBetween, repairMessage } from './vacancy-repairs.js';
import type { Repairing, VacancyRepair } from './vacancy-repairs.js';
import type { PlanAssignment } from '../plan.js';
import { coveringDuties } from './vacancy-units.js';

/** Two to choose from; the list of candidates has everybody. */
const directMax = 2;

/**
 * People who could simply take a duty at the vacancy on a day off, the cheapest first; everybody else's duties stand.
 * It needs no search, so it is there however busy the machine is, and one such person proves the vacancy avoidable.
 */
export function directRepairs({ problem, plan, facts, unit }: Omit<Repairing, 'conflict'>): readonly VacancyRepair[] {
  const view = localView(problem, plan.assignments);
  const options = coveringDuties(facts, unit.intervals.slice(0, 1)).flatMap(({ day, shift }) =>
    problem.workers.flatMap((worker) => {
      const own = view.dutiesOf(worker.id);
      const duty = { worker: worker.id, day, shift, group: unit.group };
      const after = [...own, duty];
      if (own.some((one) => one.day === day) || view.violations([worker], after).length > 0) return [];
      return [{ duty, cost: view.costs([worker], after) }];
    }),
  );
  const inOrder = options.toSorted((a, b) => a.cost.costDifference - b.cost.costDifference);
  // One shift a person: the cheapest.
  const people = new Map(inOrder.toReversed().map((option) => [option.duty.worker, option]));
  const best = inOrder.filter((option) => people.get(option.duty.worker) === option).slice(0, directMax);
  if (best.length === 0) return [];
  const kept = new KeptCheck(problem, plan.assignments);
  return best
    .map((option) => repairOf(kept, plan.assignments, option))
    .filter(({ filledMinutes }) => filledMinutes > 0);
}

function repairOf(
  kept: KeptCheck,
  assignments: readonly PlanAssignment[],
  { duty, cost }: { readonly duty: PlanAssignment; readonly cost: LocalCost },
): VacancyRepair {
  const change = { kind: 'insist', worker: duty.worker, shift: duty.shift } as const;
  const after = kept.changed(new Map([[duty.worker, [...kept.dutiesOf(duty.worker), duty]]]));
  const filledMinutes = kept.report.missingMinutes - after.report.missingMinutes;
  const moves = movesBetween(assignments, [...assignments, duty]);
  const price = { filledMinutes, ...cost };
  return { change, ...price, changedDays: moves.length, moves, message: repairMessage(kept.problem, change, price) };
}
