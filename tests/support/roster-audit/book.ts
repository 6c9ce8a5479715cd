import type { AuditDuty, AuditInput, Effective } from './input.js';
import { clock, dateOf, dayMinutes, dayOf, monthsLater } from './times.js';

/**
 * Statutory days off of 2027 with their substitutes, as of November 2026 without a notice: New Year (Friday), Spring
 * Festival 5–8 February with substitutes 9 and 10, and Qingming 5 April (全国年节及纪念日放假办法, 2024).
 */
const daysOff2027 = [
  '2027-01-01',
  ...[5, 6, 7, 8, 9, 10].map((day) => `2027-02-${String(day).padStart(2, '0')}`),
  '2027-04-05',
];

export interface Duty extends AuditDuty {
  /** Minutes since 1970-01-01 of local wall-clock time. */
  readonly segments: readonly { readonly start: number; readonly end: number }[];
  readonly from: number;
  readonly until: number;
  readonly counted: number;
  readonly isPlanned: boolean;
}

/** The duties that stand on each day, and what contract, team and calendar say of it. */
export class AuditBook {
  readonly duties: readonly Duty[];

  constructor(readonly input: AuditInput) {
    const { before = [], from, to, plan } = input;
    // A later plan replaces the earlier ones on its days.
    const earlier = before.flatMap((one, index) =>
      one.plan.assignments.filter(
        ({ date }) =>
          (date < from || date > to) &&
          !before.slice(index + 1).some((later) => later.from <= date && date <= later.to),
      ),
    );
    this.duties = [
      ...earlier.map((duty) => this.read(duty, false)),
      ...plan.assignments.map((duty) => this.read(duty, true)),
    ];
  }

  dayPrice(): number {
    const { vacancyPricePerDay, vacancyPriority } = this.input.contract.planning;
    return vacancyPricePerDay + vacancyPriority;
  }

  /** The window that stands at each minute of a day, with its people. */
  requiredMinutes(
    group: string,
    date: string,
  ): ({ readonly kind: string; readonly people: number; readonly priceFactor: number } | undefined)[] {
    const minutes = new Array<{ kind: string; people: number; priceFactor: number } | undefined>(dayMinutes).fill(
      undefined,
    );
    const { postGroups, windows } = this.input.contract;
    const found = postGroups.find(({ key }) => key === group);
    if (found === undefined || !inForce(found, date)) return minutes;
    for (const { kind, days, groups, crew, priceFactor = 1, ...window } of windows) {
      if (!stands(days, this.dayKind(date)) || !inForce(window, date) || !(groups ?? [group]).includes(group)) continue;
      const share = (found.headcount * (crew.numerator ?? 0)) / (crew.denominator ?? 1);
      const rounded = crew.rounding === 'up' ? Math.ceil(share) : Math.floor(share);
      const people =
        crew.kind === 'full'
          ? found.headcount
          : crew.kind === 'fixed'
            ? (crew.count ?? 0)
            : Math.min(found.headcount, Math.max(crew.minimum ?? 0, rounded));
      if (people === 0) continue;
      for (let minute = clock(window.start); minute < clock(window.end); minute += 1)
        minutes[minute] = { kind, people, priceFactor };
    }
    return minutes;
  }

  /** The first minute of a day that a shift starting on it covers. */
  firstReachable(group: string, date: string): number {
    const offered = this.input.contract.shifts.filter(
      (shift) => stands(shift.days, this.dayKind(date)) && (shift.groups ?? [group]).includes(group),
    );
    return Math.min(dayMinutes, ...offered.map(({ segments }) => clock(segments[0]?.start ?? '24:00')));
  }

  dayKind(date: string): 'working' | 'saturday' | 'rest' | 'holidayBlock' {
    const listed = this.input.notices.flatMap(({ days }) => days).find((day) => day.date === date);
    if (listed !== undefined) return listed.isOffDay ? 'holidayBlock' : 'working';
    if (daysOff2027.includes(date)) return 'holidayBlock';
    const weekday = (dayOf(date) + 3) % 7;
    return weekday === 5 ? 'saturday' : weekday === 6 ? 'rest' : 'working';
  }

