import type { PostGroup, RosterProblem } from '../../solver/index.js';
import { wishOutcome } from '../domain/rostering/shift-wish.js';
import type { Horizon } from './horizon.js';
import type { PlanningFacts } from './planning-facts.js';

/**
 * Yuan for a wish that isn't granted: about half an hour of pay, far below a vacancy and below the burdens that are
 * shared evenly, so that a wish moves nobody's Saturday to a colleague. What it weighs is policy, not a promise.
 */
const wishYuan = 20;
/** More for each wish of the same person that was refused in the remembered weeks, so that the same few don't always lose. */
const refusedYuan = 5;
const refusedMax = 4;

type Requests = NonNullable<RosterProblem['requests']>;

/** Wishes for the planned days as soft requests; a repair of what is published changes nothing for a wish. */
export function requestsOf(
  facts: Pick<PlanningFacts, 'wishes' | 'known' | 'repair'>,
  horizon: Horizon,
  { workers, groups }: Pick<RosterProblem, 'workers' | 'groups'>,
): Requests {
  if (facts.repair !== undefined) return [];
  const team = new Set(workers.map(({ id }) => id));
  return facts.wishes
    .filter(({ worker, date }) => horizon.from <= date && date <= horizon.to && team.has(worker))
    .flatMap(({ worker, date, shift }): Requests => {
      const day = horizon.index(date);
      const weight = wishYuan + refusedYuan * Math.min(refusedMax, refusedBefore(facts, horizon, worker));
      if (shift !== null) return [{ worker, day, shift, kind: 'on', weight }];
      return offeredOn(groups, day).map((offered) => ({ worker, day, shift: offered, kind: 'off', weight }));
    });
}

function refusedBefore(
  { wishes, known }: Pick<PlanningFacts, 'wishes' | 'known'>,
  { from }: Horizon,
  worker: string,
): number {
  return wishes.filter(
    (wish) =>
      wish.worker === worker &&
      wish.date < from &&
      wishOutcome(wish, known.days.has(wish.date) ? known.assignments : undefined) === 'refused',
  ).length;
}

/** A day off is a wish against each shift of the day; nobody works more than one of them. */
function offeredOn(groups: readonly PostGroup[], day: number): string[] {
  return [
    ...new Set(groups.flatMap(({ offers }) => offers.flatMap((offer) => (offer.day === day ? offer.shifts : [])))),
  ];
}
