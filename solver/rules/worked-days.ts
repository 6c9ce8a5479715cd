import type { RosterModel } from './roster-model.js';

/** `coefficient` × whether the worker starts a duty on the day, as terms: at most one duty starts a day. */
export function workedOn(
  model: RosterModel,
  worker: string,
  at: { readonly day: number; readonly coefficient: number },
): readonly (readonly [number, number])[] {
  return model.dutiesOn(worker, at.day).map((duty) => [duty.column, at.coefficient]);
}
