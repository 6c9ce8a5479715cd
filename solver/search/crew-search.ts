import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import type { RosterModel } from '../rules/roster-model.js';
import { countCrews } from './crew-count.js';
import { countsOf, crewModel } from './crew-model.js';
import type { CrewModel, PiecesOf } from './crew-model.js';
import { cellKey, takenApart } from './crews.js';
import type { Block, Crew } from './crews.js';
import { Dealing } from './dealing.js';
import { dualBound } from './dual-bound.js';
import { toMip } from './mip-model.js';
import { seededIntegers } from './random.js';
import type { Stopwatch } from './stopwatch.js';

/** Each count of a single block may take this share of the time that is left. */
const singleShare = 0.75;
/** Larger crews of people who are all alike are not named: their copies would cost the search more than the bound gains. */
const namedMax = 12;
/** The parted crews alone took 0.2 s on the Shijingshan week. */
const partedSeconds = 2;
/** A crew with more kinds of history than this share of its members is parted before it is counted. */
const unlikeShare = 0.5;
/** Shares of the time for finding the prices of several blocks, for their count at these prices, and for the fewest missing minutes. */
const pricesShare = 0.15;
const pricedShare = 0.5;
const minutesShare = 0.1;
/** Share of what is left for the bound that names everybody; four hall weeks (48,000 columns) took 8 s of processor time. */
const namedShare = 0.9;
/** Each round of prices takes 0.2–1 s a block; after so many the bound of four hall weeks hardly rose. */
const priceRounds = 12;
/** Counting one block again, its people parted by their burdens, took 9–22 s of processor time on hall weeks. */
const againSeconds = 20;
/** A block that was counted again is near enough to its bound then. */
const againGap = 0.001;

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

/**
 * Plans by counting crews, then dealing the counts to people. One block: its crew model bounds the objective as it stands. Several blocks hang
 * together by burdens alone; at a price for each burden they fall apart, and what the blocks cost at these prices plus what the
 * people's own shares cost against them is a bound too (Lagrange; Geoffrion 1974). Then one block after another is counted anew with
 * the burdens of the others as history.
 */
