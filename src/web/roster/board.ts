import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CoverageCell } from '../../adapters/http/schemas/coverage.js';
import { addDays, civilDate, eachDate } from '../../shared/civil-date.js';
import {
  calendarQuery,
  contractQuery,
  coverageQuery,
  leaveQuery,
  overtimeAccountsQuery,
  workersQuery,
  type Range,
} from '../api/queries.js';
import type { RosterView } from '../searches.js';
import { useCurrentContract } from '../shell/app-shell.js';
import { listsPeople } from '../shell/navigation.js';
import { seesHours, seesLeave } from './board-data.js';
import { useShownRosters, type Shown } from './chosen-roster.js';
import { indexCoverage, judgedCells } from './coverage-model.js';
import { editedAssignments, type CellChange } from './edit/cells.js';
import { useDraftEditing, type DraftEditing, type DraftEditings } from './edit/draft-editing.js';
import { coverageOf, publishedChoice, type WorkedDraft } from './roster-choice.js';
import { changedCells, onTheirDays, repeatsPublished, rosterDays } from './roster-days.js';
import { groupKeys, isOfSite, type RosterScene } from './scene.js';
import { shiftCatalogue } from './shift-catalogue.js';

/** What the board draws, and how far it is the one asked for. */
export interface Board {
  /** null until the first is there; the former one while another is on its way. */
  readonly scene: RosterScene | null;
  readonly isChanging: boolean;
  readonly shown: Shown;
  readonly provisionalYears: readonly number[];
  readonly hasWorkers: boolean;
  /** null while nothing can be edited. */
  readonly editing: DraftEditing | null;
  readonly waiting: DraftEditings['waiting'];
  readonly carryOver: DraftEditings['carryOver'];
  readonly error: Error | null;
  readonly retry: () => void;
}

const noChanges: readonly CellChange[] = [];
const noCells: readonly CoverageCell[] = [];

/** Puts the answers of one period together. */
export function useBoard(props: {
  readonly contract: string;
  readonly range: Range;
  readonly view: RosterView;
  readonly site: string | null;
  readonly chosen: string | undefined;
}): Board {
  const { contract, range, view, site } = props;
  const role = useCurrentContract()?.role ?? 'client';
  const isPlanner = role === 'manager';
  // The client's side sees posts and how they are filled; the list person by person stays with the contractor.
  const mayListPeople = listsPeople(role);
  const detail = useQuery(contractQuery(contract));
  const calendar = useQuery({ ...calendarQuery(contract, range), placeholderData: keepPreviousData });
  const [worked, setWorked] = useState<WorkedDraft | null>(null);
  const shown = useShownRosters(contract, range, { asked: props.chosen, worked });
  const coverage = useQuery({
    ...coverageQuery(contract, range, coverageOf(shown.choice)),
    enabled: shown.isListed,
  });
  const workers = useQuery({ ...workersQuery(contract), enabled: mayListPeople });
  const overtime = useQuery({
    ...overtimeAccountsQuery(contract, range),
    enabled: seesHours(role) && view === 'workers',
  });
  const leave = useQuery({ ...leaveQuery(contract, range), enabled: seesLeave(role) });
  const { editing, waiting, carryOver } = useDraftEditing(
    contract,
    isPlanner && shown.rosters.length === 1 ? shown.rosters[0] : undefined,
    shown.published,
  );
  if (editing !== null && (editing.undo ?? editing.redo) !== null) {
    const [id, hasEdits] = [editing.roster.id, editing.edits.length > 0];
    if (worked?.id !== id || worked.hasEdits !== hasEdits) setWorked({ id, hasEdits });
  }
  const { changes = noChanges, check, roster: seen } = editing ?? {};
  const judged = check?.coverage ?? noCells;
  const chosen = shown.choice === publishedChoice ? undefined : (seen ?? shown.rosters[0]);
  const published = shown.published;
  const made = useMemo((): RosterScene | null => {
    if (detail.data === undefined || calendar.data === undefined || coverage.data === undefined) return null;
    const { document } = detail.data;
    const dates = eachDate({ from: civilDate(range.from), to: civilDate(range.to) });
    const inRange = (date: string) => date >= range.from && date <= range.to;
    const shifts = shiftCatalogue(document.shifts);
    // A night shift of the day before reaches into the first day: it stays for the question who is there.
    const drawn = [addDays(civilDate(range.from), -1), ...dates];
    const days = rosterDays(drawn, { chosen, published });
    const assignments = editedAssignments(
      onTheirDays(days, (one) => one.assignments),
      changes,
      shifts,
    );
    const out = rosterDays(drawn, { chosen: undefined, published });
    const changed = changedCells(assignments, { days, published: out });
    const cells = judgedCells(coverage.data.cells, changes.length === 0 ? [] : judged);
    return {
      contract: document,
      site,
      groups: groupKeys(document).filter((group) => isOfSite(group, site)),
      dates,
      calendar: calendar.data.days,
      siteDays: calendar.data.siteDays,
      coverage: indexCoverage(cells),
      cells,
      assignments: assignments.filter((one) => inRange(one.date)),
      allAssignments: assignments,
      vacancies: onTheirDays(days, (one) => one.vacancies).filter(
        (one) => inRange(one.date) && isOfSite(one.postGroup, site),
      ),
      workers: workers.data ?? [],
      overtime: overtime.data ?? null,
      leave: leave.data ?? [],
      shifts,
      days,
      isDraft: dates.some((date) => days.get(date)?.status === 'draft'),
      changed,
      repeatsPublished: chosen?.status === 'draft' && repeatsPublished(chosen, { published: out, changed }),
      mayNamePeople: mayListPeople,
      mayExplain: isPlanner,
    };
  }, [
    detail.data,
    calendar.data,
    coverage.data,
    chosen,
    published,
    site,
    workers.data,
    overtime.data,
    leave.data,
    range.from,
    range.to,
    mayListPeople,
    isPlanner,
    changes,
    judged,
  ]);

  const fresh = shown.isLoading ? null : made;
  const latest = useMemo(
    () => (fresh === null ? null : { scene: fresh, rosters: shown.rosters }),
    [fresh, shown.rosters],
  );
  const kept = useKept(latest);
  return {
    scene: kept?.scene ?? null,
    isChanging: fresh === null,
    // The choice is the new one at once; what is under it still belongs to the view that stays.
    shown: fresh === null ? { ...shown, rosters: kept?.rosters ?? [] } : shown,
    provisionalYears: calendar.data?.provisionalYears ?? [],
    hasWorkers: !workers.isPending,
    // What is drawn isn't the draft's while another view is on its way.
    editing: fresh === null ? null : editing,
    waiting: fresh === null ? [] : waiting,
    carryOver,
    error: detail.error ?? calendar.error ?? shown.error ?? coverage.error,
    retry() {
      void Promise.all([detail.refetch(), calendar.refetch(), coverage.refetch(), shown.refetch()]);
    },
  };
}

/** The newest value that there was. */
function useKept<T>(value: T | null): T | null {
  const [kept, keep] = useState(value);
  if (value !== null && value !== kept) keep(value);
  return value ?? kept;
}
