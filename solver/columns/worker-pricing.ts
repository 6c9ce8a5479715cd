import type { ColumnProblem, ColumnWorker, Roster } from './column-problem.js';
import { pricingGraph } from './pricing-graph.js';
import type { PricingGraph } from './pricing-graph.js';
import { pricingSpan } from './pricing-span.js';
import type { PricingSpan, SpanRequest } from './pricing-span.js';

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
  /** The cheapest rosters for a cost per cell (`costs`, which must include the worker's own). */
  cheapest(costs: Float64Array, request: SpanRequest & { readonly wanted?: number }): PricingAnswer;
}

/** Beyond these sizes a layer table is not built; the caller takes a shorter span or a corridor. */
const tableBytesMax = 300_000_000;
const countStatesMax = 64;
const penaltyRoundsMax = 40;

/** One table for all workers of a thread: a layer after each day, values by node, count, weekends and minutes. */
let table = new Float64Array(0);

/**
 * Shortest path with resources over the worker's days, exact: forward over all states, minutes and weekends as array
 * indices, then backward along the values. Maxima per shift join the state only once the path breaks them (decremental
 * state-space relaxation, Righini & Salani 2008), for most never bind.
 */
export function openWorkerPricing(problem: ColumnProblem, worker: ColumnWorker): WorkerPricing {
  const graphs = new Map<string, PricingGraph>();
  const graphFor = (counted: readonly number[]): PricingGraph => {
    const key = counted.join(',');
    const known = graphs.get(key) ?? pricingGraph(problem, { worker, counted });
    graphs.set(key, known);
    return known;
  };
  // Maxima that once bound will bind again for similar prices.
  let remembered: readonly number[] = [];
  return {
    worker,
    cheapest(costs, request) {
      const isWhole = request.corridor === undefined;
      let counted: readonly number[] = remembered;
      let bound = -Infinity;
      const rosters: Priced[] = [];
      for (;;) {
        const graph = graphFor(counted);
        const span = pricingSpan(problem, { graph, request });
        if (span === null) return { bound: isWhole ? Infinity : bound, rosters, isExact: isWhole };
        if (graph.counts > countStatesMax || tableSize(graph, span) * 8 > tableBytesMax) {
          remembered = [];
          rosters.push(...penalised(problem, { graph: graphFor([]), request, costs }));
          rosters.sort((one, other) => one.cost - other.cost);
          return { bound, rosters, isExact: false };
        }
        const paths = solve(problem, { graph, span, costs, wanted: request.wanted ?? 1 });
        const best = paths[0];
        if (best === undefined) return { bound: isWhole ? Infinity : bound, rosters, isExact: isWhole };
        if (isWhole) bound = Math.max(bound, best.cost);
        const broken = brokenMaxima(worker, best.roster);
        rosters.push(...paths.filter((path) => brokenMaxima(worker, path.roster).length === 0));
        if (broken.length === 0) {
          remembered = counted;
          rosters.sort((one, other) => one.cost - other.cost);
          return { bound, rosters, isExact: isWhole };
        }
        counted = [...new Set([...counted, ...broken])].sort((one, other) => one - other);
      }
    },
  };
}

/** Where the maxima are too large to count: a price on the shifts that break theirs, raised until a roster keeps them. */
function penalised(
  problem: ColumnProblem,
  {
    graph,
    request,
    costs,
  }: { readonly graph: PricingGraph; readonly request: SpanRequest; readonly costs: Float64Array },
): Priced[] {
  const span = pricingSpan(problem, { graph, request });
  if (span === null || tableSize(graph, span) * 8 > tableBytesMax) return [];
  const priced = Float64Array.from(costs);
  const step = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1) / 16;
  for (let round = 0; round < penaltyRoundsMax; round += 1) {
    const best = solve(problem, { graph, span, costs: priced, wanted: 1 })[0];
    if (best === undefined) return [];
    const broken = brokenMaxima(graph.worker, best.roster);
    if (broken.length === 0)
      return [{ roster: best.roster, cost: costOf(problem, { roster: best.roster, costs, span }) }];
    for (const shift of broken) {
      for (let day = span.from; day < span.from + span.length; day += 1) {
        const cell = day * problem.shifts + shift;
        priced[cell] = (priced[cell] as number) + step;
      }
    }
  }
  return [];
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

function tableSize(graph: PricingGraph, span: PricingSpan): number {
  return (span.length + 1) * graph.nodes * graph.counts * span.weekendStates * span.width;
}

function brokenMaxima(worker: ColumnWorker, roster: Roster): number[] {
  const counts = new Int32Array(worker.shiftMax.length);
  for (const shift of roster) if (shift >= 0) counts[shift] = (counts[shift] as number) + 1;
  const broken: number[] = [];
  counts.forEach((count, shift) => {
    if (count > (worker.shiftMax[shift] as number)) broken.push(shift);
  });
  return broken;
}

