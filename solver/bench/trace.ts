import type { SolveStatus } from '../plan.js';

/** How well a problem was solved. Seconds count from `startedAt`. */
export interface BenchRun {
  readonly instance: string;
  readonly status: SolveStatus;
  readonly objective: number | null;
  readonly bound: number | null;
  /** (objective − bound) / objective; null without a plan or a bound. */
  readonly gap: number | null;
  readonly seconds: number;
  readonly firstFeasibleSeconds: number | null;
  /** [seconds, objective, bound] at each change. */
  readonly trace: readonly (readonly [number, number | null, number | null])[];
}

/** The times at which plan and bound improved. */
export class Trace {
  readonly #points: (readonly [number, number | null, number | null])[] = [];

  constructor(readonly startedAt: number) {}

  /** Keeps the cheapest plan and the highest bound. */
  note(incumbent: number | null, bound: number | null): void {
    const [, bestKnown, boundKnown] = this.#points.at(-1) ?? [0, null, null];
    const best = known(Math.min(incumbent ?? Infinity, bestKnown ?? Infinity));
    const proven = known(Math.max(bound ?? -Infinity, boundKnown ?? -Infinity));
    if (best === bestKnown && proven === boundKnown) return;
    this.#points.push([rounded(secondsSince(this.startedAt)), best, proven]);
  }

  finish(instance: string, status: SolveStatus): BenchRun {
    const [, objective, bound] = this.#points.at(-1) ?? [0, null, null];
    return {
      instance,
      status,
      objective,
      bound,
      gap: objective === null || bound === null ? null : gapOf(objective, bound),
      seconds: rounded(secondsSince(this.startedAt)),
      firstFeasibleSeconds: this.#points.find(([, best]) => best !== null)?.[0] ?? null,
      trace: this.#points,
    };
  }
}

/** The run with the objective that its plan was evaluated at. */
export function withObjective(run: BenchRun, objective: number): BenchRun {
  return { ...run, objective, gap: run.bound === null ? null : gapOf(objective, run.bound) };
}

function gapOf(objective: number, bound: number): number {
  return Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
}

function known(value: number): number | null {
  return Number.isFinite(value) ? rounded(value, 6) : null;
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Since a moment of the process's monotonic clock. */
export function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}
