import type { Eligibility, UnavailableReason, Worker as SolverWorker } from '../../solver/index.js';
import type { Leave, Worker } from '../domain/workforce/worker.js';
import type { CivilDate } from '../shared/civil-date.js';
import type { Horizon } from './horizon.js';

/**
 * Why a worker can't be rostered on a day; undefined when they can. Gates before leave: nobody works before the
 * client has confirmed them and the training is passed (V13, CP-13, CP-21). Requested leave doesn't count yet.
 */
export function absence(worker: Worker, leave: readonly Leave[], date: CivilDate): UnavailableReason | undefined {
  if (date < worker.joinedOn || (worker.leftOn !== undefined && date > worker.leftOn)) return 'notEmployed';
  if (worker.approvedOn === undefined || date < worker.approvedOn) return 'notApproved';
  if (worker.trainedOn === undefined || date < worker.trainedOn) return 'notTrained';
  return isOnLeave(worker, leave, date) ? 'leave' : undefined;
}

export function isOnLeave(worker: Worker, leave: readonly Leave[], date: CivilDate): boolean {
  return leave.some(
    (item) => item.worker === worker.code && item.status === 'approved' && item.from <= date && date <= item.to,
  );
}

/** The days of the horizon on which the worker can't be rostered, with the reason to show. */
export function unavailableDays(
  worker: Worker,
  leave: readonly Leave[],
  horizon: Horizon,
): SolverWorker['unavailable'] {
  return horizon.days.flatMap((date) => {
    const reason = absence(worker, leave, date);
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
