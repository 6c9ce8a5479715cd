import type { MipModel } from '../../engines/lp-engine.js';
import type { RosterProblem } from '../../problem.js';
import { greatestCommonDivisor } from '../../rules/overtime.js';
import type { RosterModel } from '../../rules/roster-model.js';
import { roundOff } from '../whole-objective.js';

/** Prices of change are whole multiples of a hundredth of a yuan. */
const hundredths = 100;
/** Round-off of a bound that sums thousands of prices, in the unit of the changes: a hundredth of a yuan. */
export const boundTolerance = 1e-3;

/** How the first two aims of a repair become one number: `weight` × missing minutes ÷ `unit` + yuan of changes. */
export interface AimScale {
  /** All missing minutes are multiples of it. */
  readonly unit: number;
  /** More than all changes together can cost; a multiple of `step`. */
  readonly weight: number;
  /** All changes are multiples of it, in yuan; 0 when they have no common measure. */
  readonly step: number;
}

export function aimScale({ baseline, days, demand, workers }: RosterProblem): AimScale {
  const unit = Math.max(
    1,
    demand.reduce((divisor, { start, end }) => greatestCommonDivisor(divisor, end - start), 0),
  );
  const dayCosts = days.map((_, day) => baseline?.changeCost[day] ?? 0);
  const step = commonStep(dayCosts);
  const allChanges = dayCosts.reduce((sum, cost) => sum + cost * workers.length, 0);
  return { unit, step, weight: step === 0 ? allChanges + 1 : (Math.floor(allChanges / step) + 1) * step };
}

function commonStep(costs: readonly number[]): number {
  const scaled = costs.map((cost) => Math.round(cost * hundredths));
  const isExact = costs.every((cost, index) => Math.abs(cost * hundredths - (scaled[index] ?? 0)) < 1e-6);
  return isExact ? scaled.reduce(greatestCommonDivisor, 0) / hundredths : 0;
}

/** Both aims together are whole steps: a bound rises to the next one. */
export function raised(bound: number, { step }: AimScale): number {
  return step === 0 ? bound : Math.ceil((bound - boundTolerance) / step) * step;
}

/** Missing person-minutes, and yuan of changes. */
export interface AimValues {
  readonly minutes: number;
  readonly changes: number;
}

/** What a plan that meets a bound of both aims together has of each: changes cost less than `weight`, so what is left over is changes. */
export function leastAt(bound: number, { unit, weight, step }: AimScale): AimValues {
  const units = Math.max(0, Math.floor((bound + boundTolerance) / weight));
  const changes = Math.max(0, bound - units * weight);
  // Without a step the bound was not rounded, and may be a little below what can be.
  return { minutes: units * unit, changes: step === 0 ? changes + boundTolerance : changes };
}

/** The two aims as costs of a model's columns. */
export interface Aims {
  readonly scale: AimScale;
  /** Missing person-minutes. */
  readonly minutes: Float64Array;
  /** Yuan of changes, without `changeConstant`. */
  readonly changes: Float64Array;
  readonly changeConstant: number;
  /** The model with both aims as its cost, again without the constant. */
  readonly both: MipModel;
}

export function aimsOf(model: RosterModel, mip: MipModel, scale: AimScale): Aims {
  const minutes = new Float64Array(mip.cost.length);
  for (const vacancy of model.vacancies) minutes[vacancy.column] = vacancy.minutes;
  const changes = new Float64Array(mip.cost.length);
  for (const { rule, column, cost } of model.linear.costTerms)
    if (rule === 'baselineChange') changes[column] = (changes[column] ?? 0) + cost;
  const cost = minutes.map((value, column) => (value / scale.unit) * scale.weight + (changes[column] ?? 0));
  const changeConstant = model.linear.constants.get('baselineChange') ?? 0;
  return { scale, minutes, changes, changeConstant, both: { ...mip, cost } };
}

/** What a proven bound of both aims says about each, for a plan. */
export interface Levels {
  readonly missingMinutesBound: number;
  readonly changeCostBound: number;
  /** Whether nothing better than the plan is left in either. */
  readonly isProven: boolean;
}

export function levelsOf(
  { scale, minutes, changes, changeConstant }: Aims,
  { values, bound }: { readonly values: Float64Array; readonly bound: number },
): Levels {
  const missing = sumOf(minutes, values);
  const least = leastAt(bound, scale);
  const isFewest = least.minutes >= missing - roundOff;
  const changeCost = sumOf(changes, values) + changeConstant;
  const changeCostBound = isFewest
    ? Math.min(changeCost, Math.max(0, bound - (missing / scale.unit) * scale.weight))
    : 0;
  return {
    missingMinutesBound: Math.min(missing, least.minutes),
    changeCostBound,
    isProven: isFewest && changeCost <= changeCostBound + boundTolerance,
  };
}

export function sumOf(costs: Float64Array, values: Float64Array): number {
  return costs.reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0);
}
