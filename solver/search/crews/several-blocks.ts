import { objectiveOf } from '../../engines/lp-engine.js';
import type { LpEngine, MipModel } from '../../engines/lp-engine.js';
import type { RosterModel } from '../../rules/roster-model.js';
import { countBlocks, deal, inThreads, loose, unitPieces } from './count-blocks.js';
import type { CrewSearch } from './count-blocks.js';
import { countCrews } from './crew-count.js';
import { countsOf, crewModel } from './crew-model.js';
import type { CrewModel } from './crew-model.js';
import type { PiecesOf } from './crew-shares.js';
import { takenApart } from './crews.js';
import { DutyHolders } from './duty-holders.js';
import { dualBound } from '../dual-bound.js';
import { toMip } from '../mip-model.js';
import { byBurdens } from './parted-crews.js';

/** Shares of the time for finding the prices, and for the count at these prices. */
const pricesShare = 0.15;
const pricedShare = 0.5;
/** Share of what is left for the bound that names everybody; four hall weeks (48,000 columns) took 8 s of processor time. */
const namedShare = 0.9;
/** Each round of prices takes 0.2–1 s a block; after so many the bound of four hall weeks hardly rose. */
const priceRounds = 12;
/** Counting one block again, its people parted by their burdens, took 9–22 s of processor time on hall weeks. */
const againSeconds = 20;
/** A block that was counted again is near enough to its bound then. */
const againGap = 0.001;

/**
 * Several blocks hang together by burdens alone; at a price for each burden they fall apart, and what the blocks cost at these prices plus
 * what the people's own shares cost against them is a bound too (Lagrange; Geoffrion 1974). Then one block after another is counted anew
 * with the burdens of the others as history.
 */
export async function countSeveral(search: CrewSearch): Promise<void> {
  const { model, blocks, watch, engines } = search;
  const holders = new DutyHolders(model, search.best());
  const prices = await commonPrices(search, holders);
  const priced: PiecesOf = (rule, _, most) => [{ cost: prices[rule]?.price ?? 0, size: most }];
  const bound = await countBlocks(search, {
    holders,
    seconds: (watch.leftSeconds() * pricedShare * engines.length) / blocks.length,
    gap: 0,
    piecesOf: () => priced,
  });
  search.raiseBound(bound + slackOf(prices) + loose(search));
  const [engine, ...others] = engines;
  const naming = engine === undefined ? undefined : boundByName(search, engine);
  if (others.length === 0) await naming;
  await Promise.all([naming, improveBlocks({ ...search, engines: others.length === 0 ? engines : others })]);
}

/**
 * The bound of the relaxed compact model, which names everybody: there one person's burdens hang together over all blocks, as they do in no count of
 * crews. On four hall weeks it leaves 0.03 % of the plan where the common prices leave 0.6 %.
 */
async function boundByName({ mip, seed, signal, watch, raiseBound }: CrewSearch, engine: LpEngine): Promise<void> {
  const relaxed = { ...mip, isInteger: new Uint8Array(mip.cost.length) };
  const limits = { timeLimitSeconds: watch.leftSeconds() * namedShare, seed, signal };
  const { rowPrices } = await engine.solve(relaxed, { ...limits, method: 'interior' });
  if (rowPrices !== undefined) raiseBound(dualBound(mip, rowPrices).bound);
}

/** Block after block anew from the best plan, the burdens of the other blocks as history, until a whole round gains nothing. */
async function improveBlocks(search: CrewSearch): Promise<void> {
  const { blocks, engines, model, mip, seed, signal, watch, best } = search;
  let idle = 0;
  let round = 0;
  const isOver = (): boolean => idle >= blocks.length || signal.aborted || watch.leftSeconds() < 0.5;
  const improve = async (engine: LpEngine): Promise<void> => {
    const plan = new DutyHolders(model, best());
    const holders = new DutyHolders(model, best());
    while (!isOver()) {
      const block = blocks[round % blocks.length];
      round += 1;
      if (block === undefined) return;
      plan.take(best());
      const before = objectiveOf(mip, best());
      const parted = takenApart(block, (crew) => byBurdens(model, { crew, plan, days: block.days }));
      const crews = crewModel(model, parted, unitPieces(model, plan)(parted));
      await countCrews([engine], {
        crews,
        start: countsOf(crews, parted, (worker, day) => plan.dutyOf(worker, day)),
        gap: againGap,
        timeLimitSeconds: Math.min(againSeconds, watch.leftSeconds()),
        seed: seed + round,
        signal,
        onCounts: (values) => {
          // Dealt into what is best by now: the other thread may have bettered another block.
          holders.take(best());
          deal(search, { holders, block: parted, crews, values });
        },
      });
      idle = objectiveOf(mip, best()) < before - 1e-6 ? 0 : idle + 1;
    }
  };
  await Promise.all(engines.map(improve));
}

