import type { MipModel } from '../engines/lp-engine.js';
import type { RosterProblem } from '../problem.js';
import { namedModel } from './named-model.js';

const lineLength = 200;

/**
 * The named model as CPLEX LP text, for any other solver (HiGHS, CBC, GLPK read it). A constant of the objective is a column `constant`
 * fixed at 1.
 */
export function writeLp(problem: RosterProblem): string {
  const { mip, columns, rows, constant } = namedModel(problem);
  const objective = [...mip.cost].flatMap((cost, column) => (cost === 0 ? [] : [term(cost, columns[column] ?? '')]));
  return [
    `\\ ${problem.name.replaceAll(/\s+/g, ' ')}`,
    'Minimize',
    ...wrapped(' cost:', [...objective, term(constant, 'constant')]),
    'Subject To',
    ...constraintLines(mip, { rows, columns }),
    'Bounds',
    ' constant = 1',
    ...columns.map(
      (name, column) => ` ${number(mip.lower[column] ?? 0)} <= ${name} <= ${number(mip.upper[column] ?? 0)}`,
    ),
    'Generals',
    ...wrapped(
      '',
      columns.filter((_, column) => mip.isInteger[column] === 1).map((name) => ` ${name}`),
    ),
    'End',
    '',
  ].join('\n');
}

function constraintLines(
  mip: MipModel,
  { rows, columns }: { readonly rows: readonly string[]; readonly columns: readonly string[] },
): readonly string[] {
  return rows.flatMap((name, row) => {
    const terms: string[] = [];
    for (let k = mip.rowStarts[row] ?? 0; k < (mip.rowStarts[row + 1] ?? 0); k += 1) {
      terms.push(term(mip.coefficients[k] ?? 0, columns[mip.columnIndices[k] ?? 0] ?? ''));
    }
    const lower = mip.rowLower[row] ?? -Infinity;
    const upper = mip.rowUpper[row] ?? Infinity;
    if (terms.length === 0 && lower <= 0 && upper >= 0) return [];
    // A floor for somebody who may not work at all: the row must stay, since it is what has no solution.
    if (terms.length === 0) terms.push(term(0, 'constant'));
    if (lower === upper) return wrapped(` ${name}:`, [...terms, ` = ${number(lower)}`]);
    return [
      ...(lower > -Infinity
        ? wrapped(` ${name}${upper < Infinity ? '_from' : ''}:`, [...terms, ` >= ${number(lower)}`])
        : []),
      ...(upper < Infinity ? wrapped(` ${name}:`, [...terms, ` <= ${number(upper)}`]) : []),
    ];
  });
}

function term(coefficient: number, name: string): string {
  return ` ${coefficient < 0 ? '-' : '+'} ${number(Math.abs(coefficient))} ${name}`;
}

/** Plain decimals: some readers take `1e-7` for a name that begins with e. */
function number(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : value.toFixed(9).replace(/0+$/, '');
}

function wrapped(head: string, parts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = head;
  for (const part of parts) {
    if (line.length + part.length > lineLength) {
      lines.push(line);
      line = ' ';
    }
    line += part;
  }
  return line.trim() === '' ? lines : [...lines, line];
}
