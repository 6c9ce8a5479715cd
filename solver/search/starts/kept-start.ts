import type { RosterProblem } from '../../problem.js';
import type { RosterModel } from '../../rules/roster-model.js';
import { rowGuard } from '../../rules/row-guard.js';

/** Whether the published roster is to be repaired: changes count before everything but vacancies. */
export function isRepair({ baseline }: RosterProblem): boolean {
  return baseline?.goal === 'repair';
}

/**
 * The published roster as far as it still stands: the pinned duties, then each published duty that no rule and no duty before it forbids.
 * A complete vector of the model; only for problems whose hard rules all merely forbid.
 */
export function keptStart(model: RosterModel): Float64Array {
  const values = new Float64Array(model.linear.columns.length);
  const guard = rowGuard(model, values);
  for (const duty of model.pinnedDuties()) guard.add(duty);
  for (const { worker, day, shift, group } of model.problem.baseline?.assignments ?? []) {
    const duty = model.dutiesOn(worker, day).find((one) => one.shift.id === shift && one.group === group);
    if (duty !== undefined && values[duty.column] !== 1 && guard.blockedBy(duty) === null) guard.add(duty);
  }
  return model.linear.complete(values);
}
