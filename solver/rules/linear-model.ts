import type { RuleName, SoftRuleName } from '../plan.js';

/** A column of the mixed-integer model. Every column is at least `lower`, at most `upper` (both may be infinite). */
export interface Column {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly isInteger: boolean;
  /**
   * For a column that only accounts for decisions made elsewhere: its cheapest lawful value, computed from the
   * columns before it. Absent for the decisions themselves.
   */
  readonly settle?: (values: Float64Array) => number;
}

/** lower ≤ Σ coefficient × column ≤ upper. */
export interface Row {
  readonly name: string;
  readonly rule: RuleName | 'count';
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  /** Whom and which days a hard row is about, to explain pins that break it. */
  readonly about?: { readonly worker: string; readonly days: readonly number[] };
}

export interface CostTerm {
  readonly rule: SoftRuleName;
  readonly column: number;
  readonly cost: number;
}

/** A column or row that is named after its rule and what it is about: `minimumRest[W017,2026-05-04]`. */
export function nameOf(stem: string, parts: readonly (string | number)[]): string {
  return `${stem}[${parts.join(',')}]`;
}

/** Collects named columns, rows and costs; each cost remembers the rule that it belongs to. */
export class LinearModel {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];
  readonly costTerms: CostTerm[] = [];
  readonly constants = new Map<SoftRuleName, number>();

  addColumn(column: Column): number {
    return this.columns.push(column) - 1;
  }

  addRow(
    row: Omit<Row, 'columns' | 'coefficients'> & { readonly terms: readonly (readonly [number, number])[] },
  ): void {
    const { terms, ...rest } = row;
    // A night duty works two days of one window: its column may come twice, and the engines want it once.
    const merged = new Map<number, number>();
    for (const [column, coefficient] of terms) merged.set(column, (merged.get(column) ?? 0) + coefficient);
    this.rows.push({ ...rest, columns: [...merged.keys()], coefficients: [...merged.values()] });
  }

  addCost(rule: SoftRuleName, column: number, cost: number): void {
    if (cost !== 0) this.costTerms.push({ rule, column, cost });
  }

  addConstant(rule: SoftRuleName, cost: number): void {
    this.constants.set(rule, (this.constants.get(rule) ?? 0) + cost);
  }

  /** The objective's coefficient of every column. */
  costs(): Float64Array {
    const costs = new Float64Array(this.columns.length);
    for (const { column, cost } of this.costTerms) costs[column] = (costs[column] ?? 0) + cost;
    return costs;
  }

  constant(): number {
    return [...this.constants.values()].reduce((sum, cost) => sum + cost, 0);
  }

  /** Completes the decisions in `values` with the cheapest value of every accounting column, in place. */
  complete(values: Float64Array): Float64Array {
    this.columns.forEach((column, index) => {
      if (column.settle !== undefined) values[index] = column.settle(values);
    });
    return values;
  }
}

/** A row's activity under a complete vector. */
export function activity(row: Row, values: Float64Array): number {
  const { columns, coefficients } = row;
  let sum = 0;
  for (let k = 0; k < columns.length; k += 1) sum += (coefficients[k] ?? 0) * (values[columns[k] ?? 0] ?? 0);
  return sum;
}
