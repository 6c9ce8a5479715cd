import type { CivilDate } from '../../shared/civil-date.js';
import type { Assignment, Roster } from './roster.js';

/** A worker's day, the slot that a hand edit fills: one duty or none, and whether the planner must keep it so. */
export interface RosterCell {
  /** `post`: a named post; null = relief at the group's disposal. */
  readonly duty: Pick<Assignment, 'shift' | 'postGroup' | 'post'> | null;
  readonly isPinned: boolean;
}

export interface CellName {
  readonly worker: string;
  readonly date: CivilDate;
}

/** What the editor saw, and what shall stand instead. */
export interface CellEdit extends CellName {
  readonly before: RosterCell;
  /** The named post is a wish: whoever sits there keeps it. */
  readonly after: RosterCell;
}

/** A cell that somebody else has changed since the editor saw it. */
export interface CellConflict extends CellName {
  readonly before: RosterCell;
  readonly theirs: RosterCell;
  readonly mine: RosterCell;
}

type Cells = Pick<Roster, 'assignments' | 'pinnedDaysOff'>;

export function cellName({ worker, date }: CellName): string {
  return `${worker} ${date}`;
}

/** The cells of a roster by `cellName`; one that isn't there is free and not pinned. */
export function cellsOf({ assignments, pinnedDaysOff }: Cells): ReadonlyMap<string, RosterCell> {
  return new Map<string, RosterCell>([
    ...pinnedDaysOff.map((day) => [cellName(day), { duty: null, isPinned: true }] as const),
    ...assignments.map((one) => {
      const { shift, postGroup, post, isPinned } = one;
      return [cellName(one), { duty: { shift, postGroup, post }, isPinned }] as const;
    }),
  ]);
}

export const freeCell: RosterCell = { duty: null, isPinned: false };

/** Edits whose cell isn't what they want already: two people may want the same, and a save may be sent a second time. */
export function openEdits(roster: Cells, edits: readonly CellEdit[]): CellEdit[] {
  const cells = cellsOf(roster);
  return edits.filter((edit) => !isFulfilled(edit.after, cells.get(cellName(edit)) ?? freeCell));
}

/** Two people's edits of different cells go together; these don't. */
export function conflictsWith(roster: Cells, edits: readonly CellEdit[]): CellConflict[] {
  const cells = cellsOf(roster);
  return edits.flatMap(({ worker, date, before, after }) => {
    const theirs = cells.get(cellName({ worker, date })) ?? freeCell;
    return isSameCell(theirs, before) ? [] : [{ worker, date, before, theirs, mine: after }];
  });
}

/** No named post wished for means that any will do. */
function isFulfilled(wish: RosterCell, stands: RosterCell): boolean {
  const post = wish.duty?.post ?? stands.duty?.post;
  return isSameCell(
    wish.duty === null || post === undefined ? wish : { ...wish, duty: { ...wish.duty, post } },
    stands,
  );
}

function isSameCell(one: RosterCell, other: RosterCell): boolean {
  return (
    one.isPinned === other.isPinned &&
    one.duty?.shift === other.duty?.shift &&
    one.duty?.postGroup === other.duty?.postGroup &&
    one.duty?.post === other.duty?.post
  );
}