export async function searchCrews(search: CrewSearch): Promise<void> {
  const { model, blocks, watch, engines } = search;
  const dealing = new Dealing(model, search.best());
  const [only] = blocks;
  if (only !== undefined && blocks.length === 1) await countOne(search, only);
  else {
    const prices = await commonPrices(search, dealing);
    const priced: PiecesOf = (rule, _, most) => [{ cost: prices[rule]?.price ?? 0, size: most }];
    const bound = await countBlocks(search, {
      dealing,
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

/**
 * A single block's crew model bounds the objective as it stands. Where the burdens of a crew cannot be shared as evenly as its count makes
 * believe, it is parted by what its members bear already, or they are named, and the block is counted again, until bound and plan meet
 * or nobody is left to part.
 */
async function countOne(search: CrewSearch, block: Block): Promise<void> {
  const { model, mip, watch, signal, best } = search;
  let plan = new Dealing(model, best());
  /** The plan after its uneven crews were counted beside the proof. */
  const evened: { plan: Float64Array | null } = { plan: null };
  for (let named = unlikeParted(model, { block, plan }); watch.leftSeconds() > 0 && !signal.aborted;) {
    const counted = named;
    const bound = await countBlocks(
      { ...search, blocks: [named] },
      {
        dealing: plan,
        seconds: watch.leftSeconds() * singleShare,
        gap: 0,
        piecesOf: unitPieces(model, plan),
        whileProven: async (engine) => {
          const dealt = new Dealing(model, best());
          const parted = unevenParted(model, { block: counted, plan: dealt });
          if (parted !== counted) await countParted(search, { engine, block: parted, before: counted, dealing: dealt });
          evened.plan = best();
        },
      },
    );
    search.raiseBound(bound + loose(search));
    const isMet = (): boolean => objectiveOf(mip, best()) <= bound + loose(search) + 1e-6;
    if (isMet()) return;
    plan = new Dealing(model, best());
    named = unevenParted(model, { block: counted, plan });
    if (named === counted) return;
    const [engine] = search.engines;
    if (engine === undefined || evened.plan === best()) continue;
    await countParted(search, { engine, block: named, before: counted, dealing: plan });
    if (isMet()) return;
    plan = new Dealing(model, best());
  }
}

/**
 * Crews whose members bear their burdens at a higher cost than counted are parted, by what they bear outside these days or into crews of one;
 * the same block when there are none.
 */
function unevenParted(model: RosterModel, { block, plan }: { readonly block: Block; readonly plan: Dealing }): Block {
  const parted = takenApart(block, (crew) => {
    if (!isUneven(model, { crew, plan, days: block.days })) return [crew.members];
    const alike = byBurdens(model, { crew, plan, days: block.days });
    return alike.length > 1 || crew.members.length > namedMax ? alike : crew.members.map((member) => [member]);
  });
  return parted.crews.length === block.crews.length ? block : parted;
}

/** The parted crews alone, all others as they are planned: as a rule that shares the burdens evenly, and takes a fraction of a count of all. */
async function countParted(
  search: CrewSearch,
  {
    engine,
    block,
    before,
    dealing,
  }: { readonly engine: LpEngine; readonly block: Block; readonly before: Block; readonly dealing: Dealing },
): Promise<void> {
  const { model, seed, signal, watch } = search;
  const crews = crewModel(model, block, unitPieces(model, dealing)(block));
  const start = countsOf(crews, block, (worker, day) => dealing.dutyOf(worker, day));
  const whole = toMip(crews.linear, crews.linear.costs());
  const [lower, upper] = [Float64Array.from(whole.lower), Float64Array.from(whole.upper)];
  for (const { crew, column } of crews.cells) {
    const own = block.crews[crew];
    if (own === undefined || !before.crews.includes(own)) continue;
    lower[column] = upper[column] = start[column] ?? 0;
  }
  const timeLimitSeconds = Math.min(partedSeconds, watch.leftSeconds());
  const outcome = await engine.solve(
    { ...whole, lower, upper },
    { timeLimitSeconds, seed, signal, start, aim: 'plans' },
  );
  if (outcome.values) deal(search, { dealing, block, crews, values: outcome.values });
}

/** Crews whose members bear something else outside these days as a rule are parted at once: counted together, they prove little. */
function unlikeParted(model: RosterModel, { block, plan }: { readonly block: Block; readonly plan: Dealing }): Block {
  return takenApart(block, (crew) => {
    const alike = byBurdens(model, { crew, plan, days: block.days });
    return alike.length > crew.members.length * unlikeShare ? alike : [crew.members];
  });
}

/** The members parted by what they bear outside these days. */
function byBurdens(
  model: RosterModel,
  { crew, plan, days }: { readonly crew: Crew; readonly plan: Dealing; readonly days: readonly number[] },
): readonly (readonly string[])[] {
  const parts = new Map<string, string[]>();
  for (const member of crew.members) {
    const key = model.problem.fairness.map((_, rule) => plan.carriedOutside(rule, member, days)).join();
    parts.set(key, [...(parts.get(key) ?? []), member]);
  }
  return [...parts.values()];
}

/** Whether the members bear their burdens at a higher cost than the cheapest shares of as many. */
function isUneven(
  model: RosterModel,
  { crew, plan, days }: { readonly crew: Crew; readonly plan: Dealing; readonly days: readonly number[] },
): boolean {
  const { members } = crew;
  if (members.length === 1) return false;
  return model.problem.fairness.some(({ workers }, rule) => {
    if (!workers.includes(members[0] ?? '')) return false;
    const shares = members.map((worker) => {
      const before = plan.carriedOutside(rule, worker, days);
      return { before, own: plan.carriedOutside(rule, worker, []) - before };
    });
    const total = shares.reduce((sum, { own }) => sum + own, 0);
    const square = (from: number, to: number): number => to ** 2 - from ** 2;
    const borne = shares.reduce((sum, { before, own }) => sum + square(before, before + own), 0);
    const levels = shares.map(({ before }) => before);
    let cheapest = 0;
    for (let left = total; left > 0; left -= 1) {
      const least = levels.indexOf(Math.min(...levels));
      const level = levels[least] ?? 0;
      cheapest += square(level, level + 1);
      levels[least] = level + 1;
    }
    return borne > cheapest + 1e-6;
  });
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
async function commonPrices(search: CrewSearch, dealing: Dealing): Promise<readonly Price[]> {
  const { model, blocks, watch, signal } = search;
  const until = watch.leftSeconds() * (1 - pricesShare);
  const same = alike(model, { dealing, blocks: blocks.length });
  const first = await relaxedBurdens(
    search,
    blocks.map((block) => relaxedCosts(crewModel(model, block, same))),
  );
  let average = first.totals;
  let prices = pricesOf(model, { dealing, totals: average });
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
    prices = pricesOf(model, { dealing, totals: average });
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

/** Every item once, each engine taking the next as soon as it is free. */
async function inThreads<T>(
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
async function countBlocks(
  search: CrewSearch,
  {
    dealing,
    seconds,
    gap,
    piecesOf,
    whileProven,
  }: {
    readonly dealing: Dealing;
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
      start: countsOf(crews, block, (worker, day) => dealing.dutyOf(worker, day)),
      gap,
      timeLimitSeconds: Math.min(seconds, watch.leftSeconds()),
      seed,
      signal,
      onCounts: (values) => {
        deal(search, { dealing, block, crews, values });
      },
      ...(whileProven === undefined ? {} : { whileProven }),
    });
    bound += Math.max(0, outcome.bound);
  });
  if (isOnly) return bound;
  // Burdens tie the blocks together: what was dealt to one may be better shared now.
  for (const block of blocks) dealing.exchange(block, exchangeOptions(search));
  offer(search, dealing);
  return bound;
}

function deal(
  search: CrewSearch,
  {
    dealing,
    block,
    crews,
    values,
  }: { readonly dealing: Dealing; readonly block: Block; readonly crews: CrewModel; readonly values: Float64Array },
): void {
  const counts = block.crews.map(() => new Map<string, number>());
  for (const { crew, duty, column } of crews.cells) {
    counts[crew]?.set(cellKey(duty), Math.round(values[column] ?? 0));
  }
  dealing.deal(block, counts);
  // Dealing a single block can't cost less than its counts.
  const counted = crews.linear.costs().reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0);
  const enough =
    search.blocks.length === 1 ? objectiveOf(search.mip, dealing.values()) - counted - loose(search) : Infinity;
  dealing.exchange(block, { ...exchangeOptions(search), enough });
  offer(search, dealing);
}

function exchangeOptions({ seed, watch, signal }: CrewSearch): {
  readonly next: (below: number) => number;
  readonly isOverdue: () => boolean;
} {
  return { next: seededIntegers(seed), isOverdue: () => signal.aborted || watch.leftSeconds() <= 0 };
}

function offer({ mip, best, improve }: CrewSearch, dealing: Dealing): void {
  const values = dealing.values();
  if (isSolution(mip, values) && objectiveOf(mip, values) < objectiveOf(mip, best()) - 1e-6) improve(values);
}

/** A bound of the missing minutes: those of every block's crews alone, in whole people or `relaxed`. */
export async function fewestMinutes(search: CrewSearch, kind: 'whole' | 'relaxed'): Promise<number> {
  const { blocks, engines, model, mip, seed, signal, watch } = search;
  const decided = new Set(model.linear.rows.flatMap((row) => (row.rule === 'vacancy' ? row.columns : [])));
  let bound = model.vacancies.reduce(
    (sum, { column, minutes }) => (decided.has(column) ? sum : sum + minutes * (mip.lower[column] ?? 0)),
    0,
  );
  await inThreads(search, blocks, async (block, engine) => {
    const { linear, vacancies } = crewModel(model, block, () => [{ cost: 0, size: block.days.length }]);
    const minutes = new Float64Array(linear.columns.length);
    for (const vacancy of vacancies) minutes[vacancy.column] = vacancy.minutes;
    const timeLimitSeconds = (watch.leftSeconds() * minutesShare * engines.length) / blocks.length;
    const whole = toMip(linear, minutes);
    const asked = kind === 'whole' ? whole : { ...whole, isInteger: new Uint8Array(minutes.length) };
    const outcome = await engine.solve(asked, { timeLimitSeconds, seed, signal });
    if (outcome.status !== 'infeasible') bound += Math.max(0, outcome.bound);
  });
  return bound;
}

/** Block after block anew from the best plan, the burdens of the other blocks as history, until a whole round gains nothing. */
async function improveBlocks(search: CrewSearch): Promise<void> {
  const { blocks, engines, model, mip, seed, signal, watch, best } = search;
  let idle = 0;
  let round = 0;
  const isOver = (): boolean => idle >= blocks.length || signal.aborted || watch.leftSeconds() < 0.5;
  const improve = async (engine: LpEngine): Promise<void> => {
    while (!isOver()) {
      const block = blocks[round % blocks.length];
      round += 1;
      if (block === undefined) return;
      const plan = new Dealing(model, best());
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
          deal(search, { dealing: new Dealing(model, best()), block: parted, crews, values });
        },
      });
      idle = objectiveOf(mip, best()) < before - 1e-6 ? 0 : idle + 1;
    }
  };
  await Promise.all(engines.map(improve));
}

