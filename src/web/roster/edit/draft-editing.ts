import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { EditCheck, EditConflict, RosterCell, RosterEdit } from '../../../adapters/http/schemas/edits.js';
import type { Roster } from '../../../adapters/http/schemas/rosters.js';
import { ApiProblem, request } from '../../api/client.js';
import { rosterQuery } from '../../api/queries.js';
import {
  cellKey,
  cellsOf,
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
  readonly violations: ReadonlyMap<string, readonly Violation[]>;
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly saveError: Error | null;
  /** Somebody else has changed the same cells. */
  readonly conflict: EditConflict | null;
  /** Keeps my side of these cells and the other side of the rest, then saves. */
  readonly resolve: (mine: ReadonlySet<string>) => void;
}

/** What somebody has done to one draft and not kept yet. */
interface Work {
  readonly log: EditLog;
  /** The draft as it stood at the first of the edits. */
  readonly held: Roster | null;
}

const noWork: Work = { log: emptyLog, held: null };

function isPending({ log, held }: Work): boolean {
  return held !== null && pendingEdits(cellsOf(held), log).length > 0;
}

/**
 * Hand edits of a draft, and of those that were shown before it. They are collected, judged by the server with each key, and kept together; meanwhile the draft
 * stays as it was when the first of them was made, so that what others do to the same cells is noticed.
 */
export function useDraftEditing(
  contract: string,
  stored: Roster | undefined,
  published: readonly Roster[],
): DraftEditing | null {
  const client = useQueryClient();
  const [works, setWorks] = useState<ReadonlyMap<string, Work>>(new Map());
  const put = (id: string, change: (now: Work) => Work) => {
    setWorks((now) => new Map(now).set(id, change(now.get(id) ?? noWork)));
  };
  const { log: own, held } = works.get(stored?.id ?? '') ?? noWork;
  const seen = held ?? stored;
  const stands = useMemo(() => (seen === undefined ? new Map<string, RosterCell>() : cellsOf(seen)), [seen]);
  const beside = useMemo(() => besideCells(published), [published]);
  const edits = useMemo(() => pendingEdits(stands, own), [stands, own]);
  const roster = edits.length === 0 ? stored : seen;
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
    onSuccess: async (kept, { batch }) => {
      await refresh(client, contract, kept);
      put(kept.id, ({ log }) => ({ log: settled(log, batch, cellsOf(kept)), held: null }));
    },
  });
  const reread = useMutation({
    mutationFn: (id: string) => request<Roster>(`/contracts/${contract}/rosters/${id}`),
  });
  const isWaitingElsewhere = useMemo(
    () => [...works.values()].some((one) => one.held !== null && one.held.id !== stored?.id && isPending(one)),
    [works, stored?.id],
  );
  useWarningOnLeaving(edits.length > 0 || isWaitingElsewhere);
  const changes = useMemo(() => seatedChanges(edits, check.data), [edits, check.data]);
  const violations = useMemo(() => byCell(check.data?.hardViolations ?? []), [check.data]);
  if (roster === undefined || !isDraft) return null;

  const changed = new Map(changes.map(({ worker, date, to }) => [cellKey(worker, date), to]));
  const covers = (date: string): boolean => roster.from <= date && date <= roster.to;
  const cellAt = (worker: string, date: string): RosterCell => {
    const key = cellKey(worker, date);
    return (covers(date) ? (changed.get(key) ?? stands.get(key)) : beside.get(key)) ?? freeCell;
  };
  const remember = (next: EditLog) => {
    put(roster.id, () => ({ log: next, held: held === null || edits.length === 0 ? roster : held }));
    save.reset();
  };
  const conflict =
    save.error instanceof ApiProblem && save.error.problem?.details?.['cells'] !== undefined
      ? (save.error.problem.details as unknown as EditConflict)
      : null;
  return {
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
    },
    check: check.data,
    checkError: check.error,
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
          const kept = without(own, given);
          put(roster.id, () => ({ log: kept, held: fresh }));
          const batch = pendingEdits(cellsOf(fresh), kept);
          if (batch.length === 0) save.reset();
          else save.mutate({ of: fresh, batch });
        },
      });
    },
  };
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
