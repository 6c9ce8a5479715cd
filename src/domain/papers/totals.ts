import { sumFen, type Fen } from '../../shared/fen.js';
import { sumHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import type { PaperColumn, PaperTable, PaperTotal, PaperValue } from './paper.js';

type Rows = PaperTable['rows'];

/** A total over the rows: counted and summed by each column's kind. */
export function totalOf(
  columns: readonly PaperColumn[],
  rows: Rows,
  total: Pick<PaperTotal, 'label' | 'where'> & { readonly over: readonly string[] },
): PaperTotal {
  const { label, where, over } = total;
  const some = where === null ? rows : rows.filter((row) => row[where.column] === where.equals);
  const sums = Object.fromEntries(
    columns
      .filter(({ key }) => over.includes(key))
      .map(({ key, kind }) => [
        key,
        sumOf(
          kind,
          some.map((row) => row[key] ?? null),
        ),
      ]),
  );
  return { label: `${label}\u3000${some.length} 行`, where, sums };
}

function sumOf(kind: PaperColumn['kind'], values: readonly PaperValue[]): PaperValue {
  if (kind === 'units') return sumHeadcountDays(values.flatMap((value) => (isQuantity(value) ? [value] : [])));
  const numbers = values.flatMap((value) => (typeof value === 'number' ? [value] : []));
  return kind === 'yuan' ? sumFen(numbers as Fen[]) : numbers.reduce((sum, number) => sum + number, 0);
}

export function isQuantity(value: PaperValue): value is HeadcountDays {
  return typeof value === 'object' && value !== null;
}
