import type { ColumnProblem, ColumnWorker, Roster } from './column-problem.js';
import { pricingGraph } from './pricing-graph.js';
import type { PricingGraph } from './pricing-graph.js';
import { followTable, followWithin, searchPath } from './pricing-paths.js';
import type { PathSearch } from './pricing-paths.js';
import { pricingSpan } from './pricing-span.js';
import type { PricingSpan, SpanRequest } from './pricing-span.js';
import { fillTable, forEachMove, tableBytes } from './pricing-table.js';
import type { PricingTable } from './pricing-table.js';

export interface Priced {
  readonly roster: Roster;
  /** Cost within the span. */
  readonly cost: number;
}

export interface PricingAnswer {
  /** No allowed roster costs less within the span; −∞ when that is not proven, ∞ when there is none. */
  readonly bound: number;
  /** Cheapest first; the first one meets the bound when `isExact`. */
  readonly rosters: readonly Priced[];
  readonly isExact: boolean;
}

export interface WorkerPricing {
  readonly worker: ColumnWorker;
  /** Memory that the table of the whole horizon takes. */
  readonly wholeBytes: () => number;
  /** The cheapest rosters for a cost per cell (`costs`, which must include the worker's own). */
  cheapest(costs: Float64Array, request: SpanRequest & { readonly wanted?: number }): PricingAnswer;
}

/** Beyond this size a table is not filled; the caller takes a shorter span or a corridor. Many threads have less each. */
export const tableBytesMax = 300_000_000;
/** A table counts duties only up to this size; it takes as long as the search that it saves. */
const countedBytesMax = 64_000_000;
/** So many tables with better and better multipliers come before one that counts. */
const roundsBeforeCounts = 2;
/** So many tables with better and better multipliers come before a search with the last one; after the second search it is over. */
const roundsPerSearch = 5;
const labelsMax = 20_000;
/** The second search goes on so far. */
const labelsLast = 300_000;
/** A quick answer is given after so many tables, or this close to its bound (as a share of the largest cost of a cell). */
const quickRounds = 3;
/** Unless no roster has kept the maxima by then; after so many there is none. */
const quickRoundsMax = 15;
const quickSlack = 0.02;
/** Multipliers stay within so many times the largest cost, lest round-off become as large as the costs. */
const multiplierMax = 8;
const slack = 1e-9;

/**
 * Shortest path with resources over the worker's days, exact: a table backward over runs, minutes and weekends, then the maxima per
 * shift. The table's own path mostly keeps them; otherwise the shifts that break theirs get a multiplier. What remains is closed by a
 * table that counts the duties of these shifts (decremental state-space relaxation, Righini & Salani 2008), and where it would be too
 * large to count them all, by a best-first search with the table as its bound.
 */
export function openWorkerPricing(
  problem: ColumnProblem,
  worker: ColumnWorker,
  mostBytes = tableBytesMax,
): WorkerPricing {
  const graphs = new Map<string, PricingGraph>();
  const graphFor = (counted: readonly number[]): PricingGraph => {
    const key = counted.join(' ');
    const graph = graphs.get(key) ?? pricingGraph(problem, { worker, counted });
    graphs.set(key, graph);
    return graph;
  };
  const graph = graphFor([]);
  // What kept a maximum last time nearly does so for similar prices.
  const multipliers = openMultipliers(problem.shifts);
  let wholeBytes = -1;
  return {
    worker,
    wholeBytes() {
      if (wholeBytes < 0) {
        const span = pricingSpan(problem, { graph, request: {} });
        wholeBytes = span === null ? 0 : tableBytes(graph, span);
      }
      return wholeBytes;
    },
    cheapest(costs, request) {
      const isWhole = request.corridor === undefined;
      const span = pricingSpan(problem, { graph, request });
      const none = { bound: isWhole ? Infinity : -Infinity, rosters: [], isExact: isWhole };
      if (span === null) return none;
      if (tableBytes(graph, span) > mostBytes) return { bound: -Infinity, rosters: [], isExact: false };
      const found = priceSpan(problem, {
        span,
        costs,
        multipliers,
        isQuick: request.isQuick ?? false,
        tables: request.tables ?? quickRounds,
        graphFor,
      });
      if (found === null) return none;
      const { best, bound, table } = found;
      const others =
        (request.wanted ?? 1) > 1 && best !== null ? otherStarts(problem, { table, costs, best: best.roster }) : [];
      others.sort((one, other) => one.cost - other.cost);
      const rosters = best === null ? [] : [best, ...others.slice(0, (request.wanted ?? 1) - 1)];
      return { bound: isWhole ? bound : -Infinity, rosters, isExact: isWhole && best !== null && bound >= best.cost };
    },
  };
}