  away(code: string, date: string): string | undefined {
    const worker = this.input.team.workers.find((item) => item.code === code);
    if (worker === undefined) return 'unknown';
    if (date < worker.joinedOn) return 'not yet employed';
    if (worker.leftOn !== undefined && date > worker.leftOn) return 'no longer employed';
    if (worker.approvedOn === undefined || date < worker.approvedOn) return 'not approved';
    if (worker.trainedOn === undefined || date < worker.trainedOn) return 'not trained';
    const isOnLeave = this.input.team.leave.some(
      (item) => item.worker === code && item.status === 'approved' && item.from <= date && date <= item.to,
    );
    return isOnLeave ? 'on leave' : undefined;
  }

  isComprehensive(job: string): boolean {
    const { kind, functions } = this.input.contract.hoursSystem;
    return kind === 'comprehensive' && (functions === undefined || functions.includes(job));
  }

  hasPlanned(code: string, [first, last]: readonly [string, string]): boolean {
    return this.duties.some(
      ({ worker, date, isPlanned }) => isPlanned && worker === code && first <= date && date <= last,
    );
  }

  /** First day of the unbroken stretch of published days that leads up to the plan. */
  knownFrom(): string {
    const { before = [], from } = this.input;
    let first = dayOf(from);
    while (before.some((one) => dayOf(one.from) < first && first <= dayOf(one.to) + 1)) first -= 1;
    return dateOf(first);
  }

  /** Averaging cycles that the plan touches, quarters counted from the term's first day; months from the first known day. */
  cycles(): { readonly first: string; readonly last: string; readonly months: number }[] {
    const { contract, from, to, term = contract.term } = this.input;
    if (contract.hoursSystem.cycle !== 'quarter') throw new Error('the audit knows quarters only');
    const cycles = [];
    for (let first = term.from; first <= to; first = monthsLater(first, 3)) {
      const last = dateOf(dayOf(monthsLater(first, 3)) - 1);
      if (last < from) continue;
      const known = first < this.knownFrom() ? this.knownFrom() : first;
      let months = 0;
      while (monthsLater(known, months) <= last) months += 1;
      cycles.push({ first, last, months });
    }
    return cycles;
  }

  private read(duty: AuditDuty, isPlanned: boolean): Duty {
    const shift = this.input.contract.shifts.find(({ key }) => key === duty.shift);
    const midnight = dayOf(duty.date) * dayMinutes;
    const segments = (shift?.segments ?? []).map(({ start, end }) => ({
      start: midnight + clock(start),
      end: midnight + clock(end) + (clock(end) <= clock(start) ? dayMinutes : 0),
    }));
    const counted = shift?.countedMinutes ?? segments.reduce((sum, { start, end }) => sum + end - start, 0);
    const from = segments[0]?.start ?? midnight;
    return { ...duty, segments, from, until: segments.at(-1)?.end ?? from, counted, isPlanned };
  }
}

export function stands(rule: string, kind: string): boolean {
  return rule === 'every' || (rule === 'sunday' ? kind === 'rest' : rule === kind);
}

export function inForce({ from, to }: Effective, date: string): boolean {
  return (from ?? date) <= date && date <= (to ?? date);
}

export function overlapsDay({ segments }: Duty, day: number): boolean {
  return segments.some(({ start, end }) => start < (day + 1) * dayMinutes && day * dayMinutes < end);
}

export function touchedDays({ segments }: Duty): string[] {
  const days = segments.flatMap(({ start, end }) => [
    Math.floor(start / dayMinutes),
    Math.floor((end - 1) / dayMinutes),
  ]);
  return [...new Set(days)].map(dateOf);
}
