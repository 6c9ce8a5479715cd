import type { Violation } from '../plan.js';

/**
 * The violations of a changed plan that weren't there before it was changed, or not as badly: the same person's same
 * rule over the same stretch, further beyond its limit. What stands as it stood, or has become less, is no fault of the
 * change.
 */
export function worseThan<One extends Violation>(before: readonly Violation[], after: readonly One[]): One[] {
  const known = new Map<string, number>();
  for (const one of before) known.set(placeOf(one), Math.max(known.get(placeOf(one)) ?? 0, one.beyond?.by ?? 0));
  return after.filter((one) => {
    const by = known.get(placeOf(one));
    return by === undefined || (one.beyond?.by ?? 0) > by;
  });
}

function placeOf({ rule, worker, days, beyond }: Violation): string {
  return JSON.stringify([rule, worker, beyond?.over ?? days]);
}
