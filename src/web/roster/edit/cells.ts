import type { RosterCell, RosterEdit } from '../../../adapters/http/schemas/edits.js';
import type { PlanRequest } from '../../../adapters/http/schemas/plans.js';
import type { Assignment, Roster } from '../../../adapters/http/schemas/rosters.js';
import { addDays, civilDate } from '../../../shared/civil-date.js';
import { clockText, minutesPerDay } from '../../../shared/interval.js';
import type { ShiftCatalogue } from '../shift-catalogue.js';

/** A worker's day by `cellKey`; a key that is missing is a free day. */
export type Cells = ReadonlyMap<string, RosterCell>;

export interface CellChange {
  readonly worker: string;
  readonly date: string;
  readonly to: RosterCell;
}

export const freeCell: RosterCell = { duty: null, isPinned: false };

export function cellKey(worker: string, date: string): string {
  return `${worker} ${date}`;
}

export function cellsOf({ assignments, pinnedDaysOff }: Pick<Roster, 'assignments' | 'pinnedDaysOff'>): Cells {
  return new Map<string, RosterCell>([
    ...pinnedDaysOff.map((one) => [cellKey(one.worker, one.date), { duty: null, isPinned: true }] as const),
    ...assignments.map(({ worker, date, shift, postGroup, post, isPinned }) => {
      return [cellKey(worker, date), { duty: { shift, postGroup, post }, isPinned }] as const;
    }),
  ]);
}

/** Whether the wish is what stands: no named post wished for means that any will do. */
export function isFulfilled(wish: RosterCell, stands: RosterCell): boolean {
  const post = wish.duty?.post ?? null;
  return (
    wish.isPinned === stands.isPinned &&
    wish.duty?.shift === stands.duty?.shift &&
    wish.duty?.postGroup === stands.duty?.postGroup &&
    (post === null || post === stands.duty?.post)
  );
}

/** Every change since the page was opened; those after `done` are undone and wait to be done again. */
export interface EditLog {
  readonly steps: readonly (readonly LoggedChange[])[];
  readonly done: number;
}
interface LoggedChange extends CellChange {
  readonly from: RosterCell;
}

export const emptyLog: EditLog = { steps: [], done: 0 };

export function withStep(log: EditLog, step: readonly LoggedChange[]): EditLog {
  return step.length === 0 ? log : { steps: [...log.steps.slice(0, log.done), step], done: log.done + 1 };
}

/** What the editor wants, against what stands on the server; equal cells are no edits. */
export function pendingEdits(stands: Cells, log: EditLog): RosterEdit[] {
  const wanted = new Map<string, CellChange>();
  for (const { worker, date, from } of log.steps.flat().reverse())
    wanted.set(cellKey(worker, date), { worker, date, to: from });
  for (const change of log.steps.slice(0, log.done).flat()) wanted.set(cellKey(change.worker, change.date), change);
  return [...wanted].flatMap(([key, { worker, date, to }]) => {
    const before = stands.get(key) ?? freeCell;
    return isFulfilled(to, before) ? [] : [{ worker, date, before, after: to }];
  });
}

/**
 * The log after a save: a cell that was saved holds what stands there now, also where another post was free than the
 * one that was wished for. Without this it would wait to be saved for ever.
 */
export function settled(log: EditLog, saved: readonly RosterEdit[], stands: Cells): EditLog {
  const wishes = new Map(saved.map((edit) => [cellKey(edit.worker, edit.date), edit.after]));
  const settle = (change: LoggedChange): LoggedChange => {
    const key = cellKey(change.worker, change.date);
    const stand = (cell: RosterCell) => (cell === wishes.get(key) ? (stands.get(key) ?? freeCell) : cell);
    return { ...change, from: stand(change.from), to: stand(change.to) };
  };
  return { ...log, steps: log.steps.map((step) => step.map(settle)) };
}

/** The log without the cells that are given up to somebody else's edit. */
export function without({ steps, done }: EditLog, keys: ReadonlySet<string>): EditLog {
  const isKept = ({ worker, date }: CellChange): boolean => !keys.has(cellKey(worker, date));
  // A step of which nothing is left would be an undo that does nothing.
  const left = steps.map((step, index) => ({ step: step.filter(isKept), isDone: index < done }));
  const kept = left.filter(({ step }) => step.length > 0);
  return { steps: kept.map(({ step }) => step), done: kept.filter(({ isDone }) => isDone).length };
}

/** Cells that hold something else now than they did. */
export function changedBetween(before: Cells, after: Cells): Set<string> {
  const isSame = (key: string): boolean => {
    const [one, other] = [before.get(key) ?? freeCell, after.get(key) ?? freeCell];
    return isFulfilled(one, other) && isFulfilled(other, one);
  };
  return new Set([...before.keys(), ...after.keys()].filter((key) => !isSame(key)));
}

/**
 * The log over what stands now: what somebody else has made of a cell since is theirs, and neither an undo nor the next
 * save may take it back unseen.
 */
export function caughtUp(log: EditLog, before: Cells, after: Cells): EditLog {
  const changed = changedBetween(before, after);
  return changed.size === 0 ? log : without(log, changed);
}

/** Assignments as they will be: the grids draw edits at once, before the server has seated them. */
export function editedAssignments(
  assignments: readonly Assignment[],
  edits: readonly CellChange[],
  shifts: ShiftCatalogue,
): Assignment[] {
  const edited = new Set(edits.map(({ worker, date }) => cellKey(worker, date)));
  return [
    ...assignments.filter(({ worker, date }) => !edited.has(cellKey(worker, date))),
    ...edits.flatMap(({ worker, date: day, to: { duty, isPinned } }): Assignment[] => {
      const segments = duty === null ? undefined : shifts.get(duty.shift)?.segments;
      if (duty === null || segments === undefined) return [];
      const date = civilDate(day);
      const at = (minute: number) => `${addDays(date, Math.floor(minute / minutesPerDay))}T${clockText(minute)}+08:00`;
      const times = { start: at(segments[0]?.start ?? 0), end: at(segments.at(-1)?.end ?? 0) };
      return [{ worker, date, ...duty, ...times, isPinned }];
    }),
  ];
}

/** What a manager has pinned in a roster, as the planner takes it. */
export function pinsOf(roster: Roster | undefined): NonNullable<PlanRequest['pins']> {
  if (roster === undefined) return [];
  return [
    ...roster.assignments
      .filter(({ isPinned }) => isPinned)
      .map(({ worker, date, shift, postGroup }) => ({ worker, date, assignment: { shift, postGroup } })),
    ...roster.pinnedDaysOff.map(({ worker, date }) => ({ worker, date, assignment: null })),
  ];
}
