import type { Demand, ShiftType } from '../problem.js';
import { nameOf } from './linear-model.js';
import { minutesPerDay } from './roster-facts.js';
import type { RosterFacts } from './roster-facts.js';
import type { RosterModel, SoftRule } from './roster-model.js';

/** A shortfall is a column, not a contradiction: the model always has a plan, and the ledger its natural input. */
export const vacancy: SoftRule = {
  name: 'vacancy',
  addCosts(model) {
    const merged = new Map<
      string,
      { demand: Demand; counts: readonly number[]; required: number; price: number; minutes: number }
    >();
    for (const demand of model.problem.demand) {
      const required = demand.required - runningIn(model, demand);
      if (required <= 0) continue;
      const counts = coveringCounts(model, demand);
      // Intervals that the same shifts cover with the same requirement always lack the same number of people.
      const key = counts.length === 0 ? `uncovered|${merged.size}` : `${counts.join()}|${required}`;
      const same = merged.get(key);
      const minutes = demand.end - demand.start;
      if (same === undefined) merged.set(key, { demand, counts, required, price: demand.price, minutes });
      else Object.assign(same, { price: same.price + demand.price, minutes: same.minutes + minutes });
    }
    for (const { demand, counts, required, price, minutes } of merged.values()) {
      const parts = [demand.group, model.facts.dayName(demand.day), demand.start];
      const column = model.linear.addColumn({
        name: nameOf('missing', parts),
        lower: counts.length === 0 ? required : 0,
        upper: required,
        isInteger: false,
        settle: (values) => Math.max(0, required - counts.reduce((sum, count) => sum + (values[count] ?? 0), 0)),
      });
      model.vacancies.push({ column, minutes });
      model.linear.addCost('vacancy', column, price);
      if (counts.length === 0) continue;
      model.linear.addRow({
        name: nameOf('vacancy', parts),
        rule: 'vacancy',
        lower: required,
        upper: Infinity,
        terms: [...counts.map((count) => [count, 1] as const), [column, 1]],
      });
    }
  },
};

/** People whose duty from before the horizon lasts through the whole interval. */
export function runningIn(model: Pick<RosterModel, 'problem'>, demand: Demand): number {
  return model.problem.workers.filter(
    ({ history }) =>
      history.running?.group === demand.group && demand.day * minutesPerDay + demand.end <= history.running.until,
  ).length;
}

/** Whether a shift that starts on `day` is present throughout the demand interval. */
export function covers(shift: ShiftType, day: number, demand: Demand): boolean {
  const offset = (demand.day - day) * minutesPerDay;
  return shift.segments.some((segment) => segment.start <= demand.start + offset && demand.end + offset <= segment.end);
}

/** The shifts, by the day on which they start, that are present throughout the interval. */
export function coveringShifts(
  facts: RosterFacts,
  demand: Demand,
): readonly { readonly day: number; readonly shift: ShiftType }[] {
  const last = Math.max(0, ...facts.problem.shifts.map((shift) => shift.segments.at(-1)?.end ?? 0));
  const first = Math.max(0, demand.day - Math.ceil(last / minutesPerDay));
  return Array.from({ length: demand.day - first + 1 }, (_, index) => first + index).flatMap((day) =>
    facts.offered(demand.group, day).flatMap((shift) => (covers(shift, day, demand) ? [{ day, shift }] : [])),
  );
}

/** The counts of all shifts that are present throughout the interval. */
export function coveringCounts(model: RosterModel, demand: Demand): readonly number[] {
  return coveringShifts(model.facts, demand).flatMap(({ day, shift }) => {
    const count = model.countOf(demand.group, day, shift.id);
    return count === null ? [] : [count];
  });
}
