import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import type { OvertimeAccount } from '../../adapters/http/schemas/statistics.js';
import type { Leave, Person } from '../../adapters/http/schemas/workforce.js';
import { groupBy } from '../../shared/grouping.js';
import { isOfSite } from './scene.js';
import type { ShiftCatalogue } from './shift-catalogue.js';

export const dutyKinds = ['early', 'midday', 'late', 'saturday', 'night', 'weekend', 'holiday'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface WorkerRow {
  readonly code: string;
  readonly name: string | null;
  /** First letters of the name's syllables. */
  readonly initials: string | null;
  readonly group: string;
  /** What the person may do and what stands before it; undefined of who has left the team's list. */
  readonly person: Person | undefined;
  /** Assignments by start day; more than one only when a short duty follows another. */
  readonly days: ReadonlyMap<string, readonly Assignment[]>;
  readonly leaveDays: ReadonlySet<string>;
  readonly countedMinutes: number;
  /** Of the weeks or cycles that the days shown lie in; null where it isn't known. */
  readonly overtimeMinutes: number | null;
  readonly duties: Readonly<Record<DutyKind, number>>;
}

export interface RosterFacts {
  readonly site: string | null;
  readonly workers: readonly Person[];
  readonly overtime: readonly OvertimeAccount[] | null;
  readonly assignments: readonly Assignment[];
  readonly leave: readonly Leave[];
  readonly calendar: readonly CalendarDay[];
  readonly shifts: ShiftCatalogue;
  readonly dates: readonly string[];
}

/** One row a worker, those without any shift included: an idle person is what a manager looks for. */
export function workerRows(facts: RosterFacts): WorkerRow[] {
  const byWorker = groupBy(facts.assignments, (one) => one.worker);
  const calendar = new Map<string, CalendarDay>(facts.calendar.map((day) => [day.date, day]));
  const known = new Set<string>(facts.workers.map((worker) => worker.code));
  const strangers = [...byWorker.keys()].filter((code) => !known.has(code));
  const people = [
    ...facts.workers.map((worker) => ({
      code: worker.code,
      name: worker.name,
      initials: worker.initials,
      group: `${worker.site}/${worker.function}`,
      person: worker,
    })),
    ...strangers.map((code) => ({
      code,
      name: null,
      initials: null,
      group: byWorker.get(code)?.[0]?.postGroup ?? '',
      person: undefined,
    })),
  ];
  const accounts = facts.overtime === null ? null : groupBy(facts.overtime, (one) => one.worker);
  return people.flatMap((person) => {
    const assignments = byWorker.get(person.code) ?? [];
    const isHere = [person.group, ...assignments.map(({ postGroup }) => postGroup)].some((group) =>
      isOfSite(group, facts.site),
    );
    if (!isHere) return [];
    return {
      ...person,
      overtimeMinutes:
        accounts === null ? null : overtimeOf(accounts.get(person.code) ?? [], assignments, facts.shifts),
      days: groupBy(assignments, (one) => one.date as string),
      leaveDays: leaveDaysOf(person.code, facts),
      countedMinutes: countedMinutes(assignments, facts.shifts),
      duties: dutiesOf(assignments, calendar, facts.shifts),
    };
  });
}

function countedMinutes(assignments: readonly Assignment[], shifts: ShiftCatalogue): number {
  return assignments.reduce((sum, one) => sum + (shifts.get(one.shift)?.countedMinutes ?? 0), 0);
}

function overtimeOf(
  accounts: readonly OvertimeAccount[],
  assignments: readonly Assignment[],
  shifts: ShiftCatalogue,
): number {
  return accounts.reduce((sum, { from, to, normalMinutes, besideMinutes }) => {
    const inside = assignments.filter(({ date }) => from <= date && date <= to);
    return sum + Math.max(0, besideMinutes + countedMinutes(inside, shifts) - normalMinutes);
  }, 0);
}

function leaveDaysOf(code: string, facts: RosterFacts): Set<string> {
  const approved = facts.leave.filter((one) => one.worker === code && one.status === 'approved');
  return new Set(facts.dates.filter((date) => approved.some((one) => one.from <= date && date <= one.to)));
}

function dutiesOf(
  assignments: readonly Assignment[],
  calendar: ReadonlyMap<string, CalendarDay>,
  shifts: ShiftCatalogue,
): Record<DutyKind, number> {
  const counts: Record<DutyKind, number> = {
    early: 0,
    midday: 0,
    late: 0,
    saturday: 0,
    night: 0,
    weekend: 0,
    holiday: 0,
  };
  for (const one of assignments) {
    for (const duty of shifts.get(one.shift)?.duties ?? []) counts[duty] += 1;
    const day = calendar.get(one.date);
    if (day === undefined) continue;
    if (day.isStatutoryHoliday) counts.holiday += 1;
    else if (day.kind === 'rest' || day.kind === 'saturday') counts.weekend += 1;
  }
  return counts;
}

/** By code, name, its initials or any part of them; several words all have to match. */
export function matches(row: Pick<WorkerRow, 'code' | 'name' | 'initials'>, wanted: string): boolean {
  const text = `${row.code} ${row.name ?? ''} ${row.initials ?? ''}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Duties that occur at all: the columns worth showing. */
export function occurringDuties(rows: readonly WorkerRow[]): DutyKind[] {
  return dutyKinds.filter((kind) => rows.some((row) => row.duties[kind] > 0));
}
