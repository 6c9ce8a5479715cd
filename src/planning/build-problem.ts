import type { RosterProblem, Worker as SolverWorker } from '../../solver/index.js';
import { done, type Result } from '../shared/result.js';
import { teamFacts } from './absences.js';
import { eligibilityOf, unavailableDays } from './availability.js';
import { baselineOf } from './baseline.js';
import { demandOf } from './demand.js';
import { backupPairsOf, fairnessOf, weights } from './fairness.js';
import { historiesOf } from './history.js';
import { horizonOf, type Horizon } from './horizon.js';
import { limitsOf } from './limits.js';
import { offersOf } from './offers.js';
import { pinsOf } from './pins.js';
import type { PlanningFacts } from './planning-facts.js';
import { requestsOf } from './wishes.js';

/**
 * The roster problem of a contract for a range of days: what the contract requires, who may do it, what the law
 * allows them, and what each choice costs. A range of closed days makes a problem without demand, an empty team one
 * without workers; both have a plan.
 *
 * Refuses `invalid-input` (reversed dates, or more days than `horizonOf` takes; a pin that names something unknown) and `outside-term`.
 */
export function buildProblem(facts: PlanningFacts): Result<RosterProblem> {
  const horizon = horizonOf(facts);
  if (!horizon.ok) return horizon;
  const { shifts, groups } = offersOf(facts, horizon.value);
  const workers = workersOf(facts, horizon.value, new Set(groups.map(({ id }) => id)));
  const pins = pinsOf(facts, horizon.value, { shifts, groups, workers });
  if (!pins.ok) return pins;
  const requests = requestsOf(facts, horizon.value, { workers, groups });
  const baseline = baselineOf(facts, horizon.value, { shifts, groups, workers });
  return done({
    name: `${facts.contract.key} ${facts.from} ${facts.to}`,
    days: horizon.value.days,
    shifts,
    groups,
    demand: demandOf(facts, horizon.value),
    workers,
    pins: pins.value,
    ...(baseline === undefined ? {} : { baseline }),
    ...(requests.length === 0 ? {} : { requests }),
    fairness: fairnessOf({ shifts, groups, workers, dayCount: horizon.value.days.length }),
    backupPairs: backupPairsOf(facts.workers),
    weights,
  });
}

function workersOf(facts: PlanningFacts, horizon: Horizon, groups: ReadonlySet<string>): SolverWorker[] {
  const team = teamFacts(facts);
  const historyOf = historiesOf(team, horizon, groups);
  return team.workers
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((worker) => ({
      id: worker.code,
      eligibility: eligibilityOf(worker, groups, horizon),
      unavailable: unavailableDays(worker, team.absences, horizon),
      limits: limitsOf(team, worker, horizon),
      history: historyOf(worker),
    }));
}
