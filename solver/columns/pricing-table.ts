import type { ColumnProblem } from './column-problem.js';
import type { PricingGraph } from './pricing-graph.js';
import type { PricingSpan } from './pricing-span.js';

/** The cheapest shift of each kind on each day of the span: step × kinds + kind. */
interface KindPrices {
  readonly cost: Float64Array;
  readonly shift: Int32Array;
}

/**
 * What the rest of the span costs at least, from each state on. A *state* is node × block + counts × plane + weekends × width +
 * units − low; its value after `step` days stands at step × layer + state.
 */
export interface PricingTable {
  readonly graph: PricingGraph;
  readonly span: PricingSpan;
  readonly prices: KindPrices;
  readonly values: Float64Array;
  readonly counts: CountStates;
  readonly plane: number;
  readonly block: number;
  readonly layer: number;
  readonly start: number;
}

/** Duties so far of the counted shifts, as one number of mixed digits. */
interface CountStates {
  readonly size: number;
  /** Per counted shift: the number after one more duty; −1 when none is left. */
  readonly after: readonly Int32Array[];
}

/** One table for all workers of a thread: each new one overwrites the last. */
let memory = new Float64Array(0);

/** Gives the memory back, where a thread prices nobody for a while. */
export function releaseTable(): void {
  memory = new Float64Array(0);
}

export function tableBytes(graph: PricingGraph, span: PricingSpan): number {
  return (span.length + 1) * graph.nodes * countSize(graph, span) * span.weekendStates * span.width * 8;
}

function countSize({ counted }: PricingGraph, { countsLeft }: PricingSpan): number {
  return counted.reduce((product, shift) => product * ((countsLeft[shift] as number) + 1), 1);
}

function countStates(graph: PricingGraph, span: PricingSpan): CountStates {
  const size = countSize(graph, span);
  let stride = 1;
  const after = graph.counted.map((shift) => {
    const own = stride;
    const left = span.countsLeft[shift] as number;
    stride *= left + 1;
    return Int32Array.from({ length: size }, (_, state) =>
      Math.floor(state / own) % (left + 1) < left ? state + own : -1,
    );
  });
  return { size, after };
}

/**
 * Shortest paths with resources, backward over the days, with runs, minutes, weekends and the duties of counted shifts in the state;
 * the other maxima are left out, so that the values are exact without them and bounds with them. Valid until the next table is filled.
 */
export function fillTable(
  problem: ColumnProblem,
  { graph, span, costs }: { readonly graph: PricingGraph; readonly span: PricingSpan; readonly costs: Float64Array },
): PricingTable {
  const size = tableBytes(graph, span) / 8;
  if (memory.length < size) memory = new Float64Array(Math.ceil(size * 1.2));
  const plane = span.weekendStates * span.width;
  const counts = countStates(graph, span);
  const block = counts.size * plane;
  const table: PricingTable = {
    graph,
    span,
    prices: kindPrices(problem, { graph, span, costs }),
    values: memory,
    counts,
    plane,
    block,
    layer: graph.nodes * block,
    start: span.startNode * block + span.startUnits - (span.low[0] as number),
  };
  fillLast(table);
  for (let step = span.length - 1; step >= 0; step -= 1) fillStep(table, step);
  return table;
}

