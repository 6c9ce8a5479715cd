import type { Baseline, DutyKind, Eligibility, Pin, RosterProblem, ShiftType, Worker } from '../problem.js';

export const minutesPerDay = 1440;

/** One duty that a worker might be given, in absolute minutes (day 0, 00:00 = 0). */
export interface Duty {
  readonly worker: Worker;
  readonly day: number;
  readonly shift: ShiftType;
  readonly group: string;
  readonly role: Eligibility['role'] | null;
  readonly isOffered: boolean;
  readonly start: number;
  readonly end: number;
  /** Calendar days on which any minute of presence falls, ascending. */
  readonly calendarDays: readonly number[];
  readonly kinds: ReadonlySet<DutyKind>;
}

/** Look-ups into a problem that every rule needs. */
export interface RosterFacts {
  readonly problem: RosterProblem;
  readonly shifts: ReadonlyMap<string, ShiftType>;
  readonly workers: ReadonlyMap<string, Worker>;
  pinsOn(worker: string, day: number): readonly Pin[];
  /** What the baseline has for the worker on the day. */
  publishedOn(worker: string, day: number): readonly Baseline['assignments'][number][];
  /** The date of a day, also of days outside the horizon (`day-1`, `day7`), for names. */
  dayName(day: number): string;
  duty(worker: Worker, at: { readonly day: number; readonly shift: ShiftType; readonly group: string }): Duty;
  /** Shifts that a group offers on a day; empty when it is closed. */
  offered(group: string, day: number): readonly ShiftType[];
}

const roleOrder = ['home', 'redeployed', 'backup'] as const;

export function roleOn(worker: Worker, group: string, day: number): Eligibility['role'] | null {
  let best: number = roleOrder.length;
  for (const entry of worker.eligibility) {
    if (entry.group === group && entry.fromDay <= day && day <= entry.toDay)
      best = Math.min(best, roleOrder.indexOf(entry.role));
  }
  return roleOrder.at(best) ?? null;
}

/** The end of what the worker did before the horizon, absolute; null when nothing is known. */
export function historyEnd(worker: Worker): number | null {
  const ends = [worker.history.lastDutyEnd, worker.history.running?.until ?? null].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Calendar days on which history already worked. */
export function historyDays(worker: Worker): ReadonlySet<number> {
  const days = new Set(worker.history.workedDaysBefore.map((before) => -before));
  const end = historyEnd(worker);
  if (end !== null && end > 0) {
    for (let day = 0; day <= Math.floor((end - 1) / minutesPerDay); day += 1) days.add(day);
  }
  return days;
}

export function readFacts(problem: RosterProblem): RosterFacts {
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]));
  const offers = new Map<string, { readonly shift: ShiftType; readonly dayDuties: readonly DutyKind[] }[]>();
  for (const group of problem.groups) {
    for (const offer of group.offers) {
      const key = `${group.id}|${offer.day}`;
      const listed = offers.get(key) ?? [];
      offers.set(key, listed);
      for (const id of offer.shifts) {
        const shift = shifts.get(id);
        if (shift !== undefined && !listed.some((other) => other.shift === shift)) {
          listed.push({ shift, dayDuties: offer.dayDuties });
        }
      }
    }
  }
  const pins = byWorkerDay(problem.pins);
  const published = byWorkerDay(problem.baseline?.assignments ?? []);
  const known = new Map<string, Omit<Duty, 'worker' | 'role'>>();
  /** A duty is the same for everybody but for their role. */
  const anyonesDuty = ({ day, shift, group }: Pick<Duty, 'day' | 'shift' | 'group'>): Omit<Duty, 'worker' | 'role'> => {
    const key = `${group}|${day}|${shift.id}`;
    const same = known.get(key);
    if (same?.shift === shift) return same;
    const offer = offers.get(`${group}|${day}`)?.find((candidate) => candidate.shift === shift);
    const duty = {
      day,
      shift,
      group,
      isOffered: offer !== undefined,
      start: day * minutesPerDay + (shift.segments[0]?.start ?? 0),
      end: day * minutesPerDay + (shift.segments.at(-1)?.end ?? 0),
      calendarDays: calendarDaysOf(shift, day),
      kinds: new Set([...shift.duties, ...(offer?.dayDuties ?? [])]),
    };
    known.set(key, duty);
    return duty;
  };
  return {
    problem,
    shifts,
    workers,
    pinsOn: (worker, day) => pins.get(`${worker}|${day}`) ?? [],
    publishedOn: (worker, day) => published.get(`${worker}|${day}`) ?? [],
    dayName: (day) => problem.days[day] ?? `day${day}`,
    offered: (group, day) => (offers.get(`${group}|${day}`) ?? []).map((offer) => offer.shift),
    duty(worker, at) {
      const { day, shift, group, isOffered, start, end, calendarDays, kinds } = anyonesDuty(at);
      // Named one by one: a hall has ten thousand of them, and spreading takes five times as long.
      return {
        worker,
        day,
        shift,
        group,
        role: roleOn(worker, group, day),
        isOffered,
        start,
        end,
        calendarDays,
        kinds,
      };
    },
  };
}

function calendarDaysOf({ segments }: ShiftType, day: number): readonly number[] {
  const days = new Set<number>();
  for (const segment of segments) {
    const last = Math.floor((segment.end - 1) / minutesPerDay);
    for (let offset = Math.floor(segment.start / minutesPerDay); offset <= last; offset += 1) days.add(day + offset);
  }
  return [...days].sort((a, b) => a - b);
}

function byWorkerDay<T extends { readonly worker: string; readonly day: number }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = `${item.worker}|${item.day}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
