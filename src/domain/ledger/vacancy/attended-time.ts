import { addDays, type CivilDate } from '../../../shared/civil-date.js';
import { minutesPerDay, subtract, type MinuteInterval } from '../../../shared/interval.js';
import type { Presence } from '../../attendance/presence.js';
import type { Assignment } from '../../rostering/roster.js';
import type { Worker } from '../../workforce/worker.js';
import type { VacancyReading } from '../readings/vacancy-reading.js';

/** One stretch of a worker's presence in a group on a day, minutes from that day's 00:00. */
export interface AttendedStretch extends MinuteInterval {
  readonly worker: string;
  readonly postGroup: string;
  /** Named post by the record or else by the published roster; null = at the group's disposal. */
  readonly post: string | null;
  readonly coverFor: string | null;
  /** Whether the person may fill a post here (V8, V13). */
  readonly mayFill: boolean;
}

export interface AttendanceFacts {
  readonly presence: readonly Presence[];
  readonly assignments: readonly Assignment[];
  readonly workers: ReadonlyMap<string, Worker>;
  readonly reading: VacancyReading;
}

/**
 * Who was where on a day, last night's shifts included. Nobody is counted twice in one instant: where records of one
 * person overlap, the one that begins first (then by group and post) holds, whatever the order of the records.
 */
export function attendedOn(date: CivilDate, facts: AttendanceFacts): AttendedStretch[] {
  const yesterday = addDays(date, -1);
  const stretches: AttendedStretch[] = [];
  for (const record of facts.presence) {
    if (record.date !== date && record.date !== yesterday) continue;
    if (record.arrivedMinute === null || record.leftMinute === null || record.status !== 'present') continue;
    const shift = record.date === yesterday ? minutesPerDay : 0;
    const start = Math.max(0, record.arrivedMinute - shift);
    const end = Math.min(minutesPerDay, record.leftMinute - shift);
    if (end <= start) continue;
    const { worker, postGroup, coverFor } = record;
    const post = record.post ?? rosteredPost(record, facts.assignments);
    stretches.push({ worker, postGroup, post, coverFor, start, end, mayFill: mayFill(record, facts) });
  }
  return withoutDoublePresence(stretches);
}

function rosteredPost(record: Presence, assignments: readonly Assignment[]): string | null {
  // A stand-in is at the absent worker's post, not at the own one.
  const holder = record.coverFor ?? record.worker;
  return (
    assignments.find(
      ({ worker, date, postGroup }) => worker === holder && date === record.date && postGroup === record.postGroup,
    )?.post ?? null
  );
}

/**
 * A person fills a post when employed, approved by the client, trained (V13) and qualified for the group (V8). A record
 * that says unapproved (未审批) holds for its day, whatever the team's file says since.
 */
function mayFill(record: Presence, { workers, reading }: AttendanceFacts): boolean {
  const worker = workers.get(record.worker);
  if (worker === undefined) return false;
  const { date, postGroup } = record;
  const isEmployed = worker.joinedOn <= date && (worker.leftOn === undefined || date <= worker.leftOn);
  const hasPassedGates =
    record.cause !== 'unapproved' &&
    [worker.approvedOn, worker.trainedOn].every((passed) => passed !== undefined && passed <= date);
  const isQualified = () =>
    `${worker.site}/${worker.function}` === postGroup ||
    worker.redeployableTo.includes(postGroup) ||
    worker.backupFor.includes(postGroup);
  return (
    isEmployed &&
    (hasPassedGates || reading.isUnapprovedFilling) &&
    (reading.backup === 'anyone-present' || isQualified()) &&
    (record.coverFor === null || reading.backup !== 'never')
  );
}

function withoutDoublePresence(stretches: readonly AttendedStretch[]): AttendedStretch[] {
  const taken = new Map<string, MinuteInterval[]>();
  return [...stretches].sort(byTimeAndPlace).flatMap((stretch) => {
    const busy = taken.get(stretch.worker);
    if (busy === undefined) {
      taken.set(stretch.worker, [stretch]);
      return [stretch];
    }
    const free = subtract(stretch, busy);
    busy.push(stretch);
    return free.map((part) => ({ ...stretch, ...part }));
  });
}

function byTimeAndPlace(a: AttendedStretch, b: AttendedStretch): number {
  return (
    a.start - b.start ||
    compareText(a.worker, b.worker) ||
    compareText(a.postGroup, b.postGroup) ||
    compareText(a.post ?? '', b.post ?? '') ||
    compareText(a.coverFor ?? '', b.coverFor ?? '') ||
    a.end - b.end
  );
}

/** Code-point order, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
