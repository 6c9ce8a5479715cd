import type { HoursAccount } from '../../solver/index.js';
import { shiftMinutes } from '../domain/contract/coverage.js';
import type { ServiceContract } from '../domain/contract/service-contract.js';
import type { Assignment } from '../domain/rostering/roster.js';
import type { Worker } from '../domain/workforce/worker.js';
import {
  daysBetween,
  eachDate,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  addDays,
  monthOf,
  type CivilDate,
} from '../shared/civil-date.js';
import type { TeamFacts } from './absences.js';
import { averagingCycle, monthsBegun } from './averaging-cycle.js';
import type { Horizon } from './horizon.js';

/** 8 hours, the statutory day (State Council regulation on working hours, art. 3); also what a day of leave is credited with. */
export const normalDayMinutes = 480;
/** At most 3 hours of overtime a day and 36 a month (Labour Law 41). */
export const overtimeDayMinutesMax = 180;
export const overtimeMonthMinutesMax = 36 * 60;
/** Labour Law 44: extended hours; rest days without compensatory rest. */
const extendedHoursRate = 1.5;
const restDayRate = 2;

/** Comprehensive hours hold for the functions that the approval names; everybody else works standard hours. */
export function hasComprehensiveHours(contract: ServiceContract, worker: Pick<Worker, 'function'>): boolean {
  const { kind, functions } = contract.hoursSystem;
  return kind === 'comprehensive' && (functions === undefined || functions.includes(worker.function));
}

/**
 * The working-time accounts of a worker.
 *
 * Standard hours: every week (Monday to Sunday) that the horizon touches, and every month for the 36-hour limit.
 * Comprehensive hours: every averaging cycle, no week. Normal time is 8 hours for each statutory working day,
 * adjusted ones included, on which the worker is employed and not on leave; it runs from the first day that is
 * known to the last day of the horizon, so that a week planned in two halves is judged as one week.
 *
 * Before a cycle is over nobody has worked overtime in it yet. What is planned may then use the even share of the
 * cycle's normal time, or the working days so far where they allow more: a week of holidays at its beginning makes no
 * overtime of duties that later weeks will balance. The 36 hours a month are an average of the whole cycle as well
 * (劳部发〔1997〕271号), so they limit the cycle and not its first weeks.
 */
export function hoursAccountsOf(facts: TeamFacts, worker: Worker, horizon: Horizon): HoursAccount[] {
  const account = accountBuilder(facts, worker, horizon);
  const { hourlyWage } = facts.contract.planning;
  if (hasComprehensiveHours(facts.contract, worker)) {
    const cycle = facts.contract.hoursSystem.cycle ?? 'month';
    return stretches(horizon, (date) => averagingCycle({ cycle, termFrom: facts.term.from, date })).map((range) => {
      const base = account(`cycle:${range.from}`, range);
      const cycleEnd = range.to > facts.term.to ? facts.term.to : range.to;
      return base.limited({
        normalMinutes: Math.max(base.normalMinutes, evenShare(base, cycleEnd)),
        overtimeMax: overtimeMonthMinutesMax * monthsBegun({ from: base.from, to: cycleEnd }),
        pricePerHour: hourlyWage * extendedHoursRate,
      });
    });
  }
  const weeks = stretches(horizon, (date) => ({ from: mondayOf(date), to: addDays(mondayOf(date), 6) }));
  const months = stretches(horizon, (date) => ({ from: firstOfMonth(monthOf(date)), to: lastOfMonth(monthOf(date)) }));
  return [
    ...weeks.map((range) => {
      const base = account(`week:${range.from}`, range);
      // Beyond five 8-hour days a hall's week only grows by the Saturday crew, which is rest-day work.
      const hasRestDay = base.days.some((date) => facts.calendar.day(date).kind !== 'working');
      const overtimeMax = Math.min(overtimeMonthMinutesMax, overtimeDayMinutesMax * base.availableDays);
      return base.limited({ overtimeMax, pricePerHour: hourlyWage * (hasRestDay ? restDayRate : extendedHoursRate) });
    }),
    ...months.map((range) =>
      account(`month:${monthOf(range.from)}`, range).limited({
        overtimeMax: overtimeMonthMinutesMax,
        pricePerHour: null,
      }),
    ),
  ];
}

interface DateRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Normal time of a whole cycle in proportion to the days of it that are known or planned, to the half hour of the shifts. */
function evenShare(
  base: Pick<ReturnType<ReturnType<typeof accountBuilder>>, 'from' | 'days' | 'normalMinutesUntil'>,
  cycleEnd: CivilDate,
): number {
  const share = base.days.length / (daysBetween({ from: base.from, to: cycleEnd }) + 1);
  return Math.round((base.normalMinutesUntil(cycleEnd) * share) / 30) * 30;
}

/** The distinct weeks, months or cycles that the horizon touches, in order. */
function stretches(horizon: Horizon, rangeOf: (date: CivilDate) => DateRange): DateRange[] {
  const ranges: DateRange[] = [];
  for (const date of horizon.days) if (date > (ranges.at(-1)?.to ?? '')) ranges.push(rangeOf(date));
  return ranges;
}

function accountBuilder(facts: TeamFacts, worker: Worker, horizon: Horizon) {
  const counted = countedMinutesOf(facts.contract);
  const earlier = (facts.duties.get(worker.code) ?? []).filter(({ date }) => date < horizon.from);
  return (name: string, range: DateRange) => {
    const from = range.from < horizon.knownFrom ? horizon.knownFrom : range.from;
    const to = range.to > horizon.lastDay ? horizon.lastDay : range.to;
    const days = eachDate({ from, to });
    const present = days.filter((date) => facts.absences(worker, date) === undefined);
    const normalMinutesOf = (dates: readonly CivilDate[]) =>
      normalDayMinutes *
      dates.filter((date) => facts.calendar.day(date).kind === 'working' && facts.absences(worker, date) === undefined)
        .length;
    const carriedMinutes = earlier
      .filter(({ date }) => from <= date && date <= to)
      .reduce((sum, assignment) => sum + counted(assignment), 0);
    return {
      from,
      to,
      days,
      normalMinutes: normalMinutesOf(days),
      normalMinutesUntil: (last: CivilDate) => normalMinutesOf(eachDate({ from, to: last })),
      availableDays: present.length,
      /** A null price leaves overtime unpriced: the weeks of the month have priced it already. */
      limited: ({
        overtimeMax,
        pricePerHour,
        normalMinutes = normalMinutesOf(days),
      }: {
        readonly normalMinutes?: number;
        readonly overtimeMax: number;
        readonly pricePerHour: number | null;
      }): HoursAccount => ({
        name,
        fromDay: Math.max(0, horizon.index(from)),
        toDay: horizon.index(to),
        carriedMinutes,
        normalMinutes: pricePerHour === null ? null : normalMinutes,
        minutesMax: normalMinutes + overtimeMax,
        overtimePricePerHour: pricePerHour ?? 0,
      }),
    };
  };
}

/** Counted minutes of a duty by its shift; a shift that the contract has dropped counts its presence. */
export function countedMinutesOf(contract: ServiceContract): (assignment: Assignment) => number {
  const byShift = new Map(contract.shifts.map((template) => [template.key, shiftMinutes(template).countedMinutes]));
  return ({ shift, start, end }) => byShift.get(shift) ?? Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
}
