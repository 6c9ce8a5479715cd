import { Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import { useLanguage } from '../messages/language.js';
import type { Messages } from '../messages/zh.js';
import { SearchField } from '../shell/fields.js';
import { Loading } from '../shell/states.js';
import { dayStaffing } from './coverage-model.js';
import { DayHeading, isQuiet, StaffingLight } from './day-heading.js';
import { groupName, type RosterScene } from './scene.js';
import { ShiftChip } from './shift-chip.js';
import { WorkerDrawer } from './worker-drawer.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { shiftLetter } from './edit/shift-choice.js';
import { WorkerGrid } from './edit/worker-grid.js';
import { workerColumns, type WorkerColumn } from './worker-columns.js';
import { matches, occurringDuties, workerRows } from './worker-model.js';

/** Workers down, days across: shift codes, leave, hours and burdens. */
export function WorkerView(props: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly isLoading: boolean;
  /** null when what is shown can't be edited. */
  readonly editing: DraftEditing | null;
}) {
  const { contract, scene, isLoading } = props;
  const { m, local } = useLanguage();
  const [wanted, setWanted] = useState('');
  const [group, setGroup] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const text = useDeferredValue(wanted.trim());
  const rows = useMemo(
    () =>
      workerRows({
        site: scene.site,
        workers: scene.workers,
        overtime: scene.overtime,
        assignments: scene.assignments,
        leave: scene.leave,
        calendar: scene.calendar,
        shifts: scene.shifts,
        dates: scene.dates,
      }),
    [scene],
  );
  const shown = useMemo(
    () => rows.filter((row) => (group === '' || row.group === group) && (text === '' || matches(row, text))),
    [rows, text, group],
  );
  const calendar = useMemo(
    () => new Map<string, CalendarDay>(scene.calendar.map((day) => [day.date, day])),
    [scene.calendar],
  );
  const isNarrow = scene.dates.length > 10;
  const columns = useMemo(
    () => workerColumns(scene, { duties: occurringDuties(rows), isNarrow }),
    [scene, rows, isNarrow],
  );
  if (isLoading) return <Loading />;
  const groups = scene.groups;
  const openedRow = rows.find((row) => row.code === opened);
  return (
    <>
      <div className="grid-tools no-print">
        <SearchField label={m.roster.searchWorker} value={wanted} onChange={setWanted} />
        <Select
          aria-label={m.roster.group}
          value={group}
          onChange={setGroup}
          popupMatchSelectWidth={false}
          className="worker-group"
          options={[
            { value: '', label: m.roster.allGroups },
            ...groups.map((key) => {
              const name = groupName(scene.contract, key);
              return { value: key, label: `${local(name.site)} · ${local(name.work)}` };
            }),
          ]}
        />
        <span className="muted small" role="status">
          {m.roster.workerCount(shown.length, rows.length)}
        </span>
        <ShiftLegend scene={scene} hasLetters={props.editing !== null} />
      </div>
      {shown.length === 0 ? (
        <p className="state">{m.roster.noWorkerFound}</p>
      ) : (
        <WorkerGrid
          scene={scene}
          rows={shown}
          columns={columns}
          head={<Heads scene={scene} columns={columns} calendar={calendar} isNarrow={isNarrow} />}
          isNarrow={isNarrow}
          calendar={calendar}
          editing={props.editing}
          open={setOpened}
        />
      )}
      {openedRow === undefined ? null : (
        <WorkerDrawer
          contract={contract}
          scene={scene}
          row={openedRow}
          editing={props.editing}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

export function ShiftLegend({ scene, hasLetters }: { readonly scene: RosterScene; readonly hasLetters?: boolean }) {
  const { m, local } = useLanguage();
  return (
    <span className="legend small muted">
      {[...scene.shifts.values()].map((shift) => (
        <span key={shift.key}>
          <ShiftChip shift={shift} fallback={shift.key} isDraft={scene.isDraft} />
          {local(shift.name)}
          {hasLetters === true ? <kbd>{shiftLetter(shift.key)}</kbd> : null}
        </span>
      ))}
      {hasLetters === undefined || scene.changed.size === 0 ? null : (
        <span>
          <span className="changed-sign" aria-hidden="true" />
          {m.board.cellChanged}
        </span>
      )}
    </span>
  );
}

interface HeadProps {
  readonly scene: RosterScene;
  readonly columns: readonly WorkerColumn[];
  readonly calendar: ReadonlyMap<string, CalendarDay>;
  readonly isNarrow: boolean;
}

function Heads(props: HeadProps) {
  const { m } = useLanguage();
  return (
    <>
      <span role="columnheader" className="row-grid-name">
        {m.roster.worker}
      </span>
      {props.columns.map((column) => head(column, props, m))}
    </>
  );
}

function head(column: WorkerColumn, { scene, calendar, isNarrow }: HeadProps, m: Messages) {
  switch (column.kind) {
    case 'hours':
      return (
        <span role="columnheader" key={column.kind} className="numeric">
          {m.roster.hoursHead}
        </span>
      );
    case 'overtime':
      return (
        <abbr role="columnheader" key={column.kind} className="numeric" title={m.roster.overtimeHint}>
          {m.roster.overtimeHead}
        </abbr>
      );
    case 'day': {
      const { date } = column;
      const day = calendar.get(date);
      return (
        <span role="columnheader" key={date} className={isQuiet(day) ? 'is-quiet' : ''}>
          <DayHeading day={day} date={date} isNarrow={isNarrow} />
          <StaffingLight staffing={dayStaffing(scene.coverage, scene.groups, date)} />
        </span>
      );
    }
    case 'duty':
      return (
        <abbr role="columnheader" key={column.duty} className="numeric" title={m.roster.duties[column.duty]}>
          {m.roster.dutyMarks[column.duty]}
        </abbr>
      );
    case 'skills':
      return (
        <span role="columnheader" key={column.kind} className="skills">
          {m.roster.mayServe}
        </span>
      );
  }
}
