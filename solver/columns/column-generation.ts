import type { ColumnProblem, Roster } from './column-problem.js';
import { nearRoster } from './corridors.js';
import type { Master, MasterSolution } from './master.js';
import type { SpanRequest } from './pricing-span.js';
import type { WorkerPricing } from './worker-pricing.js';

/** What a branch has decided: forbidden cells (1) and days that must be worked (1), per worker; null = nothing. */
export interface Decisions {
  readonly forbidden: readonly (Uint8Array | null)[];
  readonly mustWork: readonly (Uint8Array | null)[];
}

export interface Generation {
  /** Proven: no plan under these decisions costs less. Not yet rounded up. */
  readonly bound: number;
  /** The master's last solution; null when no worker-complete solution exists or time ran out before the first. */
  readonly solution: MasterSolution | null;
  /** Whether no roster can improve the master's solution any more (or the bound passed `cutoff`). */
  readonly isComplete: boolean;
  /** The prices of the best bound: those to start from next time. */
  readonly center: Float64Array;
}

export interface GenerationOptions {
  readonly decisions: Decisions | null;
  /** Stops as soon as the bound reaches this. */
  readonly cutoff: () => number;
  readonly mustStop: () => boolean;
  readonly onBound: (bound: number) => void;
  /** Rounds at most; a dive does without the last few. */
  readonly roundsMax: number;
  /** Stops when the master's solution is known to be within this part of the bound. */
  readonly tolerance?: number;
  /** Workers who keep a roster: nothing is priced for them. */
  readonly fixed?: readonly (Roster | null)[];
  /** The days that may change, with everybody's roster around them; the whole horizon when absent. */
  readonly span?: { readonly from: number; readonly to: number; readonly rosters: readonly Roster[] };
  /** Only rosters near those of the span, and no bound: for long spans, where all of them take too long. */
  readonly isNear?: boolean;
  /** A solution at or below this is as good as any: no more rosters are sought. */
  readonly enough?: number;
  /** Prices that served last time, from which smoothing starts. */
  readonly center?: Float64Array | null;
  /** Rosters need not be the cheapest: for plans, not for proofs. */
  readonly isQuick?: boolean;
}

/** Share of the prices of the best bound; it gives way where the bound rises towards the master's own prices. */
const smoothingStart = 0.8;
const smoothingMax = 0.99;
const smoothingMin = 0.05;
const smoothingStep = 0.1;
/** A bound further away than this share of the master's solution is not worth exact answers. */
const farShare = 0.5;
const rostersPerWorker = 2;
/** A roster must be cheaper than this to be worth a column; also the slack of every comparison of costs. */
export const costSlack = 1e-6;

/**
 * Column generation with smoothed prices (Wentges 1997; Pessoa, Sadykov, Uchoa, Vanderbeck 2018, who also steer how much by the slope of the bound). The bound is Lagrange's:
 * for any cell prices π between −overWeight and underWeight, Σ π·preferred + Σ over workers of the cheapest roster at cost − π.
 */
export function generateColumns(
  problem: ColumnProblem,
  {
    master,
    pricings,
    options,
  }: { readonly master: Master; readonly pricings: readonly WorkerPricing[]; readonly options: GenerationOptions },
): Generation {
  let bound = -Infinity;
  let center = options.center ?? new Float64Array(problem.cells);
  let smoothing = smoothingStart;
  let solution: MasterSolution | null = null;
  for (let round = 0; round < options.roundsMax && !options.mustStop(); round += 1) {
    solution = master.solve();
    if (solution === null) return { bound, center, solution, isComplete: false };
    if (bound >= solution.objective - costSlack) return { bound, center, solution, isComplete: true };
    if (master.isFull()) return { bound, center, solution, isComplete: false };
    if (solution.objective <= (options.enough ?? -Infinity)) return { bound, center, solution, isComplete: false };
    if (bound >= solution.objective * (1 - (options.tolerance ?? 0)) && bound > -Infinity)
      return { bound, center, solution, isComplete: false };
    // Smoothed prices first; where they yield nothing new, the master's own. Quick answers do while prices still mean little.
    const own = solution.cellPrice;
    const smooth = smoothed(solution, { center, smoothing });
    const isFar = solution.objective - bound > farShare * Math.abs(solution.objective);
    const isQuick = options.isQuick === true || isFar;
    const attempts = [
      ...(smooth === own ? [] : [{ prices: smooth, isQuick }]),
      { prices: own, isQuick },
      ...(isQuick && options.isQuick !== true ? [{ prices: own, isQuick: false }] : []),
    ];
    let slope = 0;
    for (const [index, attempt] of attempts.entries()) {
      const { prices } = attempt;
      const priced = priceAll(problem, {
        master,
        pricings,
        solution,
        prices,
        options: { ...options, isQuick: attempt.isQuick },
      });
      if (priced === null) return { bound, center, solution, isComplete: false };
      if (priced.bound > bound) {
        bound = priced.bound;
        center = prices;
        options.onBound(bound);
      }
      if (bound >= options.cutoff() || bound === Infinity) return { bound, center, solution, isComplete: true };
      if (index === 0) slope = priced.slope;
      if (priced.added > 0) break;
      const isLast = index === attempts.length - 1;
      if (isLast || (priced.isExact && prices === own)) return { bound, center, solution, isComplete: priced.isExact };
    }
    smoothing =
      slope > 0
        ? Math.max(0, smoothing - smoothingStep)
        : Math.min(smoothingMax, smoothing + smoothingStep * (1 - smoothing));
  }
  return { bound, center, solution, isComplete: false };
}

