import { isAllowedRoster, toColumnPlan } from '../../solver/columns/plan-costs.js';
import type { ColumnProblem, ColumnWorker, Roster } from '../../solver/columns/column-problem.js';
import type { Limits, RosterProblem, ShiftCover, ShiftRequest, ShiftType } from '../../solver/problem.js';

/** Small problems of the kind that column generation solves; day 0 is a Monday unless `firstDate` says otherwise. */
export interface ColumnCase {
  readonly days: number;
  readonly firstDate?: string;
  readonly shifts: readonly {
    readonly id: string;
    readonly minutes: number;
    readonly forbiddenNext?: readonly string[];
  }[];
  readonly workers: readonly {
    readonly minutes?: readonly [number, number];
    readonly runs?: Limits['runs'];
    readonly weekendsMax?: number;
    readonly shiftMaxima?: Limits['shiftMaxima'];
    readonly daysOff?: readonly number[];
  }[];
  readonly requests?: readonly ShiftRequest[];
  readonly cover?: readonly Omit<ShiftCover, 'group'>[];
}

export function columnCase(given: ColumnCase): RosterProblem {
  const first = Date.parse(`${given.firstDate ?? '2026-01-05'}T00:00:00Z`);
  const days = Array.from({ length: given.days }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
  const shifts = given.shifts.map(({ id, minutes, forbiddenNext }): ShiftType => ({
    id,
    segments: [{ start: 0, end: minutes }],
    countedMinutes: minutes,
    duties: [],
    ...(forbiddenNext === undefined ? {} : { forbiddenNext }),
  }));
  return {
    name: 'column case',
    days,
    shifts,
    groups: [
      { id: 'ward', offers: days.map((_, day) => ({ day, shifts: shifts.map((shift) => shift.id), dayDuties: [] })) },
    ],
    demand: [],
    workers: given.workers.map((worker, index) => ({
      id: `w${String(index + 1)}`,
      eligibility: [{ group: 'ward', fromDay: 0, toDay: given.days - 1, role: 'home' }],
      unavailable: (worker.daysOff ?? []).map((day) => ({ day, reason: 'fixedDayOff' })),
      limits: {
        dutyMinutesMax: 1440,
        restMinutesMin: 0,
        restMinutesWished: 0,
        workedDaysPerSevenMax: 7,
        nightBans: [],
        hours:
          worker.minutes === undefined
            ? []
            : [
                {
                  name: 'horizon',
                  fromDay: 0,
                  toDay: given.days - 1,
                  carriedMinutes: 0,
                  normalMinutes: null,
                  minutesMin: worker.minutes[0],
                  minutesMax: worker.minutes[1],
                  overtimePricePerHour: 0,
                },
              ],
        ...(worker.runs === undefined ? {} : { runs: worker.runs }),
        ...(worker.weekendsMax === undefined ? {} : { weekendsMax: worker.weekendsMax }),
        ...(worker.shiftMaxima === undefined ? {} : { shiftMaxima: worker.shiftMaxima }),
      },
      history: { workedDaysBefore: [], lastDutyEnd: null, duties: {}, group: null },
    })),
    pins: [],
    fairness: [],
    backupPairs: [],
    requests: given.requests ?? [],
    shiftCover: (
      given.cover ?? [{ day: 0, shift: shifts[0]?.id ?? '', preferred: 0, underWeight: 0, overWeight: 0 }]
    ).map((cover) => ({ group: 'ward', ...cover })),
    weights: { redeployed: 0, backup: 0, unstablePost: 0, shortRest: 0, uncoveredPair: 0 },
  };
}

/** Every roster that keeps the worker's limits, by trying all. */
export function allRosters(problem: ColumnProblem, worker: ColumnWorker): Roster[] {
  const found: Roster[] = [];
  const roster = new Int8Array(problem.days).fill(-1);
  const extend = (day: number): void => {
    if (day === problem.days) {
      if (isAllowedRoster(problem, { worker, roster })) found.push(Int8Array.from(roster));
      return;
    }
    for (let shift = -1; shift < problem.shifts; shift += 1) {
      roster[day] = shift;
      extend(day + 1);
    }
  };
  extend(0);
  return found;
}

/** The cost of the best plan whose cover is allowed, by trying all; ∞ when there is none. */
export function bestCost(problem: ColumnProblem, isAllowed: (cover: Int32Array) => boolean = () => true): number {
  const choices = problem.workers.map((worker) => allRosters(problem, worker));
  let best = Infinity;
  const chosen: Roster[] = [];
  const extend = (worker: number): void => {
    if (worker === choices.length) {
      const { cost, cover } = toColumnPlan(problem, chosen);
      if (cost < best && isAllowed(cover)) best = cost;
      return;
    }
    for (const roster of choices[worker] ?? []) {
      chosen[worker] = roster;
      extend(worker + 1);
    }
  };
  extend(0);
  return best;
}
