import type { PlanAssignment, PlanVacancy, SoftRuleName } from '../plan.js';
import type { DutyColumn, RosterModel } from '../rules/roster-model.js';
import { isSolution } from '../engines/lp-engine.js';
import { softRules } from '../rules/index.js';
import { covers, runningIn } from '../rules/vacancy.js';
import { toMip } from './mip-model.js';

/** Assignments and vacancies of a complete vector, in the order of days. */
export function toPlanParts(
  model: RosterModel,
  values: Float64Array,
): {
  readonly assignments: readonly PlanAssignment[];
  readonly vacancies: readonly PlanVacancy[];
  readonly missingMinutes: number;
} {
  const duties = plannedDuties(model, values);
  const present = new Map<string, DutyColumn[]>();
  for (const duty of duties) {
    for (const day of duty.calendarDays) {
      const key = `${duty.group}|${day}`;
      const there = present.get(key);
      if (there === undefined) present.set(key, [duty]);
      else there.push(duty);
    }
  }
  const vacancies = model.problem.demand.flatMap((demand): readonly PlanVacancy[] => {
    const there = present.get(`${demand.group}|${demand.day}`) ?? [];
    const covering = there.filter((duty) => covers(duty.shift, duty.day, demand)).length;
    const missing = Math.max(0, demand.required - runningIn(model, demand) - covering);
    if (missing === 0) return [];
    const { group, day, start, end } = demand;
    return [{ group, day, start, end, missing, price: missing * demand.price }];
  });
  return {
    assignments: duties.map(toAssignment),
    vacancies,
    missingMinutes: vacancies.reduce((sum, { missing, start, end }) => sum + missing * (end - start), 0),
  };
}

/** Assignments of a complete vector, in the order of days. */
export function assignmentsOf(model: RosterModel, values: Float64Array): readonly PlanAssignment[] {
  return plannedDuties(model, values).map(toAssignment);
}

function plannedDuties(model: RosterModel, values: Float64Array): readonly DutyColumn[] {
  return model.duties
    .filter((duty) => (values[duty.column] ?? 0) > 0.5)
    .sort((a, b) => a.day - b.day || compare(a.worker.id, b.worker.id));
}

function toAssignment({ worker, day, shift, group }: DutyColumn): PlanAssignment {
  return { worker: worker.id, day, shift: shift.id, group };
}

/** The complete vector of these duties; null when the model has no column for one of them, or they break a hard rule. */
export function valuesOf(model: RosterModel, assignments: readonly PlanAssignment[]): Float64Array | null {
  const decisions = new Float64Array(model.linear.columns.length);
  for (const { worker, day, shift, group } of assignments) {
    const duty = model.dutiesOn(worker, day).find((one) => one.shift.id === shift && one.group === group);
    if (duty === undefined) return null;
    decisions[duty.column] = 1;
  }
  const values = model.linear.complete(decisions);
  return isSolution(toMip(model.linear, model.linear.costs()), values) ? values : null;
}

export function costByRule(model: RosterModel, values: Float64Array): Record<SoftRuleName, number> {
  const costs = Object.fromEntries(
    softRules.map((rule) => [rule.name, model.linear.constants.get(rule.name) ?? 0]),
  ) as Record<SoftRuleName, number>;
  for (const { rule, column, cost } of model.linear.costTerms) costs[rule] += cost * (values[column] ?? 0);
  // Sums of binary fractions: a millionth of a yuan is noise.
  for (const rule of softRules) costs[rule.name] = Math.round(costs[rule.name] * 1e6) / 1e6 + 0;
  return costs;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
