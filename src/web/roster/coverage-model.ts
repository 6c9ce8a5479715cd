import type { CoverageCell } from '../../adapters/http/schemas/coverage.js';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { minutesPerDay, overlaps, type MinuteInterval } from '../../shared/interval.js';
import { groupBy } from '../../shared/grouping.js';
import type { ShiftCatalogue } from './shift-catalogue.js';

/** `unplanned`: no roster covers the day. `closed`: nothing is required. */
export type StaffingState = 'closed' | 'unplanned' | 'short' | 'met' | 'over';

/** How a stretch of time is manned; `filled` is null on a day that no roster covers. */
export function manned({ required, filled }: Pick<CoverageCell, 'required' | 'filled'>): StaffingState {
  if (required === 0) return 'closed';
  if (filled === null) return 'unplanned';
  return filled < required ? 'short' : filled > required ? 'over' : 'met';
}

/** How many posts of a group or a whole day are manned throughout, out of how many. */
export interface Staffing {
  readonly state: StaffingState;
  readonly required: number;
  readonly filled: number;
}

export interface GroupDay extends Staffing {
  readonly cells: readonly CoverageCell[];
}

/** Cells by `group date`, each list in order of time. */
export type CoverageIndex = ReadonlyMap<string, GroupDay>;

export function slot(postGroup: string, date: string): string {
  return `${postGroup} ${date}`;
}

export function indexCoverage(cells: readonly CoverageCell[]): CoverageIndex {
  const bySlot = groupBy(cells, (cell) => slot(cell.postGroup, cell.date));
  return new Map(
    [...bySlot].map(([key, inside]) => {
      const sorted = [...inside].sort((a, b) => a.start - b.start);
      return [key, { cells: sorted, ...staffingOf(sorted) }];
    }),
  );
}

/** The stored count with the server's count of the groups and days that edits touch. */
export function judgedCells(stored: readonly CoverageCell[], judged: readonly CoverageCell[]): readonly CoverageCell[] {
  if (judged.length === 0) return stored;
  const touched = new Set(judged.map((cell) => slot(cell.postGroup, cell.date)));
  const dates = new Set(stored.map(({ date }) => date));
  return [
    ...stored.filter((cell) => !touched.has(slot(cell.postGroup, cell.date))),
    ...judged.filter(({ date }) => dates.has(date)),
  ];
}

/**
 * The worst moment counts: a post that is empty for half an hour is not manned throughout. `required` is the need of
 * the fullest moment, `filled` that need less the largest number missing at once.
 */
function staffingOf(cells: readonly CoverageCell[]): Staffing {
  const required = Math.max(0, ...cells.map((cell) => cell.required));
  if (required === 0) return { state: 'closed', required: 0, filled: 0 };
  if (cells.some((cell) => cell.filled === null)) return { state: 'unplanned', required, filled: 0 };
  const missing = Math.max(0, ...cells.map((cell) => cell.required - (cell.filled ?? 0)));
  const spare = Math.min(...cells.map((cell) => (cell.filled ?? 0) - cell.required));
  const state = missing > 0 ? 'short' : spare > 0 ? 'over' : 'met';
  return { state, required, filled: missing > 0 ? required - missing : required + Math.max(0, spare) };
}

/** The light in a day's header: all groups together. A surplus in one group never hides a gap in another (V12). */
export function dayStaffing(index: CoverageIndex, groups: readonly string[], date: string): Staffing {
  const days = groups.flatMap((group) => index.get(slot(group, date)) ?? []).filter((day) => day.required > 0);
  if (days.length === 0) return { state: 'closed', required: 0, filled: 0 };
  const required = days.reduce((sum, day) => sum + day.required, 0);
  if (days.every((day) => day.state === 'unplanned')) return { state: 'unplanned', required, filled: 0 };
  const filled = days.reduce((sum, day) => sum + Math.min(day.filled, day.required), 0);
  if (filled < required) return { state: 'short', required, filled };
  const present = days.reduce((sum, day) => sum + day.filled, 0);
  return { state: present > required ? 'over' : 'met', required, filled: present };
}

/** First and last minute of any demand, widened to whole hours: the common scale of all strips. */
export function dayScale(cells: readonly CoverageCell[]): MinuteInterval {
  if (cells.length === 0) return { start: 480, end: 1080 };
  const start = Math.min(...cells.map((cell) => cell.start));
  const end = Math.max(...cells.map((cell) => cell.end));
  return { start: Math.floor(start / 60) * 60, end: Math.ceil(end / 60) * 60 };
}

/** Half-hour cells of one group and day; each takes the worst of the elementary intervals that it meets. */
export interface HalfHour extends MinuteInterval {
  readonly required: number;
  readonly filled: number | null;
}

export function halfHours(cells: readonly CoverageCell[], scale: MinuteInterval): HalfHour[] {
  const count = Math.ceil((scale.end - scale.start) / 30);
  return Array.from({ length: count }, (_, index) => {
    const span = { start: scale.start + index * 30, end: scale.start + index * 30 + 30 };
    const met = cells.filter((cell) => overlaps(cell, span));
    const worst = met.reduce<CoverageCell | undefined>(
      (worse, cell) => (worse === undefined || shortfall(cell) > shortfall(worse) ? cell : worse),
      undefined,
    );
    return { ...span, required: worst?.required ?? 0, filled: worst === undefined ? 0 : worst.filled };
  });
}

function shortfall(cell: CoverageCell): number {
  return cell.required - (cell.filled ?? 0);
}

/** Who stands in a group at some time within the span; a night shift reaches into the day after its own. */
export function presentIn(
  assignments: readonly Assignment[],
  shifts: ShiftCatalogue,
  at: { readonly postGroup: string; readonly date: CivilDate; readonly span: MinuteInterval },
): Assignment[] {
  const dayBefore = addDays(at.date, -1);
  return assignments.filter((one) => {
    if (one.postGroup !== at.postGroup) return false;
    const offset = one.date === at.date ? 0 : one.date === dayBefore ? minutesPerDay : null;
    if (offset === null) return false;
    const segments = shifts.get(one.shift)?.segments ?? [];
    return segments.some((segment) => overlaps({ start: segment.start - offset, end: segment.end - offset }, at.span));
  });
}
