import { generateColumns } from './column-generation.js';
import type { GenerationOptions } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import type { Master, MasterSolution } from './master.js';
import type { WorkerPricing } from './worker-pricing.js';

/** Shares from here on are taken as decided; at least the greatest one is. */
const decidedShare = 0.75;
/** New rosters fit the rest to what is decided; the last few rounds of proof aren't worth their time in a dive. */
const roundsPerStep = 6;

/**
 * A dive: round after round the rosters with the greatest shares are kept for good and new rosters are generated for everybody
 * else (Gamache, Soumis, Marquis, Desrosiers 1999). Always ends in a plan unless time runs out. The master is left with all columns open.
 */
export function dive(
  problem: ColumnProblem,
  {
    master,
    pricings,
    solution,
    mustStop,
    span,
  }: {
    readonly master: Master;
    readonly pricings: readonly WorkerPricing[];
    readonly solution: MasterSolution;
    readonly mustStop: () => boolean;
    readonly span?: GenerationOptions['span'];
  },
): readonly Roster[] | null {
  const fixed: (Roster | null)[] = pricings.map(() => null);
  let current: MasterSolution | null = solution;
  try {
    while (current !== null && !mustStop()) {
      if (!keepGreatest(master, { solution: current, fixed })) return null;
      if (fixed.every((roster) => roster !== null)) return fixed as Roster[];
      master.restrict((column) => fixed[column.worker] === null || fixed[column.worker] === column.roster);
      current = generateColumns(problem, {
        master,
        pricings,
        options: {
          decisions: null,
          cutoff: () => Infinity,
          mustStop,
          onBound: () => undefined,
          roundsMax: roundsPerStep,
          fixed,
          center: current.cellPrice,
          ...(span === undefined ? {} : { span }),
        },
      }).solution;
    }
    return null;
  } finally {
    master.restrict(() => true);
  }
}

/** Returns whether anything was decided. */
function keepGreatest(
  master: Master,
  { solution, fixed }: { readonly solution: MasterSolution; readonly fixed: (Roster | null)[] },
): boolean {
  let greatest = -1;
  let hasDecided = false;
  master.columns.forEach((column, index) => {
    const share = solution.share[index] ?? 0;
    if (fixed[column.worker] !== null || share <= 0) return;
    if (share >= decidedShare) {
      fixed[column.worker] = column.roster;
      hasDecided = true;
    } else if (greatest < 0 || share > (solution.share[greatest] ?? 0)) greatest = index;
  });
  const column = master.columns[greatest];
  if (hasDecided || column === undefined) return hasDecided;
  fixed[column.worker] = column.roster;
  return true;
}
