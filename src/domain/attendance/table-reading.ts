import { civilDate, daysBetween } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import { clockText, minutesPerDay } from '../../shared/interval.js';
import { headingIndex, planColumns } from './columns.js';
import type { Presence } from './presence.js';
import { readRow, type RowFacts } from './row-reading.js';
import { cellText, doubtsBelow, type RowError, type Table } from './table.js';

export interface ReadAttendance {
  readonly rowsRead: number;
  readonly records: readonly Presence[];
  readonly errors: readonly RowError[];
}

interface ReadRow {
  readonly row: number;
  readonly record: Presence;
}

/** Rows of an attendance file as records. Wrong rows and rows that contradict each other are reported, never guessed at. */
export function readAttendance(table: Table, facts: RowFacts): ReadAttendance {
  const rows = table.rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const [heading, ...body] = rows.slice(headingIndex(rows));
  const { plan, problems } = planColumns(heading);
  if (problems.length > 0) {
    return {
      rowsRead: body.length,
      records: [],
      errors: problems.map((message) => ({ row: heading?.number ?? 1, column: null, cell: null, message })),
    };
  }
  const good: ReadRow[] = [];
  const errors: RowError[] = doubtsBelow(table, heading?.number ?? 1);
  for (const row of body) {
    const reading = readRow(row, plan, facts);
    if ('errors' in reading) errors.push(...reading.errors);
    else good.push({ row: row.number, record: reading.record });
  }
  const contradictions = findContradictions(good);
  const bad = new Set(contradictions.map(({ row }) => row));
  return {
    rowsRead: body.length,
    records: good.filter(({ row }) => !bad.has(row)).map(({ record }) => record),
    errors: [...errors, ...contradictions].sort((a, b) => a.row - b.row),
  };
}

/**
 * Rows of one person and day that can't all be true: the second of two equal rows, and both of two that put the person
 * at two posts in one instant, or present and absent at the same post. A night shift may meet the next day's rows.
 */
function findContradictions(rows: readonly ReadRow[]): RowError[] {
  const byPerson = groupBy(rows, ({ record }) =>
    record.worker === '' ? `nobody at ${record.post ?? ''}` : record.worker,
  );
  return [...byPerson.values()].flatMap(contradictionsOfPerson);
}

function contradictionsOfPerson(rows: readonly ReadRow[]): RowError[] {
  const errors = new Map<number, RowError>();
  const report = (row: ReadRow, zh: string, en: string) => {
    if (!errors.has(row.row)) errors.set(row.row, { row: row.row, column: null, cell: null, message: { zh, en } });
  };
  const clash = (first: ReadRow, second: ReadRow) => {
    const times = [first, second]
      .map(({ record }) => `${record.post ?? record.postGroup} ${timeText(record)}`)
      .join(' / ');
    report(first, `与第 ${second.row} 行矛盾：${times}。`, `Contradicts row ${second.row}: ${times}.`);
    report(second, `与第 ${first.row} 行矛盾：${times}。`, `Contradicts row ${first.row}: ${times}.`);
  };
  const unique = withoutRepetitions(rows, (row, first) => {
    report(row, `与第 ${first.row} 行重复。`, `Repeats row ${first.row}.`);
  });
  // In order of arrival a stretch clashes with an earlier one exactly if it begins before the latest end so far.
  let latest: { readonly read: ReadRow; readonly end: number } | undefined;
  for (const { read, start, end } of unique
    .flatMap(stretchOf)
    .sort((a, b) => a.start - b.start || a.read.row - b.read.row)) {
    if (latest !== undefined && start < latest.end) clash(latest.read, read);
    if (latest === undefined || end > latest.end) latest = { read, end };
  }
  // Absent at one post and present at another is a cover; at the same post only one can be true.
  const present = new Map(
    unique.filter(({ record }) => record.status === 'present').map((read) => [placeOf(read.record), read]),
  );
  for (const read of unique) {
    const other = present.get(placeOf(read.record));
    if (read.record.status === 'absent' && other !== undefined) clash(other, read);
  }
  return [...errors.values()];
}

function withoutRepetitions(rows: readonly ReadRow[], report: (row: ReadRow, first: ReadRow) => void): ReadRow[] {
  const first = new Map<string, ReadRow>();
  for (const read of rows) {
    const key = [placeOf(read.record), timeText(read.record), read.record.status].join('|');
    const known = first.get(key);
    if (known === undefined) first.set(key, read);
    else report(read, known);
  }
  return [...first.values()];
}

function stretchOf(read: ReadRow): { readonly read: ReadRow; readonly start: number; readonly end: number }[] {
  const { date, arrivedMinute, leftMinute } = read.record;
  if (arrivedMinute === null || leftMinute === null) return [];
  const midnight = daysBetween({ from: firstDay, to: date }) * minutesPerDay;
  return [{ read, start: midnight + arrivedMinute, end: midnight + leftMinute }];
}

/** Any fixed day: only differences matter. */
const firstDay = civilDate('2000-01-01');

function placeOf({ date, postGroup, post }: Presence): string {
  return [date, postGroup, post ?? ''].join('|');
}

function timeText({ arrivedMinute, leftMinute }: Presence): string {
  return arrivedMinute === null || leftMinute === null
    ? '缺勤 absent'
    : `${clockText(arrivedMinute)}–${clockText(leftMinute)}`;
}
