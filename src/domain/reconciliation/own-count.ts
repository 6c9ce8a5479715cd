import type { CivilDate } from '../../shared/civil-date.js';
import type { Presence } from '../attendance/presence.js';
import type { AttendanceIncident, VacancyLine } from '../ledger/vacancy/vacancy-line.js';
import type { Assignment } from '../rostering/roster.js';

/** Somebody stood in at a post for the one who was due. */
export interface StandIn {
  readonly date: CivilDate;
  readonly postGroup: string;
  readonly post: string | null;
  readonly worker: string;
  /** Who was due; null where the record doesn't say. */
  readonly due: string | null;
}

/** Our side of the comparison: the lines in force, and what our records say of posts that make no line. */
export interface OwnCount {
  readonly lines: readonly VacancyLine[];
  readonly incidents: readonly AttendanceIncident[];
  readonly standIns: readonly StandIn[];
  /** Whether the group has to be manned on the day at all. */
  readonly isOpen: (date: CivilDate, postGroup: string) => boolean;
  /** The rate under which a vacancy there would stand, to value rows of the client that state no money. */
  readonly rateAt: (date: CivilDate, postGroup: string, post: string) => VacancyLine['rate'];
}

/** Stand-ins by the records' own word, and where somebody else than the person rostered was at the post. */
export function standInsOf(presence: readonly Presence[], assignments: readonly Assignment[]): StandIn[] {
  const dueAt = new Map(
    assignments.flatMap(({ date, postGroup, post, worker }) =>
      post === null ? [] : [[`${date}|${postGroup}|${post}`, worker] as const],
    ),
  );
  return presence.flatMap(({ date, postGroup, post, worker, status, coverFor }) => {
    if (status !== 'present' || worker === '') return [];
    const due = coverFor ?? dueAt.get(`${date}|${postGroup}|${post ?? ''}`) ?? null;
    return due === null || due === worker ? [] : [{ date, postGroup, post, worker, due }];
  });
}
