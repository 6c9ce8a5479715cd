import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { EditCheck, EditConflict, RosterCell, RosterEdit } from '../../../adapters/http/schemas/edits.js';
import type { Roster } from '../../../adapters/http/schemas/rosters.js';
import { ApiProblem, request } from '../../api/client.js';
import { rosterQuery } from '../../api/queries.js';
import {
  caughtUp,
  cellKey,
  cellsOf,
  changedBetween,
  emptyLog,
  freeCell,
  pendingEdits,
  settled,
  withStep,
  without,
  type CellChange,
  type Cells,
  type EditLog,
} from './cells.js';
import { onTheirDays, rosterDays } from '../roster-days.js';
import { useWarningOnLeaving } from './leave-warning.js';

type Violation = EditCheck['hardViolations'][number];

/** A draft with edits that aren't kept yet, and what the checker says of them. */
export interface DraftEditing {
  readonly roster: Roster;
  readonly edits: readonly RosterEdit[];
  /** The edits with the posts that the server has found free for them. */
  readonly changes: readonly CellChange[];
  /** What stands in a cell, edits included; beside the draft's days what is published there. */
  readonly cellAt: (worker: string, date: string) => RosterCell;
  /** Whether a day is one of the draft's: only those can be changed. */
  readonly covers: (date: string) => boolean;
  /** Changes to days beside the draft's are left out. */
  readonly change: (changes: readonly CellChange[]) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly discard: () => void;
  readonly check: EditCheck | undefined;
  readonly checkError: Error | null;
  readonly recheck: () => void;
  readonly violations: ReadonlyMap<string, readonly Violation[]>;
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly saveError: Error | null;
  /** Somebody else has changed the same cells. */
  readonly conflict: EditConflict | null;
  /** Keeps my side of these cells and the other side of the rest, then saves. */
  readonly resolve: (mine: ReadonlySet<string>) => void;
  /** Leaves the conflict for the next save. */
  readonly postpone: () => void;
  /** The draft was published meanwhile: its edits can only go on in a draft made from it. */
  readonly isPublished: boolean;
}

/** Edits that wait in a draft which isn't shown. */
export interface WaitingEdits {
  readonly roster: Roster;
  readonly count: number;
}

export interface DraftEditings {
  /** null while what is shown is no draft. */
  readonly editing: DraftEditing | null;
  readonly waiting: readonly WaitingEdits[];
  /** Takes what waits in one roster over to a draft that was made from it. */
  readonly carryOver: (from: string, to: string) => void;
}

/** What somebody has done to one draft since the page was opened. */
interface Work {
  readonly log: EditLog;
  /** The draft that the log lies over: as it stood at the first edit that isn't kept yet. */
  readonly base: Roster | null;
}

const noWork: Work = { log: emptyLog, base: null };

function pendingOf({ log, base }: Work): readonly RosterEdit[] {
  return base === null ? [] : pendingEdits(cellsOf(base), log);
}

/** Lays the log over the draft as it stands now, unless edits wait: they stay over what they were made on. */
function over(work: Work, stored: Roster | undefined): Work {
  const { log, base } = work;
  if (stored === undefined || base === stored) return work;
  if (base === null) return { log, base: stored };
  // An answer that was on its way while a save came back is the older one.
  if (stored.revision < base.revision || pendingOf(work).length > 0) return work;
  return { log: caughtUp(log, cellsOf(base), cellsOf(stored)), base: stored };
}

/**
 * Hand edits of a draft, and of those that were shown before it. They are collected, judged by the server with each key, and kept together; meanwhile the draft
 * stays as it was when the first of them was made, so that what others do to the same cells is noticed.
 */