function smoothed(
  { cellPrice, priceMin, priceMax }: MasterSolution,
  { center, smoothing }: { readonly center: Float64Array; readonly smoothing: number },
): Float64Array {
  if (smoothing < smoothingMin) return cellPrice;
  return cellPrice.map((price, cell) =>
    Math.min(
      priceMax[cell] as number,
      Math.max(priceMin[cell] as number, smoothing * (center[cell] as number) + (1 - smoothing) * price),
    ),
  );
}

/**
 * What the cover costs at least when people in a cell earn its price: Σ price·preferred and the limits' own prices. Where round-off
 * leaves a range of prices empty, the most people who can be missing or surplus are charged with the difference.
 */
function coverBound(
  problem: ColumnProblem,
  { solution, prices }: { readonly solution: MasterSolution; readonly prices: Float64Array },
): number {
  let bound = problem.constant;
  for (let cell = 0; cell < problem.cells; cell += 1) {
    const wanted = problem.preferred[cell] as number;
    const gap = Math.max(0, (solution.priceMin[cell] as number) - (solution.priceMax[cell] as number));
    bound += (prices[cell] as number) * wanted - gap * (Math.abs(wanted) + problem.workers.length);
  }
  for (const { limit, price } of solution.limits) bound += price * limit.people;
  return bound;
}

interface PricedAll {
  readonly bound: number;
  readonly added: number;
  readonly isExact: boolean;
  /** Whether the bound rises (> 0) on the way from these prices to the master's own. */
  readonly slope: number;
}

/** Prices every worker; null when time runs out in the middle. */
function priceAll(
  problem: ColumnProblem,
  {
    master,
    pricings,
    solution,
    prices,
    options,
  }: {
    readonly master: Master;
    readonly pricings: readonly WorkerPricing[];
    readonly solution: MasterSolution;
    readonly prices: Float64Array;
    readonly options: GenerationOptions;
  },
): PricedAll | null {
  const costs = new Float64Array(problem.cells);
  const fresh: { readonly worker: number; readonly roster: Int8Array }[] = [];
  const { from, to } = options.span ?? { from: 0, to: problem.days };
  const surplus = problem.preferred.map((wanted) => -wanted);
  let isExact = true;
  let bound = coverBound(problem, { solution, prices });
  for (const [worker, pricing] of pricings.entries()) {
    if (options.mustStop()) return null;
    const kept = options.fixed?.[worker] ?? null;
    if (kept !== null) {
      countInto(problem, { roster: kept, surplus, from, to });
      bound += costAt(problem, { roster: kept, cellCost: pricing.worker.cellCost, prices, from, to });
      continue;
    }
    const forbidden = options.decisions?.forbidden[worker] ?? null;
    const mustWork = options.decisions?.mustWork[worker] ?? null;
    for (let cell = from * problem.shifts; cell < to * problem.shifts; cell += 1) {
      costs[cell] =
        forbidden !== null && forbidden[cell] === 1
          ? Infinity
          : (pricing.worker.cellCost[cell] as number) - (prices[cell] as number);
    }
    const answer = pricing.cheapest(costs, {
      wanted: rostersPerWorker,
      isQuick: options.isQuick ?? false,
      ...(mustWork === null ? {} : { mustWork }),
      ...spanRequest(problem, { pricing, worker, options }),
    });
    bound += answer.bound;
    isExact &&= answer.isExact;
    const best = answer.rosters[0];
    if (best !== undefined) countInto(problem, { roster: best.roster, surplus, from, to });
    for (const { roster } of answer.rosters) {
      const cost = costAt(problem, {
        roster,
        cellCost: pricing.worker.cellCost,
        prices: solution.cellPrice,
        from,
        to,
      });
      if (cost - (solution.workerPrice[worker] as number) < -costSlack) fresh.push({ worker, roster });
    }
  }
  const slope = surplus.reduce(
    (sum, people, cell) => sum - people * ((solution.cellPrice[cell] as number) - (prices[cell] as number)),
    0,
  );
  return { bound: bound - costSlack, added: master.add(fresh), isExact, slope };
}

/** The days that may change for a worker. */
function spanRequest(
  problem: ColumnProblem,
  {
    pricing,
    worker,
    options: { span, isNear },
  }: { readonly pricing: WorkerPricing; readonly worker: number; readonly options: GenerationOptions },
): SpanRequest {
  if (span === undefined) return {};
  const roster = span.rosters[worker] as Roster;
  const { from, to } = span;
  return { from, to, roster, ...(isNear === true ? { corridor: nearRoster(problem, { pricing, roster }) } : {}) };
}

/** Adds a roster to the cover. */
function countInto(
  problem: ColumnProblem,
  {
    roster,
    surplus,
    from,
    to,
  }: { readonly roster: Roster; readonly surplus: Float64Array; readonly from: number; readonly to: number },
): void {
  for (let day = from; day < to; day += 1) {
    const shift = roster[day] as number;
    if (shift < 0) continue;
    const cell = day * problem.shifts + shift;
    surplus[cell] = (surplus[cell] as number) + 1;
  }
}

/** A roster's cost within the span when a person in a cell earns its price. */
function costAt(
  problem: ColumnProblem,
  {
    roster,
    cellCost,
    prices,
    from,
    to,
  }: {
    readonly roster: Roster;
    readonly cellCost: Float64Array;
    readonly prices: Float64Array;
    readonly from: number;
    readonly to: number;
  },
): number {
  let cost = 0;
  for (let day = from; day < to; day += 1) {
    const shift = roster[day] as number;
    if (shift < 0) continue;
    const cell = day * problem.shifts + shift;
    cost += (cellCost[cell] as number) - (prices[cell] as number);
  }
  return cost;
}
