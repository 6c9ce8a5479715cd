import type { ColumnProblem, ColumnWorker } from './column-problem.js';

/**
 * The network of one worker's days. A *node* is what the past of a roster means for its future: the class of the last shift
 * with the length of the run, or the number of days off up to the minimum. A *kind* is a set of shifts that are the same to
 * every limit, so that only the cheapest of them matters on a day.
 */
export interface PricingGraph {
  readonly worker: ColumnWorker;
  /** Nodes 0 … offMin − 1 are 1 … offMin days off (the last: at least the minimum); then class × runMax + run − 1. */
  readonly nodes: number;
  readonly classes: number;
  readonly classOf: Int32Array;
  readonly kinds: readonly ShiftKind[];
  /** Shifts whose maximum is counted, in the order of the count's digits. */
  readonly counted: readonly number[];
  /** How many count states there are: the product of (maximum + 1). */
  readonly counts: number;
}

export interface ShiftKind {
  readonly units: number;
  readonly shifts: readonly number[];
  readonly class: number;
  /** 1 for every class after which the kind may be worked. */
  readonly mayFollowClass: Uint8Array;
  /** What one duty adds to the count state; 0 for a kind that is not counted. */
  readonly countStride: number;
  /** Largest number of duties of the kind, when counted. */
  readonly countMax: number;
}

export function pricingGraph(
  problem: ColumnProblem,
  { worker, counted }: { readonly worker: ColumnWorker; readonly counted: readonly number[] },
): PricingGraph {
  const { shifts, mayFollow, shiftUnits } = problem;
  const used = [...Array(shifts).keys()].filter((shift) => {
    for (let day = 0; day < problem.days; day += 1) if (worker.mayWork[day * shifts + shift] === 1) return true;
    return false;
  });
  const outgoing = (shift: number): string => used.map((next) => mayFollow[shift * shifts + next]).join('');
  const incoming = (shift: number): string => used.map((last) => mayFollow[last * shifts + shift]).join('');
  const classKeys = [...new Set(used.map(outgoing))];
  const classOf = new Int32Array(shifts);
  const classSample = new Int32Array(classKeys.length);
  for (const shift of used) {
    classOf[shift] = classKeys.indexOf(outgoing(shift));
    classSample[classOf[shift] ?? 0] = shift;
  }
  const groups = new Map<string, number[]>();
  for (const shift of used) {
    const key = [shiftUnits[shift], outgoing(shift), incoming(shift), counted.indexOf(shift)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), shift]);
  }
  const strides = new Map<number, number>();
  let counts = 1;
  for (const shift of counted) {
    strides.set(shift, counts);
    counts *= (worker.shiftMax[shift] ?? 0) + 1;
  }
  const kinds = [...groups.values()].map((members): ShiftKind => {
    const first = members[0] ?? 0;
    return {
      units: shiftUnits[first] ?? 0,
      shifts: members,
      class: classOf[first] ?? 0,
      mayFollowClass: Uint8Array.from(classSample, (last) => mayFollow[last * shifts + first] ?? 0),
      countStride: strides.get(first) ?? 0,
      countMax: worker.shiftMax[first] ?? 0,
    };
  });
  return {
    worker,
    nodes: worker.offMin + classKeys.length * worker.runMax,
    classes: classKeys.length,
    classOf,
    kinds,
    counted,
    counts,
  };
}
