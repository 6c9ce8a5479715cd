import type { Baseline, RosterProblem } from '../../solver/index.js';
import { daysBetween } from '../shared/civil-date.js';
import { minutesPerDay } from '../shared/interval.js';
import type { Horizon } from './horizon.js';
import type { PlanningFacts } from './planning-facts.js';

/** Yuan for each worker-day that a new version changes: people have made plans, the more so the nearer the day. */
const changeCosts = [
  { withinDays: 2, yuan: 120 },
  { withinDays: 7, yuan: 60 },
  { withinDays: Number.POSITIVE_INFINITY, yuan: 25 },
];

/** What is published on the planned days already; undefined when nothing is. Days without a published roster change freely. */
export function baselineOf(
  facts: PlanningFacts,
  horizon: Horizon,
  draft: Pick<RosterProblem, 'groups' | 'shifts' | 'workers'>,
): Baseline | undefined {
  const published = horizon.days.filter((date) => facts.known.days.has(date));
  if (published.length === 0) return undefined;
  // A duty whose worker, shift or group is gone can't be kept: its worker's day has changed in any case.
  const names = {
    worker: new Set(draft.workers.map(({ id }) => id)),
    shift: new Set(draft.shifts.map(({ id }) => id)),
    group: new Set(draft.groups.map(({ id }) => id)),
  };
  return {
    assignments: facts.known.assignments
      .filter(({ date }) => date >= horizon.from && date <= horizon.lastDay)
      .filter(
        ({ worker, shift, postGroup }) =>
          names.worker.has(worker) && names.shift.has(shift) && names.group.has(postGroup),
      )
      .map(({ worker, date, shift, postGroup }) => ({ worker, day: horizon.index(date), shift, group: postGroup })),
    changeCost: horizon.days.map((date) => {
      if (!facts.known.days.has(date)) return 0;
      const ahead = daysBetween({ from: facts.today, to: date });
      return changeCost(ahead);
    }),
    ...(facts.repair === undefined ? {} : { goal: 'repair', notBefore: presentOf(facts, horizon) }),
  };
}

/** Yuan for a published worker-day that changes, so many days before it. */
export function changeCost(daysAhead: number): number {
  return changeCosts.find(({ withinDays }) => daysAhead <= withinDays)?.yuan ?? 0;
}

/** The present of a repair in minutes from 00:00 of the horizon's first day; negative before it. */
export function presentOf(
  { today, repair }: Pick<PlanningFacts, 'today' | 'repair'>,
  { from }: Pick<Horizon, 'from'>,
): number {
  return daysBetween({ from, to: today }) * minutesPerDay + (repair?.presentMinute ?? 0);
}
