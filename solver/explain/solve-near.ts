import { isSolution } from '../engines/lp-engine.js';
import type { LpEngine } from '../engines/lp-engine.js';
import type { PlanAssignment } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { buildModel } from '../rules/index.js';
import type { Duty } from '../rules/roster-facts.js';
import { toMip } from '../search/mip-model.js';

/**
 * The cheapest plan that differs from the given one only where `isFree` says so; null when the engine found none in time.
 * All others' duties stand, so the model has few columns, and what it costs is counted by the same rules as ever.
 */
export async function solveNear(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  {
    engine,
    isFree,
    timeLimitSeconds,
    seed,
  }: {
    readonly engine: LpEngine;
    readonly isFree: (duty: Pick<Duty, 'worker' | 'day'>) => boolean;
    readonly timeLimitSeconds: number;
    readonly seed: number;
  },
): Promise<readonly PlanAssignment[] | null> {
  const planned = new Set(assignments.map(keyOf));
  const model = buildModel(problem, (duty) => isFree(duty) || planned.has(keyOfDuty(duty)));
  const mip = toMip(model.linear, model.linear.costs());
  const lower = Float64Array.from(mip.lower);
  const start = new Float64Array(lower.length);
  for (const duty of model.duties) {
    if (!planned.has(keyOfDuty(duty))) continue;
    start[duty.column] = 1;
    if (!isFree(duty)) lower[duty.column] = 1;
  }
  model.linear.complete(start);
  const near = { ...mip, columnNames: [], rowNames: [], lower };
  const { values } = await engine.solve(near, {
    timeLimitSeconds,
    seed,
    ...(isSolution(near, start) ? { start } : {}),
  });
  if (values === null) return null;
  return model.duties
    .filter((duty) => (values[duty.column] ?? 0) > 0.5)
    .map(({ worker, day, shift, group }) => ({ worker: worker.id, day, shift: shift.id, group }));
}

function keyOf({ worker, day, shift, group }: PlanAssignment): string {
  return `${worker}|${day}|${shift}|${group}`;
}

function keyOfDuty({ worker, day, shift, group }: Duty): string {
  return keyOf({ worker: worker.id, day, shift: shift.id, group });
}