interface Price {
  readonly price: number;
  /** What the people's own shares cost at least against this price. */
  readonly slack: number;
}

function slackOf(prices: readonly Price[]): number {
  return prices.reduce((sum, { slack }) => sum + slack, 0);
}

/**
 * Prices at which the relaxed blocks give the highest bound found. The burdens that the blocks choose at some prices are averaged with those of
 * the rounds before, and the average, shared evenly, gives the next prices: blocks that answer all alike would else swing to and fro.
 */
async function commonPrices(search: CrewSearch, holders: DutyHolders): Promise<readonly Price[]> {
  const { model, blocks, watch, signal } = search;
  const until = watch.leftSeconds() * (1 - pricesShare);
  const same = alike(model, { holders, blocks: blocks.length });
  const first = await relaxedBurdens(
    search,
    blocks.map((block) => relaxedCosts(crewModel(model, block, same))),
  );
  let average = first.totals;
  let prices = pricesOf(model, { holders, totals: average });
  let best = { bound: -Infinity, prices };
  const models = blocks.map((block) => crewModel(model, block, (_, __, most) => [{ cost: 1, size: most }]));
  for (let round = 1; round <= priceRounds && watch.leftSeconds() > until && !signal.aborted; round += 1) {
    const now = prices;
    const priced = models.map((crews) => {
      const relaxed = relaxedCosts(crews);
      for (const { rule, column } of crews.shares) relaxed.mip.cost[column] = now[rule]?.price ?? 0;
      return relaxed;
    });
    const { totals, objective } = await relaxedBurdens(search, priced);
    const bound = objective + slackOf(prices);
    if (bound > best.bound) best = { bound, prices };
    average = average.map((total, rule) => total + ((totals[rule] ?? 0) - total) / (round + 1));
    prices = pricesOf(model, { holders, totals: average });
  }
  return best.prices;
}

interface Relaxed {
  readonly crews: CrewModel;
  readonly mip: MipModel;
}

function relaxedCosts(crews: CrewModel): Relaxed {
  const { linear } = crews;
  return { crews, mip: { ...toMip(linear, linear.costs()), isInteger: new Uint8Array(linear.columns.length) } };
}

/** The burdens of every rule in the relaxed crew models, and what the models cost together (−∞ when one was not solved). */
async function relaxedBurdens(
  search: CrewSearch,
  models: readonly Relaxed[],
): Promise<{ readonly totals: readonly number[]; readonly objective: number }> {
  const { model, seed, signal, watch } = search;
  const totals = model.problem.fairness.map(() => 0);
  let objective = 0;
  await inThreads(search, models, async ({ crews, mip }, engine) => {
    const { status, values, bound } = await engine.solve(mip, { timeLimitSeconds: watch.leftSeconds(), seed, signal });
    objective += status === 'optimal' ? bound : -Infinity;
    for (const { rule, column } of crews.shares) totals[rule] = (totals[rule] ?? 0) + (values?.[column] ?? 0);
  });
  return { totals, objective };
}

/** The k-th burden of a block as it costs on average when every block gives as many. */
function alike(
  model: RosterModel,
  { holders, blocks }: { readonly holders: DutyHolders; readonly blocks: number },
): PiecesOf {
  return (rule, worker, most) => {
    const before = holders.carriedBefore(rule, worker);
    const weight = model.problem.fairness[rule]?.weight ?? 0;
    return Array.from({ length: most }, (_, k) => ({
      cost: weight * (2 * before + blocks * (2 * k + 1)),
      size: 1,
    }));
  };
}

/**
 * By rule: what the last of so many burdens costs when they are shared as evenly as can be, and the people's own shares against that price:
 * of a share's pieces the dearer ones are not taken.
 */
function pricesOf(
  model: RosterModel,
  { holders, totals }: { readonly holders: DutyHolders; readonly totals: readonly number[] },
): readonly Price[] {
  return model.problem.fairness.map(({ workers, weight, duty }, rule) => {
    const pieces = workers.flatMap((worker) => {
      const before = holders.carriedBefore(rule, worker);
      const days = new Set(model.dutiesOf(worker).flatMap(({ kinds, day }) => (kinds.has(duty) ? [day] : [])));
      return Array.from({ length: days.size }, (_, k) => weight * (2 * (before + k) + 1));
    });
    pieces.sort((a, b) => a - b);
    const price = pieces[Math.max(0, Math.ceil((totals[rule] ?? 0) - 1e-6) - 1)] ?? 0;
    return { price, slack: pieces.reduce((sum, piece) => sum + Math.min(0, piece - price), 0) };
  });
}
