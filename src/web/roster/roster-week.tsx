import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
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
import { useLanguage } from '../messages/language.js';
import type { RosterView } from '../searches.js';
import { useCurrentContract } from '../shell/app-shell.js';
import { listsPeople } from '../shell/navigation.js';
import { Empty, Failure, Loading, Refused } from '../shell/states.js';
import { seesHours, seesLeave } from './board-data.js';
import { coverageOf, publishedChoice, useShownRosters } from './chosen-roster.js';
import { CoverageView } from './coverage-view.js';
import { indexCoverage, judgedCells } from './coverage-model.js';
import { editedAssignments, type CellChange } from './edit/cells.js';
import { CompareDialog } from './edit/compare-dialog.js';
import { useCopy } from './edit/copy-roster.js';
import { useDraftEditing } from './edit/draft-editing.js';
import { EditPanel } from './edit/edit-panel.js';
import { GridFile } from './edit/grid-file.js';
import { MergeDialog } from './edit/merge-dialog.js';
import { PostView } from './post-view.js';
import { PrintSheet, usePrint } from './print-sheet.js';
import { ProofSheet } from './proof-sheet.js';
import { PublishDialog } from './publish-dialog.js';
import { ReplanDialog } from './replan-dialog.js';
import { changedCells, onTheirDays, rosterDays } from './roster-days.js';
import { RosterHeadline } from './roster-headline.js';
import { groupKeys, isOfSite, type RosterScene } from './scene.js';
import { shiftCatalogue } from './shift-catalogue.js';
import { VacancyList } from './vacancy-list.js';
import { VersionList } from './version-list.js';
import { WorkerView } from './worker-view.js';

interface Props {
  readonly contract: string;
  readonly range: Range;
  readonly view: RosterView;
  readonly site: string | null;
  readonly chosen: string | undefined;
  readonly choose: (roster: string) => void;
  readonly viewSwitch: ReactNode;
}

const noChanges: readonly CellChange[] = [];
const noCells: readonly CoverageCell[] = [];

