import type { Facts } from './facts.js';

/** Duties in another group than the one that the worker served last. */
export function costStablePost({ problem, duties }: Facts): number {
  const strange = duties.filter(
    ({ worker, group }) => worker.history.group !== null && worker.history.group !== group.id,
  );
  return problem.weights.unstablePost * strange.length;
}
