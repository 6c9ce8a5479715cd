import type { ColumnProblem, Roster } from './column-problem.js';
import type { PricingGraph } from './pricing-graph.js';
import { forEachMove } from './pricing-table.js';
import type { PricingTable } from './pricing-table.js';

/** A shift whose maximum is kept track of: duties left in the span, and its price in the table beside its cost. */
interface CountedShift {
  readonly shift: number;
  readonly left: number;
  readonly multiplier: number;
}

export interface PathSearch {
  /** The cheapest roster that keeps the counted maxima; null when none costs less than `below`, or the search was given up. */
  readonly roster: Roster | null;
  /** No roster below `below` that keeps the counted maxima costs less. */
  readonly bound: number;
  readonly isDone: boolean;
}

/** The cheapest way from a state to the last day, maxima left out. */
export function followTable(
  table: PricingTable,
  start: { readonly step: number; readonly state: number; readonly into: Roster },
): Roster {
  const kinds = table.graph.kinds.length;
  const { shift, cost } = table.prices;
  const roster = follow(table, {
    ...start,
    offer: (kind, step) => ({ shift: shift[step * kinds + kind] as number, cost: cost[step * kinds + kind] as number }),
  });
  if (roster === null) throw new Error('A roster was not traced to its last day');
  return roster;
}

/**
 * The table's cheapest way as long as duties of its shifts are left, then the cheapest one that is open: it keeps the maxima. null when
 * it ends before the last day.
 */
export function followWithin(
  problem: ColumnProblem,
  { table, costs }: { readonly table: PricingTable; readonly costs: Float64Array },
): Roster | null {
  const { graph, span } = table;
  const left = Int32Array.from(span.countsLeft);
  const offer = (kind: number, step: number): Offer | null => {
    const first = (span.from + step) * problem.shifts;
    let best: Offer | null = null;
    for (const shift of (graph.kinds[kind] as PricingGraph['kinds'][number]).shifts) {
      const cost = costs[first + shift] as number;
      if (left[shift] === 0 || graph.worker.mayWork[first + shift] === 0 || cost >= (best?.cost ?? Infinity)) continue;
      best = { shift, cost };
    }
    return best;
  };
  return follow(table, {
    step: 0,
    state: table.start,
    into: Int8Array.from(span.outside),
    offer,
    onDuty: (shift) => (left[shift] = (left[shift] as number) - 1),
  });
}

/** A duty of a kind on a day. */
interface Offer {
  readonly shift: number;
  readonly cost: number;
}

function follow(
  table: PricingTable,
  {
    step: first,
    state,
    into,
    offer,
    onDuty,
  }: {
    readonly step: number;
    readonly state: number;
    readonly into: Roster;
    readonly offer: (kind: number, step: number) => Offer | null;
    readonly onDuty?: (shift: number) => void;
  },
): Roster | null {
  const { span } = table;
  let at = state;
  for (let step = first; step < span.length; step += 1) {
    let least = Infinity;
    let next = -1;
    let chosen = -1;
    forEachMove(table, { step, state: at }, (kind, after, value) => {
      const duty = kind < 0 ? null : offer(kind, step);
      if (kind >= 0 && duty === null) return;
      const cost = value + (duty?.cost ?? 0);
      if (cost >= least) return;
      least = cost;
      next = after;
      chosen = duty?.shift ?? -1;
    });
    if (next < 0) return null;
    if (chosen >= 0) onDuty?.(chosen);
    into[span.from + step] = chosen;
    at = next;
  }
  return into;
}

interface Label {
  /** No completion costs less. */
  readonly bound: number;
  /** Cost so far, multipliers included. */
  readonly cost: number;
  readonly step: number;
  readonly state: number;
  /** Digits: duties so far of each counted shift. */
  readonly counts: number;
  readonly shift: number;
  readonly parent: Label | null;
}

/**
 * Best-first search forward over the table's states joined with the counts, guided by the table's values (A*, Hart, Nilsson & Raphael
 * 1968): a completion costs at least its value less what the multipliers charge for duties that are still left (Lagrange).
 */
