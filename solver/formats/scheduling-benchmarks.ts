import type { PlanAssignment } from '../plan.js';
import type { Limits, RosterProblem, ShiftCover, ShiftRequest, ShiftType, Worker } from '../problem.js';

/** The instances have one ward; every shift is on offer there every day. */
const group = 'ward';
/** Day 0 of every instance is a Monday; which one does not matter. */
const firstDay = Date.UTC(2026, 0, 5);
const minutesPerDay = 1440;

export type BenchmarkReading =
  { readonly ok: true; readonly problem: RosterProblem } | { readonly ok: false; readonly errors: readonly string[] };

/**
 * Reads the text format of schedulingbenchmarks.org (Curtois and Qu 2014). A shift has a length and no time of day, so each begins at
 * 0:00, and our rules on rest, overlap and duty length can bind nothing: only the forbidden successions tell which shifts may follow.
 * Every fault is named with its line.
 */
export function readSchedulingBenchmark(name: string, text: string): BenchmarkReading {
  const reader = new Reader(text);
  const dayCount = reader.horizon();
  const shifts = reader.rows('SECTION_SHIFTS', 3).map((row): ShiftType => {
    const length = row.whole(1);
    return {
      id: row.text(0),
      segments: [{ start: 0, end: Math.min(minutesPerDay, Math.max(1, length)) }],
      countedMinutes: length,
      duties: [],
      forbiddenNext: row.list(2),
    };
  });
  reader.know('shift', shifts);
  const longest = Math.max(0, ...shifts.map((shift) => shift.countedMinutes));
  const staff = reader.rows('SECTION_STAFF', 8).map((row): Worker => ({
    id: row.text(0),
    eligibility: [{ group, fromDay: 0, toDay: dayCount - 1, role: 'home' }],
    unavailable: [],
    limits: limitsOf(row, { dayCount, longest }),
    history: { workedDaysBefore: [], lastDutyEnd: null, duties: {}, group: null },
  }));
  reader.know('employee', staff);
  reader.checkSuccessors(shifts);
  const daysOff = new Map(
    reader
      .rows('SECTION_DAYS_OFF', 1)
      .map((row) => [row.known('employee', 0), row.rest(1).map((cell) => row.day(cell, dayCount))] as const),
  );
  const requests = (section: string, kind: ShiftRequest['kind']): readonly ShiftRequest[] =>
    reader.rows(section, 4).map((row) => ({
      worker: row.known('employee', 0),
      day: row.day(1, dayCount),
      shift: row.known('shift', 2),
      kind,
      weight: row.whole(3),
    }));
  const problem: RosterProblem = {
    name,
    days: Array.from({ length: dayCount }, (_, day) =>
      new Date(firstDay + day * minutesPerDay * 60_000).toISOString().slice(0, 10),
    ),
    shifts,
    groups: [
      {
        id: group,
        offers: Array.from({ length: dayCount }, (_, day) => ({
          day,
          shifts: shifts.map((shift) => shift.id),
          dayDuties: [],
        })),
      },
    ],
    demand: [],
    workers: staff.map((worker) => ({
      ...worker,
      unavailable: (daysOff.get(worker.id) ?? []).map((day) => ({ day, reason: 'fixedDayOff' })),
    })),
    pins: [],
    fairness: [],
    backupPairs: [],
    requests: [...requests('SECTION_SHIFT_ON_REQUESTS', 'on'), ...requests('SECTION_SHIFT_OFF_REQUESTS', 'off')],
    shiftCover: reader.rows('SECTION_COVER', 5).map((row): ShiftCover => ({
      group,
      day: row.day(0, dayCount),
      shift: row.known('shift', 1),
      preferred: row.whole(2),
      underWeight: row.whole(3),
      overWeight: row.whole(4),
    })),
    weights: { redeployed: 0, backup: 0, unstablePost: 0, shortRest: 0, uncoveredPair: 0 },
  };
  return reader.errors.length === 0 ? { ok: true, problem } : { ok: false, errors: reader.errors };
}

/** The plan as one line a worker in the instance's order: the id, then for each day a shift or nothing, separated by commas. */
export function writePlanCsv(problem: RosterProblem, assignments: readonly PlanAssignment[]): string {
  const shifts = new Map(assignments.map(({ worker, day, shift }) => [`${worker}|${day}`, shift]));
  const lines = problem.workers.map(({ id }) =>
    [id, ...problem.days.map((_, day) => shifts.get(`${id}|${day}`) ?? '')].join(','),
  );
  return `${lines.join('\n')}\n`;
}

