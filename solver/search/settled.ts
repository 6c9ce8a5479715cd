import type { RosterModel } from '../rules/roster-model.js';

/** An engine's vector without round-off: whole decisions, and every accounting column at its exact value. */
export function settled(model: RosterModel, values: Float64Array): Float64Array {
  const decisions = new Float64Array(values.length);
  for (const duty of model.duties) decisions[duty.column] = Math.round(values[duty.column] ?? 0);
  return model.linear.complete(decisions);
}
