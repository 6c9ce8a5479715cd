import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import type { Leave, Worker } from '../../adapters/http/schemas/workforce.js';
import { groupBy } from '../../shared/grouping.js';
import type { ShiftCatalogue } from './shift-catalogue.js';

export const dutyKinds = ['early', 'midday', 'late', 'saturday', 'night', 'weekend', 'holiday'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface WorkerRow {
  readonly code: string;
  readonly name: string | null;
  readonly group: string;
  /** Assignments by start day; more than one only when a short duty follows another. */
  readonly days: ReadonlyMap<string, readonly Assignment[]>;
  readonly leaveDays: ReadonlySet<string>;
  readonly countedMinutes: number;
  readonly duties: Readonly<Record<DutyKind, number>>;
}

export interface RosterFacts {
  readonly workers: readonly Worker[];
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
      group: `${worker.site}/${worker.function}`,
    })),
    ...strangers.map((code) => ({ code, name: null, group: byWorker.get(code)?.[0]?.postGroup ?? '' })),
  ];
  return people.map((person) => {
    const assignments = byWorker.get(person.code) ?? [];
    return {
      ...person,
      days: groupBy(assignments, (one) => one.date as string),
      leaveDays: leaveDaysOf(person.code, facts),
      countedMinutes: assignments.reduce((sum, one) => sum + (facts.shifts.get(one.shift)?.countedMinutes ?? 0), 0),
      duties: dutiesOf(assignments, calendar, facts.shifts),
    };
  });
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

/** By code, name or any part of either; several words all have to match. */
export function matches(row: { readonly code: string; readonly name: string | null }, wanted: string): boolean {
  const text = `${row.code} ${row.name ?? ''}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Duties that occur at all: the columns worth showing. */
export function occurringDuties(rows: readonly WorkerRow[]): DutyKind[] {
  return dutyKinds.filter((kind) => rows.some((row) => row.duties[kind] > 0));
}
