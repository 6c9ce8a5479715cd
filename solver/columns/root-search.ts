import type { Highs } from 'highs';
import { branchAndPrice } from './branch-and-price.js';
import { generateColumns } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import { dive } from './diving.js';
import { openMaster } from './master.js';
import { toColumnPlan } from './plan-costs.js';
import { chooseFromPool } from './pool-choice.js';
import { roundedBound } from './shared-plan.js';
import type { SharedPlan } from './shared-plan.js';
import type { WorkerPricing } from './worker-pricing.js';

/** Of the time left, column generation may take this share and the choice from the pool that one. */
const generationShare = 0.6;
const poolShare = 0.15;
const poolSecondsMax = 10;

/**
 * The proof: column generation over the whole problem for the bound, a dive and a choice from the columns for a plan, then
 * branch and price. Returns whether the shared plan is proven optimal.
 */
export function searchRoot({
  highs,
  problem,
  pricings,
  shared,
  secondsLeft,
  mustStop,
}: {
  readonly highs: Highs;
  readonly problem: ColumnProblem;
  readonly pricings: readonly WorkerPricing[];
  readonly shared: SharedPlan;
  readonly secondsLeft: () => number;
  readonly mustStop: () => boolean;
}): boolean {
  const generationEnd = secondsLeft() * (1 - generationShare);
  const master = openMaster(highs, problem);
  try {
    master.add(shared.rosters().map((roster, worker) => ({ worker, roster })));
    let seen = shared.version();
    const generation = generateColumns(problem, {
      master,
      pricings,
      options: {
        decisions: null,
        cutoff: () => (problem.isWhole ? shared.cost() - 1 + 1e-4 : shared.cost()),
        mustStop: () => {
          // What the other thread has found makes good columns too.
          if (shared.version() !== seen) {
            seen = shared.version();
            master.add(shared.rosters().map((roster, worker) => ({ worker, roster })));
          }
          return mustStop() || secondsLeft() < generationEnd;
        },
        onBound: (bound) => {
          shared.raiseBound(Math.min(shared.cost(), roundedBound(problem, bound)));
        },
        roundsMax: Infinity,
      },
    });
    if (shared.bound() >= shared.cost() - 1e-9) return true;
    if (generation.solution === null || mustStop()) return false;
    // Columns that came after the last solution have no share and no price yet.
    const solution = master.solve();
    if (solution === null) return false;
    const dived = dive(problem, { master, pricings, solution, mustStop });
    if (dived !== null) shared.offer(toColumnPlan(problem, dived));
    if (shared.bound() >= shared.cost() - 1e-9) return true;
    if (mustStop()) return false;
    const start: readonly Roster[] = shared.rosters();
    master.add(start.map((roster, worker) => ({ worker, roster })));
    const again = master.solve();
    if (again === null) return false;
    const chosen = chooseFromPool(highs, {
      problem,
      master,
      solution: again,
      gap: shared.cost() - shared.bound(),
      seconds: Math.min(poolSecondsMax, secondsLeft() * poolShare),
      mustStop,
      span: { from: 0, to: problem.days },
      start,
    });
    if (chosen !== null) shared.offer(toColumnPlan(problem, chosen));
    if (shared.bound() >= shared.cost() - 1e-9) return true;
    if (!generation.isComplete || mustStop()) return false;
    return branchAndPrice(problem, {
      master,
      pricings,
      shared,
      rootBound: generation.bound,
      center: again.cellPrice,
      mustStop,
    });
  } finally {
    master.close();
  }
}
