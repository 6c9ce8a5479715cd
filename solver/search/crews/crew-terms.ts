import type { LinearModel } from '../../rules/linear-model.js';
import type { DutyColumn } from '../../rules/roster-model.js';

/** How many of a crew do a duty, as a column of the crew model. */
export interface CrewCell {
  readonly crew: number;
  readonly duty: DutyColumn;
  readonly column: number;
}

/** A column and its coefficient in a row. */
export type Term = readonly [number, number];

export function sumOf(terms: readonly Term[], values: Float64Array): number {
  return terms.reduce((sum, [column, coefficient]) => sum + coefficient * (values[column] ?? 0), 0);
}

export function addAtMost(linear: LinearModel, name: string, terms: readonly Term[], upper: number): void {
  linear.addRow({ name, rule: 'count', lower: -Infinity, upper, terms });
}

export function unit({ column }: CrewCell): Term {
  return [column, 1];
}

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

export function push<T, K>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