interface Task {
  readonly graph: PricingGraph;
  readonly span: PricingSpan;
  readonly costs: Float64Array;
  readonly wanted: number;
}

function solve(problem: ColumnProblem, task: Task): Priced[] {
  const { graph, span } = task;
  const prices = kindPrices(problem, task);
  const size = tableSize(graph, span);
  if (table.length < size) table = new Float64Array(Math.ceil(size * 1.2));
  const block = graph.counts * span.weekendStates * span.width;
  const layer = graph.nodes * block;
  table.fill(Infinity, 0, layer);
  table[
    span.startNode * block +
      span.startCount * span.weekendStates * span.width +
      (span.startUnits - (span.low[0] as number))
  ] = 0;
  const isReached = new Uint8Array((span.length + 1) * graph.nodes);
  isReached[span.startNode] = 1;
  for (let step = 0; step < span.length; step += 1) {
    table.fill(Infinity, (step + 1) * layer, (step + 2) * layer);
    for (let node = 0; node < graph.nodes; node += 1) {
      if (isReached[step * graph.nodes + node] === 0) continue;
      forEachMove({ graph, span, step, node, prices }, (target, kind, addedWeekends) => {
        isReached[(step + 1) * graph.nodes + target] = 1;
        relax({
          graph,
          span,
          step,
          from: step * layer + node * block,
          to: (step + 1) * layer + target * block,
          kind,
          addedWeekends,
          price: kind < 0 ? 0 : (prices.cost[step * graph.kinds.length + kind] as number),
        });
      });
    }
  }
  return backtrack({ ...task, prices, layer, block });
}

interface KindPrices {
  readonly cost: Float64Array;
  readonly shift: Int32Array;
}

/** The cheapest shift of each kind on each day of the span. */
function kindPrices(problem: ColumnProblem, { graph, span, costs }: Task): KindPrices {
  const kinds = graph.kinds.length;
  const cost = new Float64Array(span.length * kinds).fill(Infinity);
  const shift = new Int32Array(span.length * kinds).fill(-1);
  const { mayWork } = graph.worker;
  for (let step = 0; step < span.length; step += 1) {
    const first = (span.from + step) * problem.shifts;
    for (let kind = 0; kind < kinds; kind += 1) {
      for (const member of graph.kinds[kind]?.shifts ?? []) {
        const value = costs[first + member] as number;
        if (mayWork[first + member] === 1 && value < (cost[step * kinds + kind] as number)) {
          cost[step * kinds + kind] = value;
          shift[step * kinds + kind] = member;
        }
      }
    }
  }
  return { cost, shift };
}

interface Place {
  readonly graph: PricingGraph;
  readonly span: PricingSpan;
  readonly step: number;
  readonly node: number;
  readonly prices: KindPrices;
}

/** Every step out of a node: a day off (kind −1) or a duty of a kind, with the weekends that it adds. */
function forEachMove(
  { graph, span, step, node, prices }: Place,
  visit: (target: number, kind: number, addedWeekends: number) => void,
): void {
  const { worker } = graph;
  const day = span.from + step;
  const isOff = node < worker.offMin;
  const lastClass = isOff ? -1 : Math.floor((node - worker.offMin) / worker.runMax);
  const run = isOff ? 0 : ((node - worker.offMin) % worker.runMax) + 1;
  if (span.mustWork[day] === 0) {
    if (isOff) visit(Math.min(node + 1, worker.offMin - 1), -1, 0);
    // A run shorter than the minimum may end only when it touches the first day.
    else if (run >= worker.runMin || run === day) visit(0, -1, 0);
  }
  if (isOff ? node < worker.offMin - 1 : run >= worker.runMax) return;
  const added = isOff ? (span.newWeekendAfterOff[step] as number) : (span.newWeekendAfterWork[step] as number);
  for (let kind = 0; kind < graph.kinds.length; kind += 1) {
    const { class: ownClass, mayFollowClass } = graph.kinds[kind] as PricingGraph['kinds'][number];
    if (prices.cost[step * graph.kinds.length + kind] === Infinity) continue;
    if (!isOff && mayFollowClass[lastClass] === 0) continue;
    visit(worker.offMin + ownClass * worker.runMax + run, kind, added);
  }
}

interface Relaxation {
  readonly graph: PricingGraph;
  readonly span: PricingSpan;
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly addedWeekends: number;
  readonly price: number;
}

