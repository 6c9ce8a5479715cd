import type { RosterProblem, ShiftType, Worker } from '../problem.js';

/**
 * A roster problem in the shape that column generation needs: every cost either belongs to one worker's own roster or is a
 * piecewise-linear cost of how many people work a shift on a day. A *cell* is day × shifts + shift.
 */
export interface ColumnProblem {
  readonly days: number;
  readonly shifts: number;
  readonly cells: number;
  /** Minutes that are one unit of working time: the greatest common divisor of the shifts' minutes. */
  readonly unitMinutes: number;
  /** Working time of a shift in units. */
  readonly shiftUnits: Int32Array;
  /** 1 where the second shift may be worked on the day after the first: first × shifts + second. */
  readonly mayFollow: Uint8Array;
  /** Number of the weekend that a day belongs to; −1 for Monday to Friday. */
  readonly weekendOf: Int32Array;
  readonly preferred: Float64Array;
  readonly underWeight: Float64Array;
  readonly overWeight: Float64Array;
  readonly workers: readonly ColumnWorker[];
  /** Cost of the requests that nobody's roster answers; what a roster grants is a negative cost of its cell. */
  readonly constant: number;
  /** Whether every plan costs a whole number, so that a bound may be rounded up. */
  readonly isWhole: boolean;
}

export interface ColumnWorker {
  readonly index: number;
  /** 1 where the worker may work this cell. */
  readonly mayWork: Uint8Array;
  /** 1 on days that must be worked. */
  readonly mustWork: Uint8Array;
  /** Cost of working a cell because of the worker's requests. */
  readonly cellCost: Float64Array;
  readonly unitsMin: number;
  readonly unitsMax: number;
  readonly runMax: number;
  readonly runMin: number;
  readonly offMin: number;
  readonly weekendsMax: number;
  /** At most so many duties of a shift; `days` where nothing binds. */
  readonly shiftMax: Int32Array;
}

/** A worker's roster: the shift of each day, −1 for a day off. */
export type Roster = Int8Array;

/**
 * Whether a problem consists only of what column generation knows: one group, cover per shift, requests, and limits that each
 * bind one worker. History, demand by the minute, fairness, pairs and a baseline belong to the compact model.
 */
export function canGenerateColumns(problem: RosterProblem): boolean {
  return (
    problem.groups.length === 1 &&
    (problem.shiftCover?.length ?? 0) > 0 &&
    problem.demand.length === 0 &&
    // A negative weight would make the cover cost bend the wrong way.
    (problem.shiftCover ?? []).every((cover) => cover.underWeight >= 0 && cover.overWeight >= 0) &&
    problem.fairness.length === 0 &&
    problem.backupPairs.length === 0 &&
    problem.baseline === undefined &&
    (problem.travel ?? []).length === 0 &&
    problem.shifts.length > 0 &&
    problem.shifts.length < 120 &&
    problem.shifts.every((shift) => endOf(shift) <= 2880 && shift.countedMinutes > 0) &&
    problem.workers.every(
      (worker) =>
        isPlainWorker(problem, worker) && worker.limits.restMinutesMin === problem.workers[0]?.limits.restMinutesMin,
    )
  );
}

function isPlainWorker(problem: RosterProblem, { limits, history, eligibility }: Worker): boolean {
  const longest = Math.max(...problem.shifts.map((shift) => shift.countedMinutes));
  const lastDay = problem.days.length - 1;
  const runMax = limits.runs?.consecutiveShiftsMax ?? Infinity;
  const endsInTime = problem.shifts.every((shift) => endOf(shift) <= 1440);
  return (
    eligibility.every((entry) => entry.role === 'home') &&
    limits.dutyMinutesMax >= longest &&
    limits.restMinutesMin <= 1440 - Math.max(0, Math.max(...problem.shifts.map(endOf)) - 1440) &&
    limits.restMinutesWished <= limits.restMinutesMin &&
    (limits.workedDaysPerSevenMax >= 7 || (endsInTime && runMax <= 6 && limits.workedDaysPerSevenMax >= 6)) &&
    limits.nightBans.length === 0 &&
    (limits.overtimeBans ?? []).length === 0 &&
    limits.hours.length <= 1 &&
    limits.hours.every(
      (account) =>
        account.fromDay === 0 &&
        account.toDay === lastDay &&
        account.carriedMinutes === 0 &&
        (account.normalMinutes === null || account.overtimePricePerHour === 0),
    ) &&
    history.workedDaysBefore.length === 0 &&
    history.lastDutyEnd === null &&
    history.running === undefined &&
    history.eve === undefined &&
    history.shiftCounts === undefined &&
    history.weekendsWorked === undefined &&
    (history.group === null || history.group === problem.groups[0]?.id)
  );
}

