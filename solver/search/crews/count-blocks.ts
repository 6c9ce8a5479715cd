import { isSolution, objectiveOf } from '../../engines/lp-engine.js';
import type { LpEngine, MipModel } from '../../engines/lp-engine.js';
import type { RosterModel } from '../../rules/roster-model.js';
import { countCrews } from './crew-count.js';
import { countsOf, crewModel } from './crew-model.js';
import type { CrewModel } from './crew-model.js';
import type { PiecesOf } from './crew-shares.js';
import { cellKey } from './crews.js';
import type { Block } from './crews.js';
import { dealCounts } from './dealing.js';
import type { DutyHolders } from './duty-holders.js';
import { exchangeDuties } from './exchanges.js';
import { seededIntegers } from '../random.js';
import type { Stopwatch } from '../stopwatch.js';

export interface CrewSearch {
  readonly model: RosterModel;
  readonly mip: MipModel;
  readonly blocks: readonly Block[];
  /** One thread each. */
  readonly engines: readonly LpEngine[];
  readonly seed: number;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
  readonly best: () => Float64Array;
  readonly improve: (values: Float64Array) => void;
  /** A proven bound of the whole objective, without the model's constant. */
  readonly raiseBound: (bound: number) => void;
}

/** Every item once, each engine taking the next as soon as it is free. */
export async function inThreads<T>(
  { engines }: CrewSearch,
  items: readonly T[],
  work: (item: T, engine: LpEngine) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    engines.map(async (engine) => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, engine);
    }),
  );
}

/**
 * Counts every block and deals it at once; returns the sum of their bounds. The plan is offered whenever a block is dealt.
 */
export async function countBlocks(
  search: CrewSearch,
  {
    holders,
    seconds,
    gap,
    piecesOf,
    whileProven,
  }: {
    readonly holders: DutyHolders;
    readonly seconds: number;
    /** A block is counted well enough when its plan is this near to its bound. */
    readonly gap: number;
    readonly piecesOf: (block: Block) => PiecesOf;
    readonly whileProven?: (engine: LpEngine) => Promise<void>;
  },
): Promise<number> {
  const { blocks, engines, watch, model, seed, signal } = search;
  const isOnly = blocks.length === 1;
  let bound = 0;
  await inThreads(search, blocks, async (block, engine) => {
    const crews = crewModel(model, block, piecesOf(block));
    const outcome = await countCrews(isOnly ? engines : [engine], {
      crews,
      start: countsOf(crews, block, (worker, day) => holders.dutyOf(worker, day)),
      gap,
      timeLimitSeconds: Math.min(seconds, watch.leftSeconds()),
      seed,
      signal,
      onCounts: (values) => {
        deal(search, { holders, block, crews, values });
      },
      ...(whileProven === undefined ? {} : { whileProven }),
    });
    bound += Math.max(0, outcome.bound);
  });
  if (isOnly) return bound;
  // Burdens tie the blocks together: what was dealt to one may be better shared now.
  for (const block of blocks) exchangeDuties(holders, block, exchangeOptions(search));
  offer(search, holders);
  return bound;
}

/** Deals the counts of a block to people, exchanges duties among them, and offers the plan. */
export function deal(
  search: CrewSearch,
  {
    holders,
    block,
    crews,
    values,
  }: { readonly holders: DutyHolders; readonly block: Block; readonly crews: CrewModel; readonly values: Float64Array },
): void {
  const counts = block.crews.map(() => new Map<string, number>());
  for (const { crew, duty, column } of crews.cells) {
    counts[crew]?.set(cellKey(duty), Math.round(values[column] ?? 0));
  }
  dealCounts(holders, block, counts);
  // Dealing a single block can't cost less than its counts.
  const counted = crews.linear.costs().reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0);
  const enough =
    search.blocks.length === 1 ? objectiveOf(search.mip, holders.values()) - counted - loose(search) : Infinity;
  exchangeDuties(holders, block, { ...exchangeOptions(search), enough });
  offer(search, holders);
}

function exchangeOptions({ seed, watch, signal }: CrewSearch): {
  readonly next: (below: number) => number;
  readonly isOverdue: () => boolean;
} {
  return { next: seededIntegers(seed), isOverdue: () => signal.aborted || watch.leftSeconds() <= 0 };
}

function offer({ mip, best, improve }: CrewSearch, holders: DutyHolders): void {
  const values = holders.values();
  if (objectiveOf(mip, values) < objectiveOf(mip, best()) - 1e-6 && isSolution(mip, values)) improve(values);
}

/** Each burden at the growth of the square, from what the member bears outside the block. */
export function unitPieces(model: RosterModel, holders: DutyHolders): (block: Block) => PiecesOf {
  return (block) => (rule, worker, most) => {
    const carried = holders.carriedOutside(rule, worker, block.days);
    const weight = model.problem.fairness[rule]?.weight ?? 0;
    return Array.from({ length: most }, (_, k) => ({ cost: weight * (2 * (carried + k) + 1), size: 1 }));
  };
}

/** What no crew decides: intervals that nobody can cover, and pairs of whom neither can work. */
export function loose({ model, mip }: CrewSearch): number {
  const duties = new Set(model.duties.map(({ column }) => column));
  const decided = new Set<number>();
  let sum = 0;
  for (const row of model.linear.rows) {
    for (const column of row.columns) decided.add(column);
    const isHopeless = row.rule === 'backupPair' && !row.columns.some((column) => duties.has(column));
    if (isHopeless) sum += mip.cost[row.columns[0] ?? 0] ?? 0;
  }
  for (const { column } of model.vacancies) {
    if (!decided.has(column)) sum += (mip.lower[column] ?? 0) * (mip.cost[column] ?? 0);
  }
  return sum;
}
