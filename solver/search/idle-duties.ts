import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import type { MipModel } from '../engines/lp-engine.js';
import type { DutyColumn, RosterModel } from '../rules/roster-model.js';
import { runningIn } from '../rules/vacancy.js';
import { coverage } from './starts/greedy-start.js';

/** So many sets of duties are tried at most, and fewer of a large model: each is a whole account of the plan, 10 ms for a hall's week. */
const triesMax = 50;
const triedColumnsMax = 500_000;
/** Of an objective. */
const roundOff = 1e-6;

/**
 * The plan without duties that help nobody: a search that ends early leaves some where enough people are at work without them. A duty goes when
 * no hard rule needs it (hours, runs, pins) and the objective does not rise without it (pairs, wishes); published ones stay. Many are tried at
 * once, and in halves where they cannot all go.
 */
export function withoutIdleDuties(model: RosterModel, mip: MipModel, values: Float64Array): Float64Array {
  let best = values;
  let triesLeft = Math.min(triesMax, Math.ceil(triedColumnsMax / mip.cost.length));
  const drop = (duties: readonly DutyColumn[]): void => {
    if (duties.length === 0 || triesLeft === 0) return;
    triesLeft -= 1;
    const fewer = Float64Array.from(best);
    for (const { column } of duties) fewer[column] = 0;
    model.linear.complete(fewer);
    if (objectiveOf(mip, fewer) <= objectiveOf(mip, best) + roundOff && isSolution(mip, fewer)) {
      best = fewer;
      return;
    }
    if (duties.length === 1) return;
    const half = Math.ceil(duties.length / 2);
    drop(duties.slice(0, half));
    drop(duties.slice(half));
  };
  drop(idleDuties(model, values));
  return best;
}

/** Duties without which nobody is missing anywhere, each for itself. */
function idleDuties(model: RosterModel, values: Float64Array): readonly DutyColumn[] {
  const { problem, facts } = model;
  const covered = coverage(model);
  const spare = new Map(problem.demand.map((demand) => [demand, runningIn(model, demand) - demand.required]));
  const planned = model.duties.filter(({ column }) => (values[column] ?? 0) > 0.5);
  for (const duty of planned) for (const demand of covered(duty)) spare.set(demand, (spare.get(demand) ?? 0) + 1);
  const preferred = new Set((problem.shiftCover ?? []).map(({ group, day, shift }) => `${group}|${day}|${shift}`));
  return planned.filter(
    (duty) =>
      covered(duty).every((demand) => (spare.get(demand) ?? 0) > 0) &&
      !preferred.has(`${duty.group}|${duty.day}|${duty.shift.id}`) &&
      facts.pinsOn(duty.worker.id, duty.day).length === 0 &&
      facts.publishedOn(duty.worker.id, duty.day).length === 0,
  );
}