function kindPrices(
  problem: ColumnProblem,
  { graph, span, costs }: { readonly graph: PricingGraph; readonly span: PricingSpan; readonly costs: Float64Array },
): KindPrices {
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

/** After the last day nothing costs anything, where the roster may end and its minutes reach their minimum. */
function fillLast({ graph, span, values, block, counts, layer }: PricingTable): void {
  const first = span.length * layer;
  values.fill(Infinity, first, first + layer);
  const count = (span.high[span.length] as number) - (span.low[span.length] as number) + 1;
  for (let node = 0; node < graph.nodes; node += 1) {
    if (span.mayEnd[node] === 0) continue;
    for (let line = 0; line < counts.size * span.weekendStates; line += 1) {
      const from = first + node * block + line * span.width;
      values.fill(0, from, from + count);
    }
  }
}

function fillStep(table: PricingTable, step: number): void {
  const { graph, span, prices, values, block, layer } = table;
  const { runMin, runMax, offMin } = graph.worker;
  const day = span.from + step;
  const mayRest = span.mustWork[day] === 0;
  const here = step * layer;
  const first = offMin;
  values.fill(Infinity, here, here + layer);
  const work = (node: number, kind: number, run: number, addedWeekends: number): void => {
    const price = prices.cost[step * graph.kinds.length + kind] as number;
    if (price === Infinity) return;
    const { class: own, units, countIndex } = graph.kinds[kind] as PricingGraph['kinds'][number];
    relax(table, step, node, first + own * runMax + run - 1, units, addedWeekends, price, countIndex);
  };
  if (mayRest) {
    for (let node = 0; node < offMin; node += 1) relax(table, step, node, Math.min(node + 1, offMin - 1), 0, 0, 0, -1);
  }
  const afterOff = span.newWeekendAfterOff[step] as number;
  for (let kind = 0; kind < graph.kinds.length; kind += 1) work(offMin - 1, kind, 1, afterOff);
  const afterWork = span.newWeekendAfterWork[step] as number;
  for (let run = 1; run <= runMax; run += 1) {
    // A run shorter than the minimum may end only when it touches the first day.
    const mayEnd = mayRest && (run >= runMin || run === day);
    for (const { class: own, base, more } of graph.followers) {
      const node = first + own * runMax + run - 1;
      if (base >= 0) {
        const from = here + (first + base * runMax + run - 1) * block;
        values.copyWithin(here + node * block, from, from + block);
      } else if (mayEnd) relax(table, step, node, 0, 0, 0, 0, -1);
      if (run < runMax) for (const kind of more) work(node, kind, run + 1, afterWork);
    }
  }
}

/** One move out of a node for all its counts, weekends and units. */
function relax(
  { span, values, counts, plane, block, layer }: PricingTable,
  step: number,
  node: number,
  target: number,
  units: number,
  addedWeekends: number,
  price: number,
  countIndex: number,
): void {
  const { width, weekendStates, low, high, weekendBase } = span;
  const after = counts.after[countIndex];
  const lowHere = low[step] as number;
  const lowNext = low[step + 1] as number;
  const first = Math.max(lowHere, lowNext - units);
  const count = Math.min(high[step] as number, (high[step + 1] as number) - units) - first + 1;
  const shifted = addedWeekends + (weekendBase[step] as number) - (weekendBase[step + 1] as number);
  const into = step * layer + node * block + first - lowHere;
  const from = (step + 1) * layer + target * block + first + units - lowNext;
  for (let state = 0; state < counts.size; state += 1) {
    const nextState = after === undefined ? state : (after[state] as number);
    if (nextState < 0) continue;
    for (let weekend = 0; weekend < weekendStates; weekend += 1) {
      const nextWeekend = Math.max(0, weekend + shifted);
      if (nextWeekend >= weekendStates) break;
      const own = into + state * plane + weekend * width;
      const next = from + nextState * plane + nextWeekend * width;
      for (let unit = 0; unit < count; unit += 1) {
        const value = (values[next + unit] as number) + price;
        if (value < (values[own + unit] as number)) values[own + unit] = value;
      }
    }
  }
}

/** Every step out of a state: a day off (kind −1) or a duty of a kind, with the state that it leads to and its value from there on. */
export function forEachMove(
  { graph, span, prices, values, counts, plane, block, layer }: PricingTable,
  { step, state }: { readonly step: number; readonly state: number },
  visit: (kind: number, next: number, valueAfter: number) => void,
): void {
  const { runMin, runMax, offMin } = graph.worker;
  const { width } = span;
  const day = span.from + step;
  const node = Math.floor(state / block);
  const count = Math.floor((state % block) / plane);
  const weekend = Math.floor((state % plane) / width);
  const unit = (state % width) + (span.low[step] as number);
  const isOff = node < offMin;
  const lastClass = isOff ? -1 : Math.floor((node - offMin) / runMax);
  const run = isOff ? 0 : ((node - offMin) % runMax) + 1;
  const base = (span.weekendBase[step] as number) - (span.weekendBase[step + 1] as number);
  const move = (target: number, kind: number, units: number, addedWeekends: number, nextCount: number): void => {
    const nextWeekend = Math.max(0, weekend + addedWeekends + base);
    const nextUnit = unit + units;
    if (nextWeekend >= span.weekendStates || nextCount < 0) return;
    if (nextUnit < (span.low[step + 1] as number) || nextUnit > (span.high[step + 1] as number)) return;
    const next = target * block + nextCount * plane + nextWeekend * width + nextUnit - (span.low[step + 1] as number);
    const value = values[(step + 1) * layer + next] as number;
    if (value < Infinity) visit(kind, next, value);
  };
  if (span.mustWork[day] === 0) {
    if (isOff) move(Math.min(node + 1, offMin - 1), -1, 0, 0, count);
    else if (run >= runMin || run === day) move(0, -1, 0, 0, count);
  }
  if (isOff ? node < offMin - 1 : run >= runMax) return;
  const added = isOff ? (span.newWeekendAfterOff[step] as number) : (span.newWeekendAfterWork[step] as number);
  graph.kinds.forEach((kind, index) => {
    if (prices.cost[step * graph.kinds.length + index] === Infinity) return;
    if (!isOff && kind.mayFollowClass[lastClass] === 0) return;
    const after = counts.after[kind.countIndex];
    const nextCount = after === undefined ? count : (after[count] as number);
    move(offMin + kind.class * runMax + run, index, kind.units, added, nextCount);
  });
}