export function searchPath(
  problem: ColumnProblem,
  {
    table,
    costs,
    counted,
    below,
    labelsMax,
  }: {
    readonly table: PricingTable;
    /** As the table was filled with: multipliers included. */
    readonly costs: Float64Array;
    readonly counted: readonly CountedShift[];
    readonly below: number;
    readonly labelsMax: number;
  },
): PathSearch {
  const { graph, span } = table;
  const digits = digitsOf(problem, counted);
  const states = (span.length + 1) * table.layer;
  if (digits.size * states > Number.MAX_SAFE_INTEGER) return { roster: null, bound: -Infinity, isDone: false };
  const free = counted.reduce((sum, { left, multiplier }) => sum + left * multiplier, 0);
  const open = new LabelHeap();
  const closed = new Set<number>();
  const push = (label: Omit<Label, 'bound'>, value: number): void => {
    const bound = label.cost + value - (label.step === span.length ? digits.charge(label.counts) : free);
    if (bound < below) open.push({ ...label, bound });
  };
  push(
    { cost: 0, step: 0, state: table.start, counts: 0, shift: -1, parent: null },
    table.values[table.start] as number,
  );
  for (let label = open.pop(); label !== undefined; label = open.pop()) {
    if (label.step === span.length) return { roster: rosterOf(table, label), bound: label.bound, isDone: true };
    const key = (label.step * table.layer + label.state) * digits.size + label.counts;
    if (closed.has(key)) continue;
    if (closed.size >= labelsMax) return { roster: null, bound: label.bound, isDone: false };
    closed.add(key);
    const { cost, step, counts } = label;
    const parent = label;
    forEachMove(table, label, (kind, next, value) => {
      const onward = { step: step + 1, state: next, parent };
      if (kind < 0) push({ ...onward, cost, counts, shift: -1 }, value);
      else {
        for (const [shift, after] of digits.choices(graph.kinds[kind] as PricingGraph['kinds'][number], {
          first: (span.from + step) * problem.shifts,
          counts,
          costs,
          mayWork: graph.worker.mayWork,
        }))
          push(
            {
              ...onward,
              cost: cost + (costs[(span.from + step) * problem.shifts + shift] as number),
              counts: after,
              shift,
            },
            value,
          );
      }
    });
  }
  return { roster: null, bound: below, isDone: true };
}

function rosterOf({ span }: PricingTable, last: Label): Roster {
  const roster = Int8Array.from(span.outside);
  for (let label: Label | null = last; label !== null; label = label.parent) {
    if (label.step > 0) roster[span.from + label.step - 1] = label.shift;
  }
  return roster;
}

interface Digits {
  readonly size: number;
  /** What the multipliers have charged for these counts. */
  charge(counts: number): number;
  /** The shifts of a kind worth a look, each with the counts after it: the cheapest uncounted one, and each counted one with duties left. */
  choices(
    kind: PricingGraph['kinds'][number],
    place: {
      readonly first: number;
      readonly counts: number;
      readonly costs: Float64Array;
      readonly mayWork: Uint8Array;
    },
  ): [shift: number, counts: number][];
}

function digitsOf(problem: ColumnProblem, counted: readonly CountedShift[]): Digits {
  const strides = counted.map((_, index) =>
    counted.slice(0, index).reduce((product, { left }) => product * (left + 1), 1),
  );
  const indexOf = new Int32Array(problem.shifts).fill(-1);
  counted.forEach(({ shift }, index) => (indexOf[shift] = index));
  const digit = (counts: number, index: number): number =>
    Math.floor(counts / (strides[index] as number)) % ((counted[index]?.left ?? 0) + 1);
  return {
    size: counted.reduce((product, { left }) => product * (left + 1), 1),
    charge: (counts) => counted.reduce((sum, { multiplier }, index) => sum + multiplier * digit(counts, index), 0),
    choices({ shifts }, { first, counts, costs, mayWork }) {
      const found: [number, number][] = [];
      let cheapest = -1;
      for (const shift of shifts) {
        if (mayWork[first + shift] === 0 || costs[first + shift] === Infinity) continue;
        const index = indexOf[shift] as number;
        if (index < 0) {
          if (cheapest < 0 || (costs[first + shift] as number) < (costs[first + cheapest] as number)) cheapest = shift;
        } else if (digit(counts, index) < (counted[index]?.left ?? 0)) {
          found.push([shift, counts + (strides[index] as number)]);
        }
      }
      if (cheapest >= 0) found.push([cheapest, counts]);
      return found;
    },
  };
}

/** Least bound first, among equals the furthest day. */
class LabelHeap {
  readonly #labels: Label[] = [];

  push(label: Label): void {
    const labels = this.#labels;
    let at = labels.length;
    labels.push(label);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!precedes(label, labels[parent] as Label)) break;
      labels[at] = labels[parent] as Label;
      at = parent;
    }
    labels[at] = label;
  }

  pop(): Label | undefined {
    const labels = this.#labels;
    const first = labels[0];
    const last = labels.pop();
    if (last === undefined || labels.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= labels.length) break;
      if (child + 1 < labels.length && precedes(labels[child + 1] as Label, labels[child] as Label)) child += 1;
      if (!precedes(labels[child] as Label, last)) break;
      labels[at] = labels[child] as Label;
      at = child;
    }
    labels[at] = last;
    return first;
  }
}

function precedes(one: Label, other: Label): boolean {
  return one.bound < other.bound || (one.bound === other.bound && one.step > other.step);
}
