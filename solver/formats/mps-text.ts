import type { MipModel } from '../engines/lp-engine.js';
import type { RosterProblem } from '../problem.js';
import { namedModel } from './named-model.js';

/**
 * The named model as free MPS text, the form that every solver reads. Readers differ about a constant of the objective and about the
 * bounds of whole numbers that go without saying: the constant is a column fixed at 1, and every bound is said.
 */
export function writeMps(problem: RosterProblem): string {
  const { mip, columns, rows, constant } = namedModel(problem);
  const kinds = rows.map((_, row) => kindOf(mip, row));
  return [
    `* ${problem.name.replaceAll(/\s+/g, ' ')}`,
    'NAME roster',
    'ROWS',
    ' N cost',
    ...rows.map((name, row) => ` ${kinds[row] ?? 'N'} ${name}`),
    'COLUMNS',
    ` constant cost ${constant}`,
    ...columnLines(mip, { rows, columns }),
    'RHS',
    ...rows.flatMap((name, row) => {
      const side = (kinds[row] === 'G' ? mip.rowLower[row] : mip.rowUpper[row]) ?? 0;
      return kinds[row] === 'N' || side === 0 ? [] : [` RHS ${name} ${side}`];
    }),
    'RANGES',
    ...rows.flatMap((name, row) => {
      const width = (mip.rowUpper[row] ?? 0) - (mip.rowLower[row] ?? 0);
      return width > 0 && width < Infinity ? [` RANGE ${name} ${width}`] : [];
    }),
    'BOUNDS',
    ' FX BOUND constant 1',
    ...columns.flatMap((name, column) => boundLines(name, mip.lower[column] ?? 0, mip.upper[column] ?? Infinity)),
    'ENDATA',
    '',
  ].join('\n');
}

function kindOf(mip: MipModel, row: number): 'E' | 'L' | 'G' | 'N' {
  const lower = mip.rowLower[row] ?? -Infinity;
  const upper = mip.rowUpper[row] ?? Infinity;
  if (lower === upper) return 'E';
  if (upper < Infinity) return 'L';
  return lower > -Infinity ? 'G' : 'N';
}

/** Whole numbers stand between markers. */
function columnLines(
  mip: MipModel,
  { rows, columns }: { readonly rows: readonly string[]; readonly columns: readonly string[] },
): readonly string[] {
  // A column without a row or a cost must be named all the same.
  const entries = columns.map((name, column) => [` ${name} cost ${mip.cost[column] ?? 0}`]);
  rows.forEach((name, row) => {
    for (let k = mip.rowStarts[row] ?? 0; k < (mip.rowStarts[row + 1] ?? 0); k += 1) {
      const column = mip.columnIndices[k] ?? 0;
      entries[column]?.push(` ${columns[column] ?? ''} ${name} ${mip.coefficients[k] ?? 0}`);
    }
  });
  const linesOf = (isInteger: 0 | 1): string[] =>
    entries.filter((_, column) => mip.isInteger[column] === isInteger).flat();
  return [...linesOf(0), " MARKER 'MARKER' 'INTORG'", ...linesOf(1), " MARKER 'MARKER' 'INTEND'"];
}

function boundLines(name: string, lower: number, upper: number): readonly string[] {
  if (lower === upper) return [` FX BOUND ${name} ${lower}`];
  return [
    lower > -Infinity ? ` LO BOUND ${name} ${lower}` : ` MI BOUND ${name}`,
    upper < Infinity ? ` UP BOUND ${name} ${upper}` : ` PL BOUND ${name}`,
  ];
}