interface Found {
  readonly best: Priced | null;
  /** Below the cost of `best` when the search was given up. */
  readonly bound: number;
  readonly table: PricingTable;
}

/** The cheapest roster that keeps the maxima; null when there is none. */
function priceSpan(
  problem: ColumnProblem,
  {
    span,
    costs,
    multipliers: { values: multipliers, ...memory },
    isQuick,
    tables,
    graphFor,
  }: {
    readonly span: PricingSpan;
    readonly costs: Float64Array;
    readonly multipliers: Multipliers;
    readonly isQuick: boolean;
    readonly tables: number;
    readonly graphFor: (counted: readonly number[]) => PricingGraph;
  },
): Found | null {
  const counted = new Set<number>();
  const scale = largestCost(problem, { costs, span });
  multipliers.forEach((one, shift) => (multipliers[shift] = Math.min(one, multiplierMax * scale)));
  let best: Priced | null = null;
  let bound = -Infinity;
  let graph = graphFor([]);
  for (let round = 1; ; round += 1) {
    multipliers.forEach((multiplier, shift) => multiplier > 0 && counted.add(shift));
    // What the table counts needs no price.
    const charged = multipliers.map((multiplier, shift) => (graph.counted.includes(shift) ? 0 : multiplier));
    const priced = withMultipliers(problem, { costs, multipliers: charged, span });
    const table = fillTable(problem, { graph, span, costs: priced });
    const value = table.values[table.start] as number;
    if (value === Infinity) return null;
    const path = followTable(table, { step: 0, state: table.start, into: Int8Array.from(span.outside) });
    const counts = countsIn(path, span);
    const broken = brokenMaxima(counts, span);
    for (const shift of broken) counted.add(shift);
    const kept = broken.length === 0 ? path : followWithin(problem, { table, costs: priced });
    if (kept !== null) {
      const cost = costOf(problem, { roster: kept, costs, span });
      if (best === null || cost < best.cost) best = { roster: kept, cost };
    }
    bound = Math.max(bound, value - charged.reduce((sum, one, shift) => sum + one * leftFor(span, shift), 0));
    if (best !== null && bound >= best.cost - slack) return { best, bound: best.cost, table };
    const isEnough = round >= tables || (best !== null && bound >= best.cost - quickSlack * scale);
    if (isQuick && (best === null ? round >= quickRoundsMax : isEnough)) return { best, bound, table };
    const larger = isQuick || round < roundsBeforeCounts ? graph : countingGraph({ graph, span, counted, graphFor });
    if (larger !== graph) {
      graph = larger;
      continue;
    }
    if (!isQuick && round % roundsPerSearch === 0) {
      const isLast = round > roundsPerSearch;
      const below: number = best?.cost ?? Infinity;
      const labels = isLast ? labelsLast : labelsMax;
      const search = searchCounted(problem, {
        table,
        costs: priced,
        multipliers: charged,
        counted,
        below,
        labelsMax: labels,
      });
      if (search.isDone) {
        const { roster } = search;
        if (roster !== null) best = { roster, cost: costOf(problem, { roster, costs, span }) };
        return best === null ? null : { best, bound: best.cost, table };
      }
      bound = Math.max(bound, search.bound);
      if (isLast) return { best, bound, table };
    }
    adjust({ values: multipliers, ...memory }, { counts, span, scale });
  }
}

/** The graph that counts as many of the shifts as a table may hold, those with few duties left first. */
function countingGraph({
  graph,
  span,
  counted,
  graphFor,
}: {
  readonly graph: PricingGraph;
  readonly span: PricingSpan;
  readonly counted: ReadonlySet<number>;
  readonly graphFor: (counted: readonly number[]) => PricingGraph;
}): PricingGraph {
  let largest = graph;
  const more = [...counted].filter((shift) => !graph.counted.includes(shift));
  for (const shift of more.sort((one, other) => leftFor(span, one) - leftFor(span, other) || one - other)) {
    const larger = graphFor([...largest.counted, shift]);
    if (tableBytes(larger, span) > countedBytesMax) break;
    largest = larger;
  }
  return largest;
}

/** Shifts that break their maximum in the path found are counted too, until it keeps them all. */
function searchCounted(
  problem: ColumnProblem,
  {
    table,
    costs,
    multipliers,
    counted,
    below,
    labelsMax,
  }: {
    readonly table: PricingTable;
    readonly costs: Float64Array;
    readonly multipliers: Float64Array;
    readonly counted: Set<number>;
    readonly below: number;
    readonly labelsMax: number;
  },
): PathSearch {
  for (;;) {
    const uncounted = [...counted].filter((shift) => !table.graph.counted.includes(shift));
    const shifts = uncounted.map((shift) => ({
      shift,
      left: leftFor(table.span, shift),
      multiplier: multipliers[shift] as number,
    }));
    const search = searchPath(problem, { table, costs, counted: shifts, below, labelsMax });
    const broken = search.roster === null ? [] : brokenMaxima(countsIn(search.roster, table.span), table.span);
    if (broken.length === 0) return search;
    for (const shift of broken) counted.add(shift);
  }
}