/** Each burden at the growth of the square, from what the member bears outside the block. */
function unitPieces(model: RosterModel, dealing: Dealing): (block: Block) => PiecesOf {
  return (block) => (rule, worker, most) => {
    const carried = dealing.carriedOutside(rule, worker, block.days);
    const weight = model.problem.fairness[rule]?.weight ?? 0;
    return Array.from({ length: most }, (_, k) => ({ cost: weight * (2 * (carried + k) + 1), size: 1 }));
  };
}

/** The k-th burden of a block as it costs on average when every block gives as many. */
function alike(
  model: RosterModel,
  { dealing, blocks }: { readonly dealing: Dealing; readonly blocks: number },
): PiecesOf {
  return (rule, worker, most) => {
    const before = dealing.carriedBefore(rule, worker);
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
  { dealing, totals }: { readonly dealing: Dealing; readonly totals: readonly number[] },
): readonly Price[] {
  return model.problem.fairness.map(({ workers, weight, duty }, rule) => {
    const pieces = workers.flatMap((worker) => {
      const before = dealing.carriedBefore(rule, worker);
      const days = new Set(model.dutiesOf(worker).flatMap(({ kinds, day }) => (kinds.has(duty) ? [day] : [])));
      return Array.from({ length: days.size }, (_, k) => weight * (2 * (before + k) + 1));
    });
    pieces.sort((a, b) => a - b);
    const price = pieces[Math.max(0, Math.ceil((totals[rule] ?? 0) - 1e-6) - 1)] ?? 0;
    return { price, slack: pieces.reduce((sum, piece) => sum + Math.min(0, piece - price), 0) };
  });
}

/** What no crew decides: intervals that nobody can cover, and pairs of whom neither can work. */
function loose({ model, mip }: CrewSearch): number {
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
