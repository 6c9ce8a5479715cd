import { z } from 'zod';
import { coverageCell } from './coverage.js';
import { civilDate, identifier, list, localText, workerCode } from './common.js';

const shiftKey = z.string().max(40);
const groupKey = z.string().max(80);

/** A worker's day: a duty or none, pinned or not. */
const cellFields = {
  duty: z
    .object({
      shift: shiftKey,
      postGroup: groupKey,
      /** A named post; null = relief, and as a wish: any post that is free. */
      post: z.string().max(40).nullable(),
    })
    .nullable(),
  isPinned: z.boolean(),
};
export const rosterCell = z.object(cellFields).meta({ id: 'RosterCell' });
export type RosterCell = z.output<typeof rosterCell>;

const cellName = { worker: workerCode, date: civilDate };

export const rosterEdit = z
  .strictObject({
    ...cellName,
    /** As the editor saw it: a cell that is otherwise by now is a conflict. */
    before: rosterCell,
    after: rosterCell,
  })
  .meta({ id: 'RosterEdit' });
export type RosterEdit = z.input<typeof rosterEdit>;

/** PATCH …/rosters/:id and POST …/rosters/:id/checks */
export const rosterEdits = z.strictObject({ edits: z.array(rosterEdit).max(20_000) }).meta({ id: 'RosterEdits' });

export const editCheck = z
  .object({
    revision: z.int(),
    hardViolations: list(
      z.object({
        rule: z.string(),
        worker: z.string(),
        dates: list(civilDate),
        message: localText,
        /** The rule with its law or clause. */
        source: localText,
      }),
    ),
    objective: z.number(),
    /** Yuan that the edits add, by rule; rules that don't change are absent. */
    costByRule: z.record(z.string(), z.number()),
    costDifference: z.number(),
    missingMinutes: z.number(),
    missingDifference: z.number(),
    /** The edited cells as they would stand, with posts that are free. */
    cells: list(z.object({ worker: z.string(), date: civilDate, ...cellFields })),
    /** Of the groups and days that the edits touch. */
    coverage: list(coverageCell),
  })
  .meta({ id: 'EditCheck' });
export type EditCheck = z.output<typeof editCheck>;

/** `details` of the 409 that an edit of somebody else's changed cell gets. */
export const editConflict = z
  .object({
    revision: z.int(),
    cells: list(
      z.object({ worker: z.string(), date: civilDate, before: rosterCell, theirs: rosterCell, mine: rosterCell }),
    ),
  })
  .meta({ id: 'EditConflict' });
export type EditConflict = z.output<typeof editConflict>;

/** POST /contracts/:contract/rosters */
export const rosterCopy = z.strictObject({ copyOf: identifier }).meta({ id: 'RosterCopy' });
export const rosterCopied = z.object({ rosterId: identifier }).meta({ id: 'RosterCopied' });

/** POST …/rosters/:id/grid: the cells of a spreadsheet that differ, and those that can't be read. */
export const gridReading = z
  .object({
    edits: list(z.object({ worker: z.string(), date: civilDate, before: rosterCell, after: rosterCell })),
    /** `D7`: where the fault stands. */
    errors: list(z.object({ cell: z.string(), message: localText })),
  })
  .meta({ id: 'GridReading' });
export type GridReading = z.output<typeof gridReading>;