function relax({ graph, span, step, from, to, kind, addedWeekends, price }: Relaxation): void {
  const { width, weekendStates, low, high } = span;
  const units = kind < 0 ? 0 : (graph.kinds[kind]?.units as number);
  const lowHere = low[step] as number;
  const lowNext = low[step + 1] as number;
  const first = Math.max(lowHere, lowNext - units);
  const last = Math.min(high[step] as number, (high[step + 1] as number) - units);
  const weekendShift = addedWeekends + (span.weekendBase[step] as number) - (span.weekendBase[step + 1] as number);
  const values = table;
  for (let count = 0; count < graph.counts; count += 1) {
    const nextCount = countAfter(graph, kind, count);
    if (nextCount < 0) continue;
    for (let weekend = 0; weekend < weekendStates; weekend += 1) {
      const nextWeekend = Math.max(0, weekend + weekendShift);
      if (nextWeekend >= weekendStates) break;
      const source = from + (count * weekendStates + weekend) * width - lowHere;
      const target = to + (nextCount * weekendStates + nextWeekend) * width - lowNext + units;
      for (let unit = first; unit <= last; unit += 1) {
        const value = (values[source + unit] as number) + price;
        if (value < (values[target + unit] as number)) values[target + unit] = value;
      }
    }
  }
}

/** The count state after a duty; −1 when its maximum is used up. */
function countAfter(graph: PricingGraph, kind: number, count: number): number {
  const stride = kind < 0 ? 0 : (graph.kinds[kind]?.countStride as number);
  if (stride === 0) return count;
  const max = graph.kinds[kind]?.countMax as number;
  return Math.floor(count / stride) % (max + 1) < max ? count + stride : -1;
}

/** The cheapest way into every allowed last node, followed back along equal sums. */
function backtrack(
  task: Task & { readonly prices: KindPrices; readonly layer: number; readonly block: number },
): Priced[] {
  const { graph, span, layer, block, wanted } = task;
  const ends: { readonly cost: number; readonly at: number }[] = [];
  for (let node = 0; node < graph.nodes; node += 1) {
    if (span.mayEnd[node] === 0) continue;
    let at = -1;
    let cost = Infinity;
    const first = span.length * layer + node * block;
    for (let state = first; state < first + block; state += 1) {
      if ((table[state] as number) < cost) {
        cost = table[state] as number;
        at = state - span.length * layer;
      }
    }
    if (at >= 0) ends.push({ cost, at });
  }
  ends.sort((one, other) => one.cost - other.cost);
  return ends.slice(0, wanted).map(({ cost, at }) => ({ cost, roster: follow(task, at) }));
}

function follow(
  task: Task & { readonly prices: KindPrices; readonly layer: number; readonly block: number },
  end: number,
): Roster {
  const { graph, span, prices, layer } = task;
  const roster = Int8Array.from(span.outside);
  let state = end;
  for (let step = span.length - 1; step >= 0; step -= 1) {
    const before = predecessor(task, { step, state });
    roster[span.from + step] = before.kind < 0 ? -1 : (prices.shift[step * graph.kinds.length + before.kind] as number);
    state = before.state;
  }
  // The start has value 0 in exactly one state, so a chain of equal sums ends there.
  if (table[state] !== 0 || state >= layer) throw new Error('A roster was not traced back to its first day');
  return roster;
}

function predecessor(
  task: Task & { readonly prices: KindPrices; readonly layer: number; readonly block: number },
  { step, state }: { readonly step: number; readonly state: number },
): { readonly state: number; readonly kind: number } {
  const { graph, span, prices, layer, block } = task;
  const { width, weekendStates } = span;
  const value = table[(step + 1) * layer + state] as number;
  const node = Math.floor(state / block);
  const unit = (state % width) + (span.low[step + 1] as number);
  const weekend = Math.floor((state % block) / width) % weekendStates;
  const count = Math.floor((state % block) / width / weekendStates);
  const weekendChange = (span.weekendBase[step] as number) - (span.weekendBase[step + 1] as number);
  const found: { readonly state: number; readonly kind: number }[] = [];
  for (let from = 0; from < graph.nodes && found.length === 0; from += 1) {
    forEachMove({ graph, span, step, node: from, prices }, (target, kind, added) => {
      if (target !== node || found.length > 0) return;
      const units = unit - (kind < 0 ? 0 : (graph.kinds[kind]?.units as number));
      if (units < (span.low[step] as number) || units > (span.high[step] as number)) return;
      const price = kind < 0 ? 0 : (prices.cost[step * graph.kinds.length + kind] as number);
      const countBefore = count - (kind < 0 ? 0 : (graph.kinds[kind]?.countStride as number));
      if (countBefore < 0 || countAfter(graph, kind, countBefore) !== count) return;
      for (let before = 0; before < weekendStates; before += 1) {
        if (Math.max(0, before + added + weekendChange) !== weekend) continue;
        const candidate =
          from * block + (countBefore * weekendStates + before) * width + units - (span.low[step] as number);
        if ((table[step * layer + candidate] as number) + price === value) {
          found.push({ state: candidate, kind });
          return;
        }
      }
    });
  }
  const first = found[0];
  if (first === undefined) throw new Error('A roster could not be traced back');
  return first;
}
