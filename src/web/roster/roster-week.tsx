import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import type { RosterView } from '../searches.js';
import { useCurrentContract } from '../shell/app-shell.js';
import { listsPeople } from '../shell/navigation.js';
import { Empty, Failure, Loading, NotFresh, Refused } from '../shell/states.js';
import { useBoard } from './board.js';
import { publishedChoice } from './roster-choice.js';
import { CoverageView } from './coverage-view.js';
import { CompareDialog } from './edit/compare-dialog.js';
import { useCopy } from './edit/copy-roster.js';
import { EditPanel } from './edit/edit-panel.js';
import { GridFile } from './edit/grid-file.js';
import { MergeDialog } from './edit/merge-dialog.js';
import { MonthJump } from './month-jump.js';
import { PostView } from './post-view.js';
import { PrintSheet, usePrint } from './print-sheet.js';
import { ProofSheet } from './proof-sheet.js';
import { PublishDialog } from './publish-dialog.js';
import { ReplanDialog } from './replan-dialog.js';
import { RosterHeadline } from './roster-headline.js';
import { VacancyList } from './vacancy-list.js';
import { VersionList } from './version-list.js';
import { WaitingNotice } from './edit/waiting-notice.js';
import { WorkerView } from './worker-view.js';

interface Props {
  readonly contract: string;
  readonly range: Range;
  readonly view: RosterView;
  readonly site: string | null;
  readonly chosen: string | undefined;
  readonly choose: (roster: string) => void;
  /** To a roster of other days. */
  readonly goTo: (roster: string, days: Range) => void;
  readonly viewSwitch: ReactNode;
}

/** One period of one contract: the grid asked for, and beside it what is vacant, how good the plan is, its versions. */
export function RosterWeek(props: Props) {
  const { m } = useLanguage();
  const { contract, range, view } = props;
  const role = useCurrentContract()?.role ?? 'client';
  const isPlanner = role === 'manager';
  // The client's side sees posts and how they are filled; the list person by person stays with the contractor.
  const mayListPeople = listsPeople(role);
  const { scene, isChanging, shown, editing, error, ...board } = useBoard(props);
  const copy = useCopy(contract, (draft, from) => {
    board.carryOver(from, draft);
    props.choose(draft);
  });
  const [isPublishing, setPublishing] = useState(false);
  const [isReplanning, setReplanning] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const print = usePrint();

  if (error !== null && (scene === null || isChanging)) return <Failure error={error} retry={board.retry} />;
  if (scene === null) return <Loading label={m.roster.loading} />;
  const changes = editing?.changes ?? [];
  // The one roster that is meant: of those in force together only the one that holds on all the days shown.
  const inForce = [...new Set(scene.dates.flatMap((date) => scene.days.get(date) ?? []))];
  const meant = shown.choice === publishedChoice ? inForce : shown.rosters;
  const single = meant.length === 1 ? meant[0] : undefined;
  // A repair may be taken from any view; editing itself is at home among the workers.
  const hasPanel = editing !== null && (view === 'workers' || changes.length > 0);
  return (
    <div className={isChanging ? 'board is-changing' : 'board'} aria-busy={isChanging}>
      {error === null ? null : <NotFresh error={error} retry={board.retry} />}
      <RosterHeadline
        shown={shown}
        range={range}
        provisionalYears={board.provisionalYears}
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
                disabled={changes.length > 0 || scene.repeatsPublished}
                title={changes.length > 0 ? m.board.pending(changes.length) : undefined}
                onClick={() => {
                  setPublishing(true);
                }}
              >
                {changes.length === 0 && scene.repeatsPublished ? m.publish.nothing : m.publish.open}
              </Button>
            ) : null}
          </>
        }
      />
      {board.waiting.map(({ roster, count }) => (
        <WaitingNotice
          key={roster.id}
          roster={roster}
          count={count}
          open={({ id, from, to }) => {
            props.goTo(id, { from, to });
          }}
        />
      ))}
      {shown.rosters.length === 0 ? (
        <div className="notice roster-notice">
          <strong>{m.roster.noRosterTitle}</strong>
          <p>{isPlanner ? m.roster.noRosterText : m.roster.noPublishedText}</p>
        </div>
      ) : null}
      <div className={hasPanel ? 'board-edit' : ''}>
        <div className="board-grid">
          <MonthJump dates={scene.dates} />
          {view === 'coverage' || (view === 'workers' && !mayListPeople) ? (
            <CoverageView contract={contract} scene={scene} editing={editing} />
          ) : null}
          {view === 'workers' && mayListPeople ? (
            <WorkerView contract={contract} scene={scene} isLoading={!board.hasWorkers} editing={editing} />
          ) : null}
          {view === 'posts' ? <PostView scene={scene} /> : null}
        </div>
        {hasPanel ? (
          <EditPanel
            scene={scene}
            editing={editing}
            copy={{
              isPending: copy.isPending,
              start: () => {
                copy.mutate(editing.roster.id);
              },
            }}
          />
        ) : null}
      </div>
      {editing === null || editing.conflict === null ? null : (
        <MergeDialog
          key={editing.conflict.revision}
          scene={scene}
          conflict={editing.conflict}
          isSaving={editing.isSaving}
          error={editing.saveError}
          resolve={editing.resolve}
          postpone={editing.postpone}
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
    </div>
  );
}
