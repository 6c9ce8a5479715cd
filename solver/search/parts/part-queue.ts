import type { Plan } from '../../plan.js';
import type { IndependentPart } from './independent-parts.js';

/** A part's turn: its first, or another one from where the last ended. */
export interface PartTurn {
  readonly part: IndependentPart;
  /** What its last turn has left, and the seconds that it had; null on the first. */
  readonly before: { readonly plan: Plan; readonly seconds: number } | null;
}

/**
 * Parts in the order in which they are solved: each once, the largest first; then those that are not proven, the one with the largest gap first.
 * A part may have a first plan before its first turn.
 */
export class PartQueue {
  readonly #fresh: IndependentPart[];
  readonly #firstPlans = new Map<IndependentPart, Plan>();
  readonly #back: { readonly part: IndependentPart; readonly before: NonNullable<PartTurn['before']> }[] = [];

  constructor(parts: readonly IndependentPart[]) {
    this.#fresh = [...parts];
  }

  get length(): number {
    return this.#fresh.length + this.#back.length;
  }

  get parts(): readonly IndependentPart[] {
    return [...this.#fresh, ...this.#back.map(({ part }) => part)];
  }

  next(): PartTurn | undefined {
    const part = this.#fresh.shift();
    if (part !== undefined) {
      const plan = this.#firstPlans.get(part);
      return { part, before: plan === undefined ? null : { plan, seconds: 0 } };
    }
    this.#back.sort((one, other) => openYuan(other.before.plan) - openYuan(one.before.plan));
    return this.#back.shift();
  }

  /** The parts that have neither had a turn nor a first plan. */
  get unplanned(): readonly IndependentPart[] {
    return this.#fresh.filter((part) => !this.#firstPlans.has(part));
  }

  /** A part that waits for its first turn goes on from this plan then. */
  begin(part: IndependentPart, plan: Plan): void {
    this.#firstPlans.set(part, plan);
  }

  /** The part waits for what the others leave. */
  putBack(part: IndependentPart, before: NonNullable<PartTurn['before']>): void {
    this.#back.push({ part, before });
  }
}

/** By how many yuan a plan may be too dear. */
export function openYuan({ certificate: { objective, bound } }: Plan): number {
  return objective - bound;
}
