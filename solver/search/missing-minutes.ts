import { greatestCommonDivisor } from '../rules/overtime.js';
import type { RosterModel } from '../rules/roster-model.js';

/** Of a bound, in units. */
const roundOff = 1e-6;

/** Missing person-minutes of a complete vector. */
export function missingMinutesOf({ vacancies }: RosterModel, values: Float64Array): number {
  return vacancies.reduce((sum, { column, minutes }) => sum + minutes * (values[column] ?? 0), 0);
}

/** Missing minutes are whole people times whole intervals: a bound rises to their common unit. */
export function wholeMinutes({ vacancies }: RosterModel, bound: number): number {
  const unit = vacancies.reduce((divisor, { minutes }) => greatestCommonDivisor(divisor, minutes), 0);
  return unit === 0 ? 0 : Math.max(0, Math.ceil(bound / unit - roundOff) * unit);
}
