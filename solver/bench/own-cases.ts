import type { RosterProblem } from '../problem.js';
import { hallWeek } from './hall-week.js';
import { hotlineMonth } from './hotline-month.js';
import { runPlainHighs, runProblem } from './run-instance.js';
import type { BenchOptions, BenchRun } from './run-instance.js';

/** One of our own cases, solved by us and by the peer, one after the other on the same machine. */
export interface Comparison {
  readonly ours: BenchRun;
  readonly plainHighs: BenchRun;
  /** Our seconds over the peer's where both ran to the proof; below 1 we are faster. null where either did not. */
  readonly secondsRatio: number | null;
  /** Our objective over the peer's; null where either has none. */
  readonly objectiveRatio: number | null;
}

/** Synthetic cases of the product's own kinds, the same for every run. */
function ownCases(): readonly RosterProblem[] {
  const [onLeave, spread] = [20, 12];
  return [
    hallWeek(),
    { ...hallWeek({ seed: 2, onLeave, histories: spread }), name: 'hall week 2, many on leave' },
    hotlineMonth(),
  ];
}

/** Solves every case twice: by us, then by plain HiGHS on the compact model with the same limit. */
export async function compareOwnCases(
  options: Omit<BenchOptions, 'startedAt'> & { readonly onCase: (comparison: Comparison) => void },
): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const problem of ownCases()) {
    const { run: ours } = await runProblem(problem, { ...options, startedAt: performance.now() });
    const { run: plainHighs } = await runPlainHighs(problem, { ...options, startedAt: performance.now() });
    const bothProven = ours.status === 'optimal' && plainHighs.status === 'optimal';
    const comparison = {
      ours,
      plainHighs,
      secondsRatio: bothProven ? ours.seconds / plainHighs.seconds : null,
      objectiveRatio:
        ours.objective === null || plainHighs.objective === null || plainHighs.objective === 0
          ? null
          : ours.objective / plainHighs.objective,
    };
    comparisons.push(comparison);
    options.onCase(comparison);
    if (options.signal?.aborted === true) break;
  }
  return comparisons;
}
