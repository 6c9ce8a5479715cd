import type { CivilDate } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import { shiftMinutes } from '../contract/coverage.js';
import type { ServiceContract } from '../contract/service-contract.js';
import type { Assignment } from '../rostering/roster.js';
import type { Presence } from './presence.js';
import { dutyName, markedPresence, unmarked, type MarkedPresence, type PresenceMark } from './presence-mark.js';

/**
 * 当日考勤: the marks of a day, closed by whoever answers for them. A file of attendance that speaks for the same people
 * or posts wins, since it is what both parties settle by; the record stays as it was, and so does the difference.
 */
export interface DayRecord {
  readonly date: CivilDate;
  readonly records: readonly Presence[];
  readonly confirmedBy: string;
  readonly confirmedAt: string;
}

/** Provenance, quoted by the evidence of a vacancy. */
const markedNote = '现场标记';

/** What marks say of each duty, by `dutyName`. */
export function presenceByDuty(marks: readonly PresenceMark[]): ReadonlyMap<string, MarkedPresence> {
  return new Map([...groupBy(marks, dutyName)].map(([name, own]) => [name, markedPresence(own)]));
}

/**
 * Duties as attendance: marked ones as marked, and without a departure to the end of the shift; those without a mark
 * as rostered.
 */
export function presenceAsMarked(
  contract: Pick<ServiceContract, 'shifts'>,
  duties: readonly Assignment[],
  marked: ReadonlyMap<string, MarkedPresence>,
): Presence[] {
  const shifts = new Map(contract.shifts.map((shift) => [shift.key, shiftMinutes(shift).segments]));
  return duties.flatMap((duty): Presence[] => {
    const { worker, date, postGroup, post } = duty;
    const presence = marked.get(dutyName(duty)) ?? unmarked;
    const record = { worker, date, postGroup, post, cause: null, coverFor: null };
    const note = presence.mark === null ? '' : markedNote;
    if (presence.mark?.kind === 'absent')
      return [{ ...record, status: 'absent', arrivedMinute: null, leftMinute: null, note }];
    const segments = shifts.get(duty.shift) ?? [];
    return segments.flatMap(({ start, end }, index): Presence[] => {
      const isLast = index === segments.length - 1;
      const arrivedMinute = Math.max(index === 0 ? Number.NEGATIVE_INFINITY : start, presence.arrivedMinute ?? start);
      const leftMinute = Math.min(isLast ? Number.POSITIVE_INFINITY : end, presence.leftMinute ?? end);
      if (leftMinute <= arrivedMinute) return [];
      return [{ ...record, status: 'present', arrivedMinute, leftMinute, note }];
    });
  });
}

/** A worker at a post on a day, as the marks had it and as it is on file now; null = not there at all. */
export interface RecordDifference {
  readonly worker: string;
  readonly postGroup: string;
  readonly post: string | null;
  readonly marked: PresenceTimes | null;
  readonly onFile: PresenceTimes | null;
}

export interface PresenceTimes {
  readonly isAbsent: boolean;
  readonly stretches: readonly { readonly arrivedMinute: number; readonly leftMinute: number }[];
}

/** Where the attendance on file says something else than the day's marks did. */
export function recordDifferences({ records, date }: DayRecord, presence: readonly Presence[]): RecordDifference[] {
  const onFile = groupBy(
    presence.filter((one) => one.date === date && one.worker !== ''),
    place,
  );
  const marked = groupBy(records, place);
  return [...new Set([...marked.keys(), ...onFile.keys()])].sort().flatMap((name) => {
    const [then, now] = [marked.get(name) ?? [], onFile.get(name) ?? []];
    const [ours, theirs] = [timesOf(then), timesOf(now)];
    const [first] = [...then, ...now];
    if (first === undefined || JSON.stringify(ours) === JSON.stringify(theirs)) return [];
    const { worker, postGroup, post } = first;
    return [{ worker, postGroup, post, marked: ours, onFile: theirs }];
  });
}

function place({ worker, postGroup, post }: Presence): string {
  return [worker, postGroup, post ?? ''].join(' ');
}

function timesOf(records: readonly Presence[]): PresenceTimes | null {
  if (records.length === 0) return null;
  const stretches = records.flatMap(({ arrivedMinute, leftMinute }) =>
    arrivedMinute === null || leftMinute === null ? [] : [{ arrivedMinute, leftMinute }],
  );
  return {
    isAbsent: stretches.length === 0,
    stretches: stretches.toSorted((a, b) => a.arrivedMinute - b.arrivedMinute),
  };
}
