import type { HardRuleName } from '../plan.js';
import { activity } from './linear-model.js';
import type { Row } from './linear-model.js';
import type { DutyColumn, RosterModel } from './roster-model.js';

const tolerance = 1e-9;

/** Hard rules whose rows count with columns of their own. */
const helpedRules: ReadonlySet<string> = new Set<HardRuleName>(['weeklyRest', 'weekendsMaximum']);

/** A growing plan, watched against the hard rows one duty at a time. */
export interface RowGuard {
  /** The first hard rule that adding the duty would break; null when it may be added. */
  blockedBy(duty: DutyColumn): HardRuleName | null;
  add(duty: DutyColumn): void;
  remove(duty: DutyColumn): void;
}

/**
 * Watches `values` (changed in place). Hard rows that only forbid are broken by duties that they touch, so checking those is
 * enough. Of minima it sees only that a duty would leave a short run, never that work is missing.
 */
export function rowGuard(model: RosterModel, values: Float64Array): RowGuard {
  const { columns, rows } = model.linear;
  const rowsOf = new Map<number, Row[]>();
  // A worked day's or weekend's column is tied to duties by rows of its own, which name no days; a duty touches its windows too.
  const helpersOf = new Map<number, number[]>();
  for (const row of rows) {
    const helper = row.columns.find((column) => columns[column]?.settle !== undefined);
    for (const column of row.columns) {
      if (row.about !== undefined) append(rowsOf, column, row);
      else if (helpedRules.has(row.rule) && helper !== undefined && helper !== column)
        append(helpersOf, column, helper);
    }
  }
  const set = (duty: DutyColumn, value: number): void => {
    values[duty.column] = value;
    for (const helper of helpersOf.get(duty.column) ?? []) values[helper] = columns[helper]?.settle?.(values) ?? 0;
  };
  return {
    blockedBy(duty) {
      if (values[duty.column] === 1) return 'oneDutyAtATime';
      set(duty, 1);
      const touched = [duty.column, ...(helpersOf.get(duty.column) ?? [])].flatMap(
        (column) => rowsOf.get(column) ?? [],
      );
      const broken = touched.find((row) => activity(row, values) > row.upper + tolerance);
      set(duty, 0);
      return broken === undefined ? null : (broken.rule as HardRuleName);
    },
    add(duty) {
      set(duty, 1);
    },
    remove(duty) {
      set(duty, 0);
    },
  };
}

function append<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
