import { demandsWork } from '../../rules/index.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import { greedyStart } from './greedy-start.js';

const tolerance = 1e-6;

/**
 * A relaxed answer with whole duties on open days: what is whole there stands, what is a fraction is given out anew. Of a year of a desk 98 in a hundred duties are
 * whole, and they keep the pace of hours averaged over a quarter, which a plan that begins with the first day knows nothing of. null where minima demand work.
 */
export function roundedStart(
  model: RosterModel,
  {
    values,
    signal,
    isOpen = () => true,
  }: {
    readonly values: Float64Array;
    readonly signal: AbortSignal;
    readonly isOpen?: (duty: DutyColumn) => boolean;
  },
): Float64Array | null {
  if (demandsWork(model)) return null;
  const begun = Float64Array.from(values);
  for (const duty of model.duties)
    if (isOpen(duty)) begun[duty.column] = Math.floor((values[duty.column] ?? 0) + tolerance);
  return greedyStart(model, { signal, begun: model.linear.complete(begun), isOpen });
}
