import type { Facts } from './facts.js';

/** Each wish that the plan does not grant, at its weight. */
export function costShiftRequest({ problem, byWorker }: Facts): number {
  let cost = 0;
  for (const request of problem.requests ?? []) {
    const own = byWorker.get(request.worker) ?? [];
    const isWorking = own.some(({ day, shift }) => day === request.day && shift.id === request.shift);
    if (isWorking !== (request.kind === 'on')) cost += request.weight;
  }
  return cost;
}