/** What one duty of a shift costs beside its price, so that the maxima are kept; with the last step and its direction. */
interface Multipliers {
  readonly values: Float64Array;
  readonly steps: Float64Array;
  readonly directions: Int8Array;
}

function openMultipliers(shifts: number): Multipliers {
  return { values: new Float64Array(shifts), steps: new Float64Array(shifts), directions: new Int8Array(shifts) };
}

/** Steps, as shares of the largest cost of a cell. */
const stepFirst = 1 / 8;
const stepMin = 1 / 2048;

/**
 * Multipliers rise while a path has too many duties of the shift and fall while it has fewer than it may: by longer steps in one
 * direction, by shorter ones at each turn.
 */
function adjust(
  { values, steps, directions }: Multipliers,
  { counts, span, scale }: { readonly counts: Int32Array; readonly span: PricingSpan; readonly scale: number },
): void {
  values.forEach((value, shift) => {
    const direction = Math.sign((counts[shift] as number) - leftFor(span, shift));
    if (direction === 0 || (direction < 0 && value === 0)) return;
    const last = directions[shift] as number;
    const length = last === 0 ? scale * stepFirst : (steps[shift] as number) * (direction === last ? 2 : 0.4);
    const step = Math.min(scale, Math.max(scale * stepMin, length));
    steps[shift] = step;
    directions[shift] = direction;
    values[shift] = Math.max(0, value + direction * step);
  });
}

function withMultipliers(
  problem: ColumnProblem,
  {
    costs,
    multipliers,
    span,
  }: { readonly costs: Float64Array; readonly multipliers: Float64Array; readonly span: PricingSpan },
): Float64Array {
  if (multipliers.every((multiplier) => multiplier === 0)) return costs;
  const priced = Float64Array.from(costs);
  for (let day = span.from; day < span.from + span.length; day += 1) {
    for (let shift = 0; shift < problem.shifts; shift += 1) {
      const cell = day * problem.shifts + shift;
      priced[cell] = (priced[cell] as number) + (multipliers[shift] as number);
    }
  }
  return priced;
}

/** Of a cell of the span; at least 1. */
function largestCost(
  problem: ColumnProblem,
  { costs, span }: { readonly costs: Float64Array; readonly span: PricingSpan },
): number {
  let most = 1;
  for (let cell = span.from * problem.shifts; cell < (span.from + span.length) * problem.shifts; cell += 1) {
    const cost = Math.abs(costs[cell] as number);
    if (cost > most && cost < Infinity) most = cost;
  }
  return most;
}

function leftFor(span: PricingSpan, shift: number): number {
  return span.countsLeft[shift] as number;
}

function countsIn(roster: Roster, span: PricingSpan): Int32Array {
  const counts = new Int32Array(span.countsLeft.length);
  for (const shift of roster.subarray(span.from, span.from + span.length)) {
    if (shift >= 0) counts[shift] = (counts[shift] as number) + 1;
  }
  return counts;
}

function brokenMaxima(counts: Int32Array, span: PricingSpan): number[] {
  return [...counts.keys()].filter((shift) => (counts[shift] as number) > leftFor(span, shift));
}

/** The best roster behind each other first move of the table: good rosters unlike the best one. */
function otherStarts(
  problem: ColumnProblem,
  { table, costs, best }: { readonly table: PricingTable; readonly costs: Float64Array; readonly best: Roster },
): Priced[] {
  const { span, prices } = table;
  const found: Priced[] = [];
  forEachMove(table, { step: 0, state: table.start }, (kind, next) => {
    const first = kind < 0 ? -1 : (prices.shift[kind] as number);
    if (first === best[span.from]) return;
    const roster = followTable(table, { step: 1, state: next, into: Int8Array.from(span.outside) });
    roster[span.from] = first;
    if (brokenMaxima(countsIn(roster, span), span).length === 0) {
      found.push({ roster, cost: costOf(problem, { roster, costs, span }) });
    }
  });
  return found;
}

function costOf(
  problem: ColumnProblem,
  { roster, costs, span }: { readonly roster: Roster; readonly costs: Float64Array; readonly span: PricingSpan },
): number {
  let cost = 0;
  for (let day = span.from; day < span.from + span.length; day += 1) {
    const shift = roster[day] as number;
    if (shift >= 0) cost += costs[day * problem.shifts + shift] as number;
  }
  return cost;
}
