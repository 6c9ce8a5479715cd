import type { Demand } from '../../problem.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import { rowGuard } from '../../rules/row-guard.js';
import { covers } from '../../rules/vacancy.js';
import { minutesPerDay } from '../../rules/roster-facts.js';
import { DutyHolders } from '../crews/duty-holders.js';

/**
 * A plan at once, so that there is one even with a tiny limit: the pinned duties, or what somebody has `begun` with, then, group by group and day by day, the
 * free duty that saves the most, what it costs its holder taken off (burdens, overtime, groups, pairs). A duty is added only when every hard row still holds; only for problems whose hard rules all
 * merely forbid (`lawfulStart` is for the others).
 * Returns a complete vector of the model. Only the caller’s stop ends it early: a moment past the limit is better than an empty roster.
 */
export function greedyStart(
  model: RosterModel,
  {
    signal,
    begun = pinned(model),
    isOpen = () => true,
  }: {
    readonly signal: AbortSignal;
    /** A complete vector that breaks no hard row; what is a fraction in it stands, and saves nothing. */
    readonly begun?: Float64Array;
    /** What may be added. */
    readonly isOpen?: (duty: DutyColumn) => boolean;
  },
): Float64Array {
  const values = Float64Array.from(begun);
  const guard = rowGuard(model, values);
  const missing = new Map(model.problem.demand.map((demand) => [demand, demand.required]));
  const covered = coverage(model);
  const count = (duty: DutyColumn): void => {
    for (const demand of covered(duty)) missing.set(demand, (missing.get(demand) ?? 0) - 1);
  };
  for (const duty of model.duties) if (values[duty.column] === 1) count(duty);
  const holders = new DutyHolders(model, values);
  const load = new Map<string, number>();
  // Many people do the same shift in the same place: what it saves is the same for all of them.
  const savedBy = (demands: readonly Demand[]): number =>
    demands.reduce((sum, demand) => sum + ((missing.get(demand) ?? 0) > 0 ? demand.price : 0), 0);
  for (const duties of byGroupDay(model.duties.filter(isOpen))) {
    let open = duties
      .filter((duty) => guard.blockedBy(duty) === null)
      .map((duty) => {
        // Earlier burdens in this plan and plain length break ties, which spreads the work.
        const ties = 0.01 * (load.get(duty.worker.id) ?? 0) + 0.0001 * duty.shift.countedMinutes;
        return { duty, demands: covered(duty), cost: holders.costOfTaking(duty) + ties };
      });
    for (let best = bestOf(open, savedBy); best !== null && !signal.aborted; best = bestOf(open, savedBy)) {
      const { duty } = best;
      guard.add(duty);
      holders.give(duty);
      count(duty);
      load.set(duty.worker.id, (load.get(duty.worker.id) ?? 0) + 1);
      // Every hard rule is about one worker.
      open = open.filter((other) => other.duty.worker !== duty.worker || guard.blockedBy(other.duty) === null);
    }
  }
  return model.linear.complete(values);
}

function pinned(model: RosterModel): Float64Array {
  const values = new Float64Array(model.linear.columns.length);
  for (const duty of model.pinnedDuties()) values[duty.column] = 1;
  return model.linear.complete(values);
}

interface Candidate {
  readonly duty: DutyColumn;
  readonly demands: readonly Demand[];
  readonly cost: number;
}

/** The first of those with the greatest gain; null when there is nothing to gain. */
function bestOf(open: readonly Candidate[], savedBy: (demands: readonly Demand[]) => number): Candidate | null {
  const saved = new Map<readonly Demand[], number>();
  let best: Candidate | null = null;
  let most = 0;
  for (const one of open) {
    const known = saved.get(one.demands) ?? savedBy(one.demands);
    saved.set(one.demands, known);
    if (known > 0 && known - one.cost > most) [best, most] = [one, known - one.cost];
  }
  return best;
}

function byGroupDay(open: readonly DutyColumn[]): readonly (readonly DutyColumn[])[] {
  const groups = new Map<string, DutyColumn[]>();
  for (const duty of [...open].sort((a, b) => a.day - b.day)) {
    const key = `${duty.day}|${duty.group}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [duty]);
    else list.push(duty);
  }
  return [...groups.values()];
}

/** The demand that a duty covers, remembered per group, day and shift. */
export function coverage(model: RosterModel): (duty: DutyColumn) => readonly Demand[] {
  const known = new Map<string, readonly Demand[]>();
  const byGroup = new Map<string, Demand[]>();
  for (const demand of model.problem.demand) byGroup.set(demand.group, [...(byGroup.get(demand.group) ?? []), demand]);
  return ({ group, day, shift, start, end }) => {
    const key = `${group}|${day}|${shift.id}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const demands = (byGroup.get(group) ?? []).filter(
      (demand) =>
        demand.day * minutesPerDay + demand.start >= start &&
        demand.day * minutesPerDay + demand.end <= end &&
        covers(shift, day, demand),
    );
    known.set(key, demands);
    return demands;
  };
}
