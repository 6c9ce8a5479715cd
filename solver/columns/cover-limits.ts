import type { ColumnProblem } from './column-problem.js';

/**
 * What a branch has decided about the cover of some cells together. `missing`: people missing over all of them; `balance`:
 * missing less surplus, which is the preferred number less the people there. In a plan both are whole where the preferred
 * numbers are.
 */
export interface CoverLimit {
  readonly kind: 'missing' | 'balance';
  readonly cells: readonly number[];
  readonly sense: 'atLeast' | 'atMost';
  readonly people: number;
}

/** Sums of the cover that may be branched on, with what the linear programme makes of them. */
interface CoverSum {
  readonly kind: CoverLimit['kind'];
  readonly cells: readonly number[];
  readonly value: number;
}

const daysPerWeek = 7;
/** A sum this near to a whole number says little. */
const distanceMin = 0.02;

/** Of each family of sums (all cells, those of a shift, of a week, of a day, each by itself) the one that is farthest from whole. */
export function fractionalSums(
  problem: ColumnProblem,
  { missing, surplus }: { readonly missing: Float64Array; readonly surplus: Float64Array },
): CoverSum[] {
  if (!problem.preferred.every(Number.isInteger)) return [];
  return coverSets(problem).flatMap((sets) => {
    let best: CoverSum | null = null;
    let distance = distanceMin;
    for (const cells of sets) {
      const kind = cells.length === 1 ? 'balance' : 'missing';
      let value = 0;
      for (const cell of cells)
        value += (missing[cell] as number) - (kind === 'balance' ? (surplus[cell] as number) : 0);
      if (Math.abs(value - Math.round(value)) <= distance) continue;
      distance = Math.abs(value - Math.round(value));
      best = { kind, cells, value };
    }
    return best === null ? [] : [best];
  });
}

/** Families of sets of cells, coarse ones first. */
function coverSets(problem: ColumnProblem): (readonly (readonly number[])[])[] {
  const { cells, days, shifts } = problem;
  const all = Array.from({ length: cells }, (_, cell) => cell);
  const weeks = Math.ceil(days / daysPerWeek);
  const where = (count: number, groupOf: (cell: number) => number): number[][] => {
    const sets: number[][] = Array.from({ length: count }, () => []);
    for (const cell of all) sets[groupOf(cell)]?.push(cell);
    return sets;
  };
  return [
    [all],
    where(shifts, (cell) => cell % shifts),
    where(weeks, (cell) => Math.floor(cell / shifts / daysPerWeek)),
    where(days, (cell) => Math.floor(cell / shifts)),
    where(cells, (cell) => cell),
  ];
}
