import type { MipModel } from '../../engines/lp-engine.js';
import type { CrewModel } from './crew-model.js';

/** Σ coefficient × column ≥ `lower`, true of every plan. */
interface RoundedRow {
  readonly name: string;
  readonly terms: readonly (readonly [number, number])[];
  readonly lower: number;
}

/**
 * Rows that cut the relaxed counts off. Who works on Saturday takes half a day off; relaxed, half of it falls in a morning and half in an
 * afternoon, so that half a person from elsewhere fills both gaps, where a plan needs a whole one. On a hall week that is nine tenths of
 * the distance between the relaxed model and the plan.
 *
 * For each group half the sum of its tight vacancy rows, less the limits of the crews who work mostly there, is rounded up
 * (mixed-integer rounding, Nemhauser and Wolsey 1988, II.1.7): halves of people become whole.
 */
export function crewRounding(crews: CrewModel, mip: MipModel, values: Float64Array): readonly RoundedRow[] {
  const whole = new Uint8Array(mip.isInteger);
  // Required people less people present: whole in every plan whose accounts are settled.
  for (const { column } of crews.vacancies) whole[column] = 1;
  const most = Math.max(...crews.crewRows.map(({ limits }) => limits.length), 0);
  const homes = homesOf(crews, values);
  return [...new Set(crews.vacancies.map(({ group }) => group))].flatMap((group) =>
    Array.from({ length: most }, (_, limit) => {
      const sum = halfSum(crews, { mip, values, group, homes: homes.get(group) ?? [], limit });
      return rounded(sum, { mip, whole, name: `rounding[${group},${limit}]` });
    })
      .filter((row) => row !== null)
      .filter(
        ({ terms, lower }) => terms.reduce((all, [column, a]) => all + a * (values[column] ?? 0), 0) < lower - 1e-4,
      )
      .slice(0, 1),
  );
}

/** The crews who work more in a group than in all others together, by group. */
function homesOf({ cells, crewRows }: CrewModel, values: Float64Array): ReadonlyMap<string, readonly number[]> {
  const worked = crewRows.map(() => new Map<string, number>());
  for (const { crew, duty, column } of cells) {
    const own = worked[crew];
    own?.set(duty.group, (own.get(duty.group) ?? 0) + (values[column] ?? 0));
  }
  const homes = new Map<string, number[]>();
  worked.forEach((groups, crew) => {
    const all = [...groups.values()].reduce((sum, days) => sum + days, 0);
    for (const [group, days] of groups) if (days > all / 2) homes.set(group, [...(homes.get(group) ?? []), crew]);
  });
  return homes;
}

/** Σ coefficient × column ≥ `lower`, a sum of the model's rows. */
interface RowSum {
  readonly coefficients: Map<number, number>;
  lower: number;
}

/** `limit`: which of the crews' own limits is added. */
function halfSum(
  crews: CrewModel,
  {
    mip,
    values,
    group,
    homes,
    limit,
  }: {
    readonly mip: MipModel;
    readonly values: Float64Array;
    readonly group: string;
    readonly homes: readonly number[];
    readonly limit: number;
  },
): RowSum {
  const sum: RowSum = { coefficients: new Map(), lower: 0 };
  const add = (row: number, weight: number): void => {
    const side = (weight > 0 ? mip.rowLower[row] : mip.rowUpper[row]) ?? 0;
    sum.lower += weight * side;
    for (let k = mip.rowStarts[row] ?? 0; k < (mip.rowStarts[row + 1] ?? 0); k += 1) {
      const column = mip.columnIndices[k] ?? 0;
      const part = weight * (mip.coefficients[k] ?? 0);
      for (const cell of crews.counted.get(column) ?? [column])
        sum.coefficients.set(cell, (sum.coefficients.get(cell) ?? 0) + part);
    }
  };
  const tightRows = new Map<number, number[]>();
  for (const { group: of, day, row } of crews.vacancies) {
    if (of !== group) continue;
    const rows = tightRows.get(day) ?? [];
    const fullest = mip.rowLower[rows[0] ?? -1] ?? 0;
    const required = mip.rowLower[row] ?? 0;
    if (required > fullest) tightRows.set(day, [row]);
    else if (required === fullest) rows.push(row);
  }
  for (const rows of tightRows.values()) for (const row of rows) add(row, 1 / 2);
  for (const crew of homes) {
    const { days, limits } = crews.crewRows[crew] ?? { days: new Map<number, number>(), limits: [] };
    const own = limits[limit];
    const isLimited = own !== undefined && isTight(mip, own, values) && largest(mip, own) > 0;
    if (isLimited) add(own, -1 / 2 / largest(mip, own));
    for (const [day, row] of days) {
      const covered = tightRows.get(day)?.length ?? 0;
      if (covered > 1 && isTight(mip, row, values)) add(row, isLimited ? -1 / 2 : -1);
    }
  }
  return sum;
}

function isTight(mip: MipModel, row: number, values: Float64Array): boolean {
  let sum = 0;
  for (let k = mip.rowStarts[row] ?? 0; k < (mip.rowStarts[row + 1] ?? 0); k += 1)
    sum += (mip.coefficients[k] ?? 0) * (values[mip.columnIndices[k] ?? 0] ?? 0);
  return Math.abs(sum - (mip.rowUpper[row] ?? 0)) < 1e-6;
}

function largest(mip: MipModel, row: number): number {
  return Math.max(...mip.coefficients.subarray(mip.rowStarts[row] ?? 0, mip.rowStarts[row + 1] ?? 0));
}

/** Round-off of sums of halves and thirds. */
const epsilon = 1e-9;

/** Mixed-integer rounding; null when the sum's lower side is whole, or a column may be negative. */
function rounded(
  { coefficients, lower }: RowSum,
  { mip, whole, name }: { readonly mip: MipModel; readonly whole: Uint8Array; readonly name: string },
): RoundedRow | null {
  const fraction = lower - Math.floor(lower + epsilon);
  if (fraction < 1e-6 || [...coefficients.keys()].some((column) => (mip.lower[column] ?? 0) < 0)) return null;
  const terms: [number, number][] = [];
  for (const [column, coefficient] of coefficients) {
    const down = Math.floor(coefficient + epsilon);
    const over = Math.max(0, coefficient - down);
    const up = whole[column] === 1 ? down + Math.min(over / fraction, 1) : Math.max(0, coefficient) / fraction;
    if (Math.abs(up) > epsilon) terms.push([column, up]);
  }
  return { name, terms, lower: Math.ceil(lower - epsilon) };
}
