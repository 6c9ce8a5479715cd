import { generateColumns } from './column-generation.js';
import type { Decisions, GenerationOptions } from './column-generation.js';
import type { ColumnProblem, Roster } from './column-problem.js';
import type { Master, MasterColumn, MasterSolution } from './master.js';
import type { WorkerPricing } from './worker-pricing.js';

/** Shares of a worker's shift on a day from here on are taken as decided; at least the greatest one below is. */
const decidedShare = 0.75;
/** New rosters fit the rest to what is decided; the last few rounds of proof aren't worth their time in a dive. */
const roundsPerStep = 4;
const whole = 1 - 1e-6;

/**
 * A dive: step by step the shifts and days off with the greatest shares are decided for good, and new rosters are generated that
 * keep the decisions (Gamache, Soumis, Marquis, Desrosiers 1999; Strandmark, Qu, Curtois 2020). A known roster always keeps a
 * worker's decisions, so the dive ends in a plan unless time runs out. The master is left with all columns open.
 */
export function dive(
  problem: ColumnProblem,
  {
    master,
    pricings,
    solution,
    mustStop,
    ...options
  }: {
    readonly master: Master;
    readonly pricings: readonly WorkerPricing[];
    readonly solution: MasterSolution;
    readonly mustStop: () => boolean;
  } & Pick<GenerationOptions, 'span' | 'isNear' | 'enough'>,
): readonly Roster[] | null {
  const decided = pricings.map(() => new Map<number, number>());
  const { from, to } = options.span ?? { from: 0, to: problem.days };
  let current: MasterSolution | null = solution;
  try {
    while (current !== null && !mustStop()) {
      const rosters = wholeRosters(problem, { master, solution: current });
      if (rosters !== null) return rosters;
      if (!decide(problem, { master, solution: current, decided, from, to })) return null;
      master.restrict((column) => keepsAll(column, decided[column.worker]));
      current = generateColumns(problem, {
        master,
        pricings,
        options: {
          decisions: toDecisions(problem, decided),
          cutoff: () => Infinity,
          mustStop,
          onBound: () => undefined,
          roundsMax: roundsPerStep,
          center: current.cellPrice,
          isQuick: true,
          ...options,
        },
      }).solution;
    }
    return null;
  } finally {
    master.restrict(() => true);
  }
}

/** Every worker's roster when the solution has one each; null while it is split. */
function wholeRosters(
  problem: ColumnProblem,
  { master, solution }: { readonly master: Master; readonly solution: MasterSolution },
): readonly Roster[] | null {
  const rosters: (Roster | undefined)[] = problem.workers.map(() => undefined);
  master.columns.forEach((column, index) => {
    if ((solution.share[index] ?? 0) >= whole) rosters[column.worker] = column.roster;
  });
  return rosters.every((roster) => roster !== undefined) ? rosters : null;
}

function keepsAll(column: MasterColumn, decided: ReadonlyMap<number, number> | undefined): boolean {
  for (const [day, shift] of decided ?? []) if (column.roster[day] !== shift) return false;
  return true;
}

interface Candidate {
  readonly worker: number;
  readonly day: number;
  readonly shift: number;
  readonly share: number;
}

/**
 * Decides what has a great share, most certain first, as long as some column of the worker with a share keeps it all; returns whether
 * anything was decided.
 */
function decide(
  problem: ColumnProblem,
  {
    master,
    solution,
    decided,
    from,
    to,
  }: {
    readonly master: Master;
    readonly solution: MasterSolution;
    readonly decided: readonly Map<number, number>[];
    readonly from: number;
    readonly to: number;
  },
): boolean {
  const used: MasterColumn[][] = problem.workers.map(() => []);
  const shares = problem.workers.map(() => new Float64Array(problem.days * (problem.shifts + 1)));
  master.columns.forEach((column, index) => {
    const share = solution.share[index] ?? 0;
    if (share <= 1e-7) return;
    used[column.worker]?.push(column);
    const own = shares[column.worker] as Float64Array;
    for (let day = from; day < to; day += 1) {
      const at = day * (problem.shifts + 1) + (column.roster[day] as number) + 1;
      own[at] = (own[at] as number) + share;
    }
  });
  const candidates: Candidate[] = [];
  shares.forEach((own, worker) => {
    if ((used[worker]?.length ?? 0) < 2) return;
    own.forEach((share, at) => {
      const day = Math.floor(at / (problem.shifts + 1));
      if (share > 1e-7 && !decided[worker]?.has(day)) {
        candidates.push({ worker, day, shift: (at % (problem.shifts + 1)) - 1, share });
      }
    });
  });
  candidates.sort((one, other) => other.share - one.share);
  let count = 0;
  let hasSplit = false;
  for (const { worker, day, shift, share } of candidates) {
    // What is whole already is decided along the way; the step must also decide something that was split.
    if (share < decidedShare && hasSplit) break;
    const own = decided[worker] as Map<number, number>;
    const left = (used[worker] ?? []).filter((column) => column.roster[day] === shift);
    if (left.length === 0 || own.has(day)) continue;
    used[worker] = left;
    own.set(day, shift);
    count += 1;
    hasSplit ||= share < whole;
  }
  return count > 0;
}

function toDecisions(problem: ColumnProblem, decided: readonly ReadonlyMap<number, number>[]): Decisions {
  return {
    forbidden: decided.map((own) => {
      if (own.size === 0) return null;
      const cells = new Uint8Array(problem.cells);
      for (const [day, shift] of own) {
        cells.fill(1, day * problem.shifts, (day + 1) * problem.shifts);
        if (shift >= 0) cells[day * problem.shifts + shift] = 0;
      }
      return cells;
    }),
    mustWork: decided.map((own, worker) => {
      if (own.size === 0) return null;
      const days = Uint8Array.from(problem.workers[worker]?.mustWork ?? []);
      for (const [day, shift] of own) if (shift >= 0) days[day] = 1;
      return days;
    }),
  };
}
