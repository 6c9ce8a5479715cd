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
  /** Shifts whose duties the table counts; each is a kind of its own. */
  readonly counted: readonly number[];
  /** Every class once, after its base. */
  readonly followers: readonly Followers[];
}

/** What may follow a class: what may follow `base` (−1: nothing), and `more`, as indices of kinds. */
interface Followers {
  readonly class: number;
  readonly base: number;
  readonly more: readonly number[];
}

interface ShiftKind {
  readonly units: number;
  readonly shifts: readonly number[];
  readonly class: number;
  /** Index among the counted shifts; −1 when the table doesn't count them. */
  readonly countIndex: number;
  /** 1 for every class after which the kind may be worked. */
  readonly mayFollowClass: Uint8Array;
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
  const kinds = [...groups.values()].map((members): ShiftKind => {
    const first = members[0] ?? 0;
    return {
      units: shiftUnits[first] ?? 0,
      shifts: members,
      class: classOf[first] ?? 0,
      countIndex: counted.indexOf(first),
      mayFollowClass: Uint8Array.from(classSample, (last) => mayFollow[last * shifts + first] ?? 0),
    };
  });
  return {
    worker,
    nodes: worker.offMin + classKeys.length * worker.runMax,
    classes: classKeys.length,
    classOf,
    kinds,
    counted,
    followers: followersOf(kinds, classKeys.length),
  };
}

/** Successions are mostly nested (after a late shift less is allowed), so that one class needs only what it allows beyond another. */
function followersOf(kinds: readonly ShiftKind[], classes: number): readonly Followers[] {
  const allowed = Array.from({ length: classes }, (_, own) => ({
    class: own,
    kinds: [...kinds.keys()].filter((kind) => kinds[kind]?.mayFollowClass[own] === 1),
  }));
  allowed.sort((one, other) => one.kinds.length - other.kinds.length);
  return allowed.map((own, place) => {
    const base = allowed.slice(0, place).findLast((other) => other.kinds.every((kind) => own.kinds.includes(kind)));
    return {
      class: own.class,
      base: base?.class ?? -1,
      more: own.kinds.filter((kind) => base?.kinds.includes(kind) !== true),
    };
  });
}
