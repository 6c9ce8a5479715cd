import type { ColumnProblem, Roster } from './column-problem.js';

/** The best plan and the proven bound in memory that all threads see. */
export interface SharedPlan {
  readonly buffer: SharedArrayBuffer;
  cost(): number;
  bound(): number;
  /** Grows with every better plan. */
  version(): number;
  rosters(): Roster[];
  /** Takes the plan over when it is cheaper than what is there; returns whether it was. */
  offer(plan: { readonly rosters: readonly Roster[]; readonly cost: number }): boolean;
  raiseBound(bound: number): void;
  /** Asks every thread to stop. */
  stop(): void;
  isStopped(): boolean;
  /** After a thread was ended in the middle of something. */
  unlock(): void;
}

const headerBytes = 32;

/** Opens the memory, new or from another thread. Cells: lock, stop flag, version; cost and bound; then the rosters. */
export function openSharedPlan(
  { workers, days }: { readonly workers: number; readonly days: number },
  buffer = emptyPlan(workers * days),
): SharedPlan {
  const flags = new Int32Array(buffer, 0, 4);
  const numbers = new Float64Array(buffer, 16, 2);
  const shifts = new Int8Array(buffer, headerBytes);
  const locked = <T>(action: () => T): T => {
    while (Atomics.compareExchange(flags, 0, 0, 1) !== 0) Atomics.wait(flags, 0, 1, 1);
    try {
      return action();
    } finally {
      Atomics.store(flags, 0, 0);
      Atomics.notify(flags, 0);
    }
  };
  return {
    buffer,
    cost: () => locked(() => numbers[0] as number),
    bound: () => locked(() => numbers[1] as number),
    version: () => Atomics.load(flags, 2),
    rosters: () =>
      locked(() => Array.from({ length: workers }, (_, worker) => shifts.slice(worker * days, (worker + 1) * days))),
    offer({ rosters, cost }) {
      return locked(() => {
        if (cost >= (numbers[0] as number) - 1e-9) return false;
        numbers[0] = cost;
        rosters.forEach((roster, worker) => {
          shifts.set(roster, worker * days);
        });
        Atomics.add(flags, 2, 1);
        return true;
      });
    },
    raiseBound(bound) {
      locked(() => {
        numbers[1] = Math.max(numbers[1] as number, bound);
      });
    },
    stop: () => void Atomics.store(flags, 1, 1),
    isStopped: () => Atomics.load(flags, 1) === 1,
    unlock: () => void Atomics.store(flags, 0, 0),
  };
}

function emptyPlan(cells: number): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(headerBytes + cells);
  new Float64Array(buffer, 16, 2).set([Infinity, -Infinity]);
  return buffer;
}

/** A bound in whole costs: nothing lies between whole numbers. Round-off of the sums is left below. */
export function roundedBound(problem: ColumnProblem, bound: number): number {
  return problem.isWhole && Number.isFinite(bound) ? Math.ceil(bound - 1e-5) : bound;
}