export function toColumnProblem(problem: RosterProblem): ColumnProblem {
  const days = problem.days.length;
  const shifts = problem.shifts.length;
  const cells = days * shifts;
  const shiftIndex = new Map(problem.shifts.map((shift, index) => [shift.id, index]));
  const unitMinutes = problem.shifts.reduce((unit, shift) => divisor(unit, shift.countedMinutes), 0);
  const preferred = new Float64Array(cells);
  const underWeight = new Float64Array(cells);
  const overWeight = new Float64Array(cells);
  for (const cover of problem.shiftCover ?? []) {
    const cell = cover.day * shifts + (shiftIndex.get(cover.shift) ?? 0);
    preferred[cell] = cover.preferred;
    underWeight[cell] = cover.underWeight;
    overWeight[cell] = cover.overWeight;
  }
  const requests = requestCosts(problem, shiftIndex);
  return {
    days,
    shifts,
    cells,
    unitMinutes,
    shiftUnits: Int32Array.from(problem.shifts, (shift) => shift.countedMinutes / unitMinutes),
    mayFollow: successions(problem),
    weekendOf: weekends(problem.days),
    preferred,
    underWeight,
    overWeight,
    workers: problem.workers.map((worker, index) =>
      toColumnWorker(problem, {
        worker,
        index,
        unitMinutes,
        shiftIndex,
        cellCost: requests.costs.get(worker.id) ?? new Float64Array(cells),
      }),
    ),
    constant: requests.constant,
    isWhole:
      [...underWeight, ...overWeight, ...preferred].every(Number.isInteger) &&
      (problem.requests ?? []).every((request) => Number.isInteger(request.weight)),
  };
}

function requestCosts(
  problem: RosterProblem,
  shiftIndex: ReadonlyMap<string, number>,
): { readonly costs: ReadonlyMap<string, Float64Array>; readonly constant: number } {
  const costs = new Map<string, Float64Array>();
  let constant = 0;
  for (const { worker, day, shift, kind, weight } of problem.requests ?? []) {
    const own = costs.get(worker) ?? new Float64Array(problem.days.length * problem.shifts.length);
    costs.set(worker, own);
    const cell = day * problem.shifts.length + (shiftIndex.get(shift) ?? 0);
    if (kind === 'on') constant += weight;
    own[cell] = (own[cell] ?? 0) + (kind === 'on' ? -weight : weight);
  }
  return { costs, constant };
}

function toColumnWorker(
  problem: RosterProblem,
  {
    worker,
    index,
    unitMinutes,
    shiftIndex,
    cellCost,
  }: {
    readonly worker: Worker;
    readonly index: number;
    readonly unitMinutes: number;
    readonly shiftIndex: ReadonlyMap<string, number>;
    readonly cellCost: Float64Array;
  },
): ColumnWorker {
  const days = problem.days.length;
  const shifts = problem.shifts.length;
  const mayWork = new Uint8Array(days * shifts);
  const mustWork = new Uint8Array(days);
  for (const { fromDay, toDay } of worker.eligibility) {
    for (const offer of problem.groups[0]?.offers ?? []) {
      if (offer.day < fromDay || offer.day > toDay) continue;
      for (const shift of offer.shifts) mayWork[offer.day * shifts + (shiftIndex.get(shift) ?? 0)] = 1;
    }
  }
  const shiftMax = new Int32Array(shifts).fill(days);
  for (const { shift, count } of worker.limits.shiftMaxima ?? []) shiftMax[shiftIndex.get(shift) ?? 0] = count;
  const away = new Set(worker.unavailable.map((entry) => entry.day));
  for (let day = 0; day < days; day += 1) {
    for (let shift = 0; shift < shifts; shift += 1) {
      // A shift past midnight is present on the next day too.
      const isAway = away.has(day) || (endOf(problem.shifts[shift]) > 1440 && away.has(day + 1));
      if (isAway || shiftMax[shift] === 0) mayWork[day * shifts + shift] = 0;
    }
  }
  for (const pin of problem.pins) {
    if (pin.worker !== worker.id) continue;
    const pinned = pin.assignment === null ? -1 : (shiftIndex.get(pin.assignment.shift) ?? -1);
    for (let shift = 0; shift < shifts; shift += 1) if (shift !== pinned) mayWork[pin.day * shifts + shift] = 0;
    if (pinned >= 0) mustWork[pin.day] = 1;
  }
  const account = worker.limits.hours[0];
  const { runs, weekendsMax } = worker.limits;
  return {
    index,
    mayWork,
    mustWork,
    cellCost,
    unitsMin: Math.ceil((account?.minutesMin ?? 0) / unitMinutes),
    unitsMax: Math.floor((account?.minutesMax ?? days * 1440) / unitMinutes),
    runMax: Math.min(days, runs?.consecutiveShiftsMax ?? days),
    runMin: Math.max(1, runs?.consecutiveShiftsMin ?? 1),
    offMin: Math.max(1, runs?.consecutiveDaysOffMin ?? 1),
    weekendsMax: weekendsMax ?? days,
    shiftMax,
  };
}

function successions(problem: RosterProblem): Uint8Array {
  const { shifts, workers } = problem;
  const rest = Math.max(0, ...workers.map((worker) => worker.limits.restMinutesMin));
  return Uint8Array.from(
    shifts.flatMap((one) =>
      shifts.map((other) => {
        const isForbidden = one.forbiddenNext?.includes(other.id) ?? false;
        return !isForbidden && 1440 + startOf(other) - endOf(one) >= rest ? 1 : 0;
      }),
    ),
  );
}

function weekends(days: readonly string[]): Int32Array {
  const weekendOf = new Int32Array(days.length).fill(-1);
  let weekend = -1;
  days.forEach((date, day) => {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 6 || (weekday === 0 && (day === 0 || weekendOf[day - 1] === -1))) weekend += 1;
    if (weekday === 6 || weekday === 0) weekendOf[day] = weekend;
  });
  return weekendOf;
}

function startOf(shift: ShiftType): number {
  return shift.segments[0]?.start ?? 0;
}

function endOf(shift: ShiftType | undefined): number {
  return shift?.segments.at(-1)?.end ?? 0;
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}