export function useDraftEditing(
  contract: string,
  stored: Roster | undefined,
  published: readonly Roster[],
): DraftEditings {
  const client = useQueryClient();
  const [works, setWorks] = useState<ReadonlyMap<string, Work>>(new Map());
  const put = (id: string, change: (now: Work) => Work) => {
    setWorks((now) => new Map(now).set(id, change(now.get(id) ?? noWork)));
  };
  const work = useMemo(() => over(works.get(stored?.id ?? '') ?? noWork, stored), [works, stored]);
  const { log: own, base } = work;
  const roster = base ?? stored;
  const stands = useMemo(() => (roster === undefined ? new Map<string, RosterCell>() : cellsOf(roster)), [roster]);
  const beside = useMemo(() => besideCells(published), [published]);
  const edits = useMemo(() => pendingEdits(stands, own), [stands, own]);
  const isDraft = roster?.status === 'draft';
  const check = useQuery({
    // Apart from the contract's other answers: a publication makes all of those anew, and a published roster isn't checked.
    queryKey: ['edit-check', contract, roster?.id ?? '', roster?.revision ?? 0, edits],
    queryFn: ({ signal }) =>
      request<EditCheck>(`/contracts/${contract}/rosters/${roster?.id ?? ''}/checks`, {
        method: 'POST',
        body: { edits },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: isDraft,
    staleTime: Infinity,
  });
  const save = useMutation({
    mutationFn: ({ of, batch }: { readonly of: Roster; readonly batch: readonly RosterEdit[] }) =>
      request<Roster>(`/contracts/${contract}/rosters/${of.id}`, {
        method: 'PATCH',
        body: { edits: batch },
        headers: { 'If-Match': `"${String(of.revision)}"` },
      }),
    onSuccess: async (kept, { of, batch }) => {
      await refresh(client, contract, kept);
      put(kept.id, ({ log }) => ({ log: keptLog(log, { of, batch, kept }), base: kept }));
    },
  });
  const reread = useMutation({
    mutationFn: (id: string) => request<Roster>(`/contracts/${contract}/rosters/${id}`),
  });
  const waiting = useMemo(
    () =>
      [...works.values()].flatMap((one): WaitingEdits[] => {
        const count = one.base === null || one.base.id === stored?.id ? 0 : pendingOf(one).length;
        return one.base === null || count === 0 ? [] : [{ roster: one.base, count }];
      }),
    [works, stored?.id],
  );
  useWarningOnLeaving(edits.length > 0 || waiting.length > 0);
  const changes = useMemo(() => seatedChanges(edits, check.data), [edits, check.data]);
  const violations = useMemo(() => byCell(check.data?.hardViolations ?? []), [check.data]);
  const carryOver = (from: string, to: string) => {
    setWorks((now) => {
      const { log, base: left } = now.get(from) ?? noWork;
      if (left === null || pendingOf({ log, base: left }).length === 0) return now;
      const next = new Map([...now].filter(([id]) => id !== from));
      // A copy has the cells of its original; where that was not what these edits were made on, saving them asks.
      return next.set(to, { log, base: { ...left, id: to, revision: 1, status: 'draft', version: null } });
    });
    save.reset();
  };
  if (roster === undefined || !isDraft) return { editing: null, waiting, carryOver };

  const changed = new Map(changes.map(({ worker, date, to }) => [cellKey(worker, date), to]));
  const covers = (date: string): boolean => roster.from <= date && date <= roster.to;
  const cellAt = (worker: string, date: string): RosterCell => {
    const key = cellKey(worker, date);
    return (covers(date) ? (changed.get(key) ?? stands.get(key)) : beside.get(key)) ?? freeCell;
  };
  const remember = (next: EditLog) => {
    put(roster.id, () => ({ log: next, base: roster }));
    save.reset();
  };
  const conflict =
    save.error instanceof ApiProblem && save.error.problem?.details?.['cells'] !== undefined
      ? (save.error.problem.details as unknown as EditConflict)
      : null;
  const editing: DraftEditing = {
    roster,
    edits,
    changes,
    cellAt,
    covers,
    change(changes) {
      const inside = changes.filter(({ date }) => covers(date));
      remember(
        withStep(
          own,
          inside.map((one) => ({ ...one, from: cellAt(one.worker, one.date) })),
        ),
      );
    },
    undo:
      own.done === 0
        ? null
        : () => {
            remember({ ...own, done: own.done - 1 });
          },
    redo:
      own.done === own.steps.length
        ? null
        : () => {
            remember({ ...own, done: own.done + 1 });
          },
    discard() {
      put(roster.id, () => noWork);
      save.reset();
      // What was held back for the edits' sake is read now.
      void client.invalidateQueries({ queryKey: rosterQuery(contract, roster.id).queryKey });
    },
    check: check.data,
    checkError: check.error,
    recheck: () => void check.refetch(),
    violations,
    save() {
      if (edits.length > 0) save.mutate({ of: roster, batch: edits });
    },
    isSaving: save.isPending || reread.isPending,
    saveError: conflict === null ? save.error : reread.error,
    conflict,
    resolve(mine) {
      const given = new Set(
        (conflict?.cells ?? []).map(({ worker, date }) => cellKey(worker, date)).filter((key) => !mine.has(key)),
      );
      reread.mutate(roster.id, {
        onSuccess(fresh) {
          // Published in between: the save is refused in words, and the edits stay.
          const isOpen = fresh.status === 'draft';
          const kept = isOpen ? without(own, new Set([...given, ...changedBeside(edits, roster, fresh)])) : own;
          const next = { log: kept, base: isOpen ? fresh : roster };
          put(roster.id, () => next);
          const batch = pendingOf(next);
          if (batch.length === 0) save.reset();
          else save.mutate({ of: next.base, batch });
        },
      });
    },
    postpone: save.reset,
    isPublished: stored?.status === 'published' || stored?.status === 'superseded' || isOfVersion(save.error),
  };
  return { editing, waiting, carryOver };
}

/** A refusal because the draft has become a version. */
function isOfVersion(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'conflict' && error.problem?.details?.['version'] !== undefined;
}

/** My log after a save: saved cells hold what stands there now, and what others have changed meanwhile is theirs. */
function keptLog(
  log: EditLog,
  { of, batch, kept }: { readonly of: Roster; readonly batch: readonly RosterEdit[]; readonly kept: Roster },
): EditLog {
  const mine = [...batch, ...pendingOf({ log, base: of })];
  return without(settled(log, batch, cellsOf(kept)), changedBeside(mine, of, kept));
}

/** What others have changed between two revisions of a draft beside my edits. */
function changedBeside(mine: readonly RosterEdit[], before: Roster, after: Roster): Set<string> {
  const own = new Set(mine.map(({ worker, date }) => cellKey(worker, date)));
  return new Set([...changedBetween(cellsOf(before), cellsOf(after))].filter((key) => !own.has(key)));
}

/** What stands on published days, each from the newest version that reaches over it. */
function besideCells(published: readonly Roster[]): Cells {
  const dates = [...new Set(published.flatMap(({ assignments }) => assignments.map(({ date }) => date)))];
  const days = rosterDays(dates, { chosen: undefined, published });
  return cellsOf({ assignments: onTheirDays(days, ({ assignments }) => assignments), pinnedDaysOff: [] });
}

function seatedChanges(edits: readonly RosterEdit[], check: EditCheck | undefined): CellChange[] {
  const seats = new Map(check?.cells.map((cell) => [cellKey(cell.worker, cell.date), cell.duty]));
  return edits.map(({ worker, date, after }) => {
    const seat = seats.get(cellKey(worker, date)) ?? null;
    // An answer to an earlier edit of the cell says nothing about this one.
    const isOfThis = seat !== null && seat.shift === after.duty?.shift && seat.postGroup === after.duty.postGroup;
    return { worker, date, to: isOfThis ? { ...after, duty: seat } : after };
  });
}

/** The numbers beside the grid follow the roster; its own answer has come with the edit. */
async function refresh(client: QueryClient, contract: string, kept: Roster): Promise<void> {
  client.setQueryData(rosterQuery(contract, kept.id).queryKey, kept);
  const [base, id] = [['contract', contract], kept.id];
  client.removeQueries({ queryKey: [...base, 'roster', id, 'explanation'] });
  client.removeQueries({ queryKey: [...base, 'roster', id, 'replacements'] });
  client.removeQueries({ queryKey: [...base, 'roster', id, 'candidates'] });
  await Promise.all([
    client.invalidateQueries({ queryKey: [...base, 'coverage'] }),
    client.invalidateQueries({ queryKey: [...base, 'rosters'] }),
  ]);
}

function byCell(violations: readonly Violation[]): Map<string, Violation[]> {
  const cells = new Map<string, Violation[]>();
  for (const violation of violations) {
    for (const date of violation.dates) {
      const key = cellKey(violation.worker, date);
      cells.set(key, [...(cells.get(key) ?? []), violation]);
    }
  }
  return cells;
}
