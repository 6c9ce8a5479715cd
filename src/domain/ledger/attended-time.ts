import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { minutesPerDay, subtract, type MinuteInterval } from '../../shared/interval.js';
import type { Presence } from '../attendance/presence.js';
import type { Assignment } from '../rostering/roster.js';
import type { Worker } from '../workforce/worker.js';
import type { VacancyReading } from './vacancy-reading.js';

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
  const stretches = facts.presence.flatMap((record) => {
    if (record.date !== date && record.date !== yesterday) return [];
    if (record.arrivedMinute === null || record.leftMinute === null || record.status !== 'present') return [];
    const shift = record.date === yesterday ? minutesPerDay : 0;
    const start = Math.max(0, record.arrivedMinute - shift);
    const end = Math.min(minutesPerDay, record.leftMinute - shift);
    if (end <= start) return [];
    const { worker, postGroup, coverFor } = record;
    const post = record.post ?? rosteredPost(record, facts.assignments);
    return [{ worker, postGroup, post, coverFor, start, end, mayFill: mayFill(record, facts) }];
  });
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

/** A person fills a post when employed, approved by the client, trained (V13) and qualified for the group (V8). */
function mayFill(record: Presence, { workers, reading }: AttendanceFacts): boolean {
  const worker = workers.get(record.worker);
  if (worker === undefined) return false;
  const { date, postGroup } = record;
  const isEmployed = worker.joinedOn <= date && (worker.leftOn === undefined || date <= worker.leftOn);
  const hasPassedGates = [worker.approvedOn, worker.trainedOn].every(
    (passed) => passed !== undefined && passed <= date,
  );
  const groups = [`${worker.site}/${worker.function}`, ...worker.redeployableTo, ...worker.backupFor];
  return (
    isEmployed &&
    (hasPassedGates || reading.isUnapprovedFilling) &&
    (groups.includes(postGroup) || reading.backup === 'anyone-present') &&
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
  return a.start - b.start || compareText(key(a), key(b)) || a.end - b.end;
}

function key({ worker, postGroup, post, coverFor }: AttendedStretch): string {
  return [worker, postGroup, post ?? '', coverFor ?? ''].join('\u0000');
}

/** Code-point order, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
