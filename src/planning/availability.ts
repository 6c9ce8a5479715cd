import type { Eligibility, Worker as SolverWorker } from '../../solver/index.js';
import type { Worker } from '../domain/workforce/worker.js';
import { addDays } from '../shared/civil-date.js';
import type { Absences } from './absences.js';
import type { Horizon } from './horizon.js';

/**
 * The days on which the worker can't be rostered, with the reason to show: those of the horizon, and the day after it,
 * on whose morning a last night duty would end.
 */
export function unavailableDays(worker: Worker, absences: Absences, horizon: Horizon): SolverWorker['unavailable'] {
  return [...horizon.days, addDays(horizon.lastDay, 1)].flatMap((date) => {
    const reason = absences(worker, date);
    return reason === undefined ? [] : [{ day: horizon.index(date), reason }];
  });
}

export function homeGroup(worker: Pick<Worker, 'site' | 'function'>): string {
  return `${worker.site}/${worker.function}`;
}

/**
 * The groups that a worker is qualified for, all through the horizon. Dates of employment, approval and training
 * are in `unavailable`, so that an explanation can tell "not yet approved" from "not qualified".
 */
export function eligibilityOf(worker: Worker, groups: ReadonlySet<string>, horizon: Horizon): Eligibility[] {
  const whole = { fromDay: 0, toDay: horizon.days.length - 1 };
  const roles = new Map<string, Eligibility['role']>();
  for (const group of worker.backupFor) roles.set(group, 'backup');
  for (const group of worker.redeployableTo) roles.set(group, 'redeployed');
  roles.set(homeGroup(worker), 'home');
  return [...roles].flatMap(([group, role]) => (groups.has(group) ? [{ group, ...whole, role }] : []));
}
