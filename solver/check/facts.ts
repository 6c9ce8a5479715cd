import type { Eligibility, PostGroup, RosterProblem, ShiftType, Worker } from '../problem.js';
import type { HardRuleName, PlanAssignment, Violation } from '../plan.js';

/**
 * The plan as the checker sees it. Everything is recomputed from the problem and the assignments in the most
 * obvious way; nothing is shared with the solver's own rules, so that a mistake there can't hide here.
 */
export interface Facts {
  readonly problem: RosterProblem;
  /** Every assignment whose worker, shift, group and day exist. */
  readonly duties: readonly Duty[];
  /** The same duties by the id of the worker. */
  readonly byWorker: ReadonlyMap<string, readonly Duty[]>;
  /** People whose last duty before the plan runs on into it. */
  readonly running: readonly Worker[];
  /** Assignments that name something unknown; they count for nothing else. */
  readonly unknown: readonly PlanAssignment[];
}

/** One duty on the axis of absolute minutes: minute m of day d is 1440·d + m. */
export interface Duty {
  readonly worker: Worker;
  readonly shift: ShiftType;
  readonly group: PostGroup;
  readonly day: number;
  readonly presence: readonly Span[];
  /** The duty period, meal gaps included. */
  readonly period: Span;
  /** First offer of the group that lists the shift on this day. */
  readonly offer: PostGroup['offers'][number] | undefined;
}

/** Half-open, absolute minutes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const minutesOfDay = 1440;

export function planFacts(problem: RosterProblem, assignments: readonly PlanAssignment[]): Facts {
  const duties: Duty[] = [];
  const unknown: PlanAssignment[] = [];
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]));
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const groups = new Map(problem.groups.map((group) => [group.id, group]));
  for (const assignment of assignments) {
    const worker = workers.get(assignment.worker);
    const shift = shifts.get(assignment.shift);
    const group = groups.get(assignment.group);
    const { day } = assignment;
    if (!worker || !shift || !group || problem.days[day] === undefined) {
      unknown.push(assignment);
      continue;
    }
    duties.push(dutyOf({ worker, shift, group, day }));
  }
  return {
    problem,
    duties,
    byWorker: grouped(duties, (duty) => duty.worker.id),
    running: problem.workers.filter(({ history }) => history.running !== undefined),
    unknown,
  };
}

function dutyOf({ worker, shift, group, day }: Pick<Duty, 'worker' | 'shift' | 'group' | 'day'>): Duty {
  const presence = shift.segments.map(({ start, end }) => ({
    start: minutesOfDay * day + start,
    end: minutesOfDay * day + end,
  }));
  const period = {
    start: Math.min(...presence.map(({ start }) => start)),
    end: Math.max(...presence.map(({ end }) => end)),
  };
  const offer = group.offers.find((candidate) => candidate.day === day && candidate.shifts.includes(shift.id));
  return { worker, shift, group, day, presence, period, offer };
}

export function dutiesOf({ byWorker }: Facts, worker: Worker): readonly Duty[] {
  return byWorker.get(worker.id) ?? [];
}

/** The items in their order, by key. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Every two duties of the worker of which the second begins less than `minutes` after the first has ended, and not before. */
export function closePairs(facts: Facts, worker: Worker, minutes: number): { first: Duty; second: Duty }[] {
  const own = dutiesOf(facts, worker);
  const pairs: { first: Duty; second: Duty }[] = [];
  for (const first of own) {
    for (const second of own) {
      const between = second.period.start - first.period.end;
      if (second !== first && between >= 0 && between < minutes) pairs.push({ first, second });
    }
  }
  return pairs;
}

/** When the duties before the plan end for the worker; undefined when nothing is known. */
export function historyEnd({ history }: Worker): number | undefined {
  const ends: number[] = [];
  if (history.lastDutyEnd !== null) ends.push(history.lastDutyEnd);
  if (history.running !== undefined) ends.push(history.running.until);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The calendar days on which a stretch of minutes lies. */
export function calendarDays({ start, end }: Span): number[] {
  const days: number[] = [];
  for (let day = Math.floor(start / minutesOfDay); day * minutesOfDay < end; day += 1) days.push(day);
  return days;
}

export function isIn(day: number, ranges: readonly { readonly fromDay: number; readonly toDay: number }[]): boolean {
  return ranges.some((range) => range.fromDay <= day && day <= range.toDay);
}

/** The cheapest role in which the worker may serve the group on the day; undefined when they may not. */
export function roleOn({ eligibility }: Worker, group: string, day: number): Eligibility['role'] | undefined {
  const roles = eligibility
    .filter((entry) => entry.group === group && entry.fromDay <= day && day <= entry.toDay)
    .map((entry) => entry.role);
  return (['home', 'redeployed', 'backup'] as const).find((role) => roles.includes(role));
}

/** The civil date of a day index, days before and after the horizon included; `#…` for an index that can be no day. */
export function dateOf({ days: [first] }: RosterProblem, day: number): string {
  if (first === undefined || !Number.isInteger(day) || Math.abs(day) > 100_000) return `#${day}`;
  return new Date(Date.parse(`${first}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
}

/** A violation with its days in order, once each. */
export function violation(
  rule: HardRuleName,
  worker: string,
  days: readonly number[],
  { beyond, ...message }: Violation['message'] & Pick<Violation, 'beyond'>,
): Violation {
  const inOrder = [...new Set(days)].sort((a, b) => a - b);
  return { rule, worker, days: inOrder, message, ...(beyond === undefined ? {} : { beyond }) };
}

/** `10.5` hours. */
export function hoursText(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}