/** Only what the instance states; every limit that it does not know is too wide to bind. */
function limitsOf(row: Row, { dayCount, longest }: { readonly dayCount: number; readonly longest: number }): Limits {
  return {
    dutyMinutesMax: longest,
    restMinutesMin: 0,
    restMinutesWished: 0,
    workedDaysPerSevenMax: 7,
    nightBans: [],
    hours: [
      {
        name: 'horizon',
        fromDay: 0,
        toDay: dayCount - 1,
        carriedMinutes: 0,
        normalMinutes: null,
        minutesMax: row.whole(2),
        minutesMin: row.whole(3),
        overtimePricePerHour: 0,
      },
    ],
    shiftMaxima: row.list(1).map((entry) => row.shiftMaximum(entry)),
    runs: {
      consecutiveShiftsMax: row.whole(4),
      consecutiveShiftsMin: row.whole(5),
      consecutiveDaysOffMin: row.whole(6),
    },
    weekendsMax: row.whole(7),
  };
}

/** The lines of each section, and the faults found in them. */
class Reader {
  readonly errors: string[] = [];
  readonly #sections = new Map<string, Row[]>();
  readonly #known = { shift: new Set<string>(), employee: new Set<string>() };

  constructor(text: string) {
    let section: Row[] | undefined;
    text.split(/\r?\n/u).forEach((raw, index) => {
      const line = raw.trim();
      if (line === '' || line.startsWith('#')) return;
      if (line.startsWith('SECTION_')) {
        section = [];
        this.#sections.set(line, section);
        return;
      }
      const row = new Row(
        line.split(',').map((cell) => cell.trim()),
        {
          line: index + 1,
          errors: this.errors,
          known: this.#known,
        },
      );
      if (section === undefined) row.fault('stands before the first SECTION_ line');
      else section.push(row);
    });
  }

  /** The section's rows; those with too few cells are faults. A missing section is one, too. */
  rows(section: string, cells: number): readonly Row[] {
    const rows = this.#sections.get(section);
    if (rows === undefined) this.errors.push(`${section} is missing`);
    return (rows ?? []).filter((row) => row.hasCells(cells));
  }

  horizon(): number {
    const [row] = this.rows('SECTION_HORIZON', 1);
    const days = row?.whole(0) ?? 0;
    if (row !== undefined && days < 1) row.fault('the horizon needs at least one day');
    else if (row === undefined) this.errors.push('SECTION_HORIZON states no number of days');
    return Math.max(1, days);
  }

  know(kind: Kind, items: readonly { readonly id: string }[]): void {
    for (const { id } of items) {
      if (this.#known[kind].has(id)) this.errors.push(`${kind} ${id} is listed twice`);
      this.#known[kind].add(id);
    }
  }

  /** Successors may be listed before the shift that they name. */
  checkSuccessors(shifts: readonly ShiftType[]): void {
    for (const row of this.#sections.get('SECTION_SHIFTS') ?? []) {
      const shift = shifts.find(({ id }) => id === row.text(0));
      for (const id of shift?.forbiddenNext ?? []) {
        if (!this.#known.shift.has(id)) row.fault(`there is no shift ${id}`);
      }
    }
  }
}

type Kind = 'shift' | 'employee';

/** One line of a section, cut at its commas. A fault is noted and answered with a harmless value. */
class Row {
  constructor(
    readonly cells: readonly string[],
    readonly at: {
      readonly line: number;
      readonly errors: string[];
      readonly known: Readonly<Record<Kind, ReadonlySet<string>>>;
    },
  ) {}

  fault(message: string): void {
    this.at.errors.push(`line ${this.at.line}: ${message}`);
  }

  hasCells(wanted: number): boolean {
    if (this.cells.length >= wanted) return true;
    this.fault(`has ${this.cells.length} cells instead of ${wanted}`);
    return false;
  }

  text(index: number): string {
    const cell = this.cells[index] ?? '';
    if (cell === '') this.fault(`cell ${index + 1} is empty`);
    return cell;
  }

  whole(index: number): number {
    const cell = this.cells[index] ?? '';
    // One public instance writes a zero as -0.
    if (/^(?:\d+|-0)$/u.test(cell)) return Math.abs(Number(cell));
    this.fault(`"${cell}" is not a whole number`);
    return 0;
  }

  day(index: number, dayCount: number): number {
    const day = this.whole(index);
    if (day < dayCount) return day;
    this.fault(`day ${day} is outside 0 … ${dayCount - 1}`);
    return 0;
  }

  known(kind: Kind, index: number): string {
    const id = this.text(index);
    if (id !== '' && !this.at.known[kind].has(id)) this.fault(`there is no ${kind} ${id}`);
    return id;
  }

  /** The parts of a cell that are separated by bars. */
  list(index: number): readonly string[] {
    return (this.cells[index] ?? '')
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** The indices of the filled cells from here on. */
  rest(from: number): readonly number[] {
    return [...this.cells.keys()].filter((index) => index >= from && this.cells[index] !== '');
  }

  /** `D=14`: at most 14 duties of shift D. */
  shiftMaximum(entry: string): { readonly shift: string; readonly count: number } {
    const [, shift = '', count = ''] = /^(.+)=(\d+)$/u.exec(entry) ?? [];
    if (shift === '') this.fault(`"${entry}" is not a shift and its maximum, as D=14`);
    else if (!this.at.known.shift.has(shift)) this.fault(`there is no shift ${shift}`);
    return { shift, count: Number(count) };
  }
}