/** One period of one contract: the grid asked for, and beside it what is vacant, how good the plan is, its versions. */
export function RosterWeek(props: Props) {
  const { m } = useLanguage();
  const { contract, range, view, site } = props;
  const role = useCurrentContract()?.role ?? 'client';
  const isPlanner = role === 'manager';
  // The client's side sees posts and how they are filled; the list person by person stays with the contractor.
  const mayListPeople = listsPeople(role);
  const detail = useQuery(contractQuery(contract));
  const calendar = useQuery({ ...calendarQuery(contract, range), placeholderData: keepPreviousData });
  const shown = useShownRosters(contract, range, props.chosen);
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
  const editing = useDraftEditing(
    contract,
    isPlanner && shown.rosters.length === 1 ? shown.rosters[0] : undefined,
    shown.published,
  );
  const copy = useCopy(contract, props.choose);
  const [isPublishing, setPublishing] = useState(false);
  const [isReplanning, setReplanning] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const print = usePrint();

  const { changes = noChanges, check, roster: seen } = editing ?? {};
  const judged = check?.coverage ?? noCells;
  const chosen = shown.choice === publishedChoice ? undefined : (seen ?? shown.rosters[0]);
  const published = shown.published;
  const scene = useMemo((): RosterScene | null => {
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
      changed: changedCells(assignments, { days, published: rosterDays(drawn, { chosen: undefined, published }) }),
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

  const error = detail.error ?? calendar.error ?? shown.error ?? coverage.error;
  if (error !== null)
    return (
      <Failure error={error} retry={() => void Promise.all([detail, calendar, coverage].map((one) => one.refetch()))} />
    );
  if (scene === null || shown.isLoading) return <Loading label={m.roster.loading} />;
  // The one roster that is meant: of those in force together only the one that holds on all the days shown.
  const inForce = [...new Set(scene.dates.flatMap((date) => scene.days.get(date) ?? []))];
  const meant = shown.choice === publishedChoice ? inForce : shown.rosters;
  const single = meant.length === 1 ? meant[0] : undefined;
  // A repair may be taken from any view; editing itself is at home among the workers.
  const hasPanel = editing !== null && (view === 'workers' || changes.length > 0);
  return (
    <>
      <RosterHeadline
        shown={shown}
        range={range}
        provisionalYears={calendar.data?.provisionalYears ?? []}
        choose={props.choose}
        viewSwitch={props.viewSwitch}
        actions={
          <>
            {shown.rosters.length === 0 || !mayListPeople ? null : (
              <Button onClick={print.start}>{m.roster.print}</Button>
            )}
            {isPlanner && single !== undefined ? (
              <GridFile contract={contract} roster={single} editing={editing} scene={scene} />
            ) : null}
            {isPlanner && shown.rosters[0] !== undefined && shown.summaries.length > 1 ? (
              <Button
                onClick={() => {
                  setComparing(true);
                }}
              >
                {m.board.compare}
              </Button>
            ) : null}
            {isPlanner && shown.choice === publishedChoice ? (
              <Button
                onClick={() => {
                  setReplanning(true);
                }}
              >
                {m.replan.open}
              </Button>
            ) : null}
            {isPlanner && single !== undefined && single.status !== 'draft' ? (
              <Button
                title={m.board.editHint}
                loading={copy.isPending}
                onClick={() => {
                  copy.mutate(single.id);
                }}
              >
                {m.board.edit}
              </Button>
            ) : null}
            {isPlanner && single?.status === 'draft' ? (
              <Button
                type="primary"
                disabled={changes.length > 0}
                title={changes.length > 0 ? m.board.pending(changes.length) : undefined}
                onClick={() => {
                  setPublishing(true);
                }}
              >
                {m.publish.open}
              </Button>
            ) : null}
          </>
        }
      />
      {shown.rosters.length === 0 ? (
        <div className="notice roster-notice">
          <strong>{m.roster.noRosterTitle}</strong>
          <p>{isPlanner ? m.roster.noRosterText : m.roster.noPublishedText}</p>
        </div>
      ) : null}
      <div className={hasPanel ? 'board-edit' : ''}>
        <div className="board-grid">
          {view === 'coverage' || (view === 'workers' && !mayListPeople) ? (
            <CoverageView contract={contract} scene={scene} editing={editing} />
          ) : null}
          {view === 'workers' && mayListPeople ? (
            <WorkerView contract={contract} scene={scene} isLoading={workers.isPending} editing={editing} />
          ) : null}
          {view === 'posts' ? <PostView scene={scene} /> : null}
        </div>
        {hasPanel ? <EditPanel scene={scene} editing={editing} /> : null}
      </div>
      {editing === null || editing.conflict === null ? null : (
        <MergeDialog
          key={editing.conflict.revision}
          scene={scene}
          conflict={editing.conflict}
          resolve={editing.resolve}
        />
      )}
      <Refused error={copy.error} />
      {shown.rosters.length === 0 ? null : (
        <div className="roster-below no-print">
          <VacancyList contract={contract} scene={scene} editing={editing} />
          {single?.certificate === undefined || single.certificate === null ? null : (
            <ProofSheet scene={scene} roster={single} certificate={single.certificate} />
          )}
          <VersionList shown={shown} choose={props.choose} restore={isPlanner ? copy.mutate : null} />
        </div>
      )}
      {isPublishing && single !== undefined ? (
        <PublishDialog
          contract={contract}
          roster={single}
          scene={scene}
          close={() => {
            setPublishing(false);
          }}
          published={() => {
            props.choose(publishedChoice);
          }}
        />
      ) : null}
      {isComparing && shown.rosters[0] !== undefined ? (
        <CompareDialog
          contract={contract}
          scene={scene}
          summaries={shown.summaries}
          left={shown.rosters[0]}
          close={() => {
            setComparing(false);
          }}
        />
      ) : null}
      {isReplanning ? (
        <ReplanDialog
          contract={contract}
          range={range}
          scene={scene}
          close={() => {
            setReplanning(false);
          }}
          repaired={props.choose}
        />
      ) : null}
      {print.isPrinting ? <PrintSheet scene={scene} range={range} by={view === 'posts' ? 'post' : 'worker'} /> : null}
      {shown.rosters.length === 0 && scene.cells.length === 0 ? (
        <Empty title={m.roster.nothingRequiredTitle} text={m.roster.nothingRequiredText} />
      ) : null}
    </>
  );
}
