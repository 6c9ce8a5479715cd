import type { UnavailableReason } from '../../solver/index.js';
import type { Assignment } from '../domain/rostering/roster.js';
import type { Leave, Worker } from '../domain/workforce/worker.js';
import type { CivilDate } from '../shared/civil-date.js';
import { groupBy } from '../shared/grouping.js';
import type { PlanningFacts } from './planning-facts.js';

/** Why a worker can't be rostered on a day; undefined when they can. */
export type Absences = (worker: Worker, date: CivilDate) => UnavailableReason | undefined;

/** Planning facts with what is asked of every person looked up once. */
export interface TeamFacts extends PlanningFacts {
  readonly absences: Absences;
  /** Known duties by worker. */
  readonly duties: ReadonlyMap<string, readonly Assignment[]>;
}

export function teamFacts(facts: PlanningFacts): TeamFacts {
  return {
    ...facts,
    absences: absencesOf(facts.leave),
    duties: groupBy(facts.known.assignments, ({ worker }) => worker),
  };
}

/**
 * Gates before leave: nobody works before the client has confirmed them and the training is passed (V13, CP-13,
 * CP-21). Requested leave doesn't count yet.
 */
export function absencesOf(leave: readonly Leave[]): Absences {
  const approved = new Map<string, Leave[]>();
  for (const item of leave) {
    if (item.status !== 'approved') continue;
    const own = approved.get(item.worker);
    if (own === undefined) approved.set(item.worker, [item]);
    else own.push(item);
  }
  return (worker, date) => {
    if (date < worker.joinedOn || (worker.leftOn !== undefined && date > worker.leftOn)) return 'notEmployed';
    if (worker.approvedOn === undefined || date < worker.approvedOn) return 'notApproved';
    if (worker.trainedOn === undefined || date < worker.trainedOn) return 'notTrained';
    const isOnLeave = approved.get(worker.code)?.some(({ from, to }) => from <= date && date <= to) ?? false;
    return isOnLeave ? 'leave' : undefined;
  };
}
