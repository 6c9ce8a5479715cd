import { Input, Select } from 'antd';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import { useLanguage } from '../messages/language.js';
import { Loading } from '../shell/states.js';
import { dayStaffing } from './coverage-model.js';
import { DayHeading, isQuiet, StaffingLight } from './day-heading.js';
import { RowGrid } from './row-grid.js';
import { groupKeys, groupName, type RosterScene } from './scene.js';
import { ShiftChip } from './shift-chip.js';
import { WorkerDrawer } from './worker-drawer.js';
import { matches, occurringDuties, workerRows, type DutyKind, type WorkerRow } from './worker-model.js';

/** Workers down, days across: shift codes, leave, hours and burdens. */
export function WorkerView(props: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly isLoading: boolean;
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
        workers: scene.workers,
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
  const duties = useMemo(() => occurringDuties(rows), [rows]);
  const calendar = useMemo(
    () => new Map<string, CalendarDay>(scene.calendar.map((day) => [day.date, day])),
    [scene.calendar],
  );
  const isNarrow = scene.dates.length > 10;
  if (isLoading) return <Loading />;
  const groups = groupKeys(scene.contract);
  const openedRow = rows.find((row) => row.code === opened);
  return (
    <>
      <div className="grid-tools no-print">
        <Input.Search
          className="worker-search"
          allowClear
          value={wanted}
          placeholder={m.roster.searchWorker}
          aria-label={m.roster.searchWorker}
          onChange={(event) => {
            setWanted(event.target.value);
          }}
        />
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
        <ShiftLegend scene={scene} />
      </div>
      {shown.length === 0 ? (
        <p className="state">{m.roster.noWorkerFound}</p>
      ) : (
        <RowGrid
          label={m.roster.views.workers}
          rows={shown}
          rowKey={(row) => row.code}
          rowHeight={34}
          className={`${isNarrow ? 'is-narrow' : ''} ${scene.isDraft ? 'is-draft' : ''}`}
          columns={[
            { pixels: 62, count: 1, mayGrow: false },
            { pixels: isNarrow ? 44 : 84, count: scene.dates.length, mayGrow: true },
            ...(duties.length === 0 ? [] : [{ pixels: 40, count: duties.length, mayGrow: false }]),
          ]}
          head={<Heads scene={scene} duties={duties} calendar={calendar} isNarrow={isNarrow} />}
          row={(row) => (
            <Cells row={row} scene={scene} duties={duties} calendar={calendar} isNarrow={isNarrow} open={setOpened} />
          )}
        />
      )}
      {openedRow === undefined ? null : (
        <WorkerDrawer
          contract={contract}
          scene={scene}
          row={openedRow}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

export function ShiftLegend({ scene }: { readonly scene: RosterScene }) {
  const { local } = useLanguage();
  return (
    <span className="legend small muted">
      {[...scene.shifts.values()].map((shift) => (
        <span key={shift.key}>
          <ShiftChip shift={shift} fallback={shift.key} isDraft={scene.isDraft} />
          {local(shift.name)}
        </span>
      ))}
    </span>
  );
}

interface Shape {
  readonly scene: RosterScene;
  readonly duties: readonly DutyKind[];
  readonly calendar: ReadonlyMap<string, CalendarDay>;
  readonly isNarrow: boolean;
}

function Heads({ scene, duties, calendar, isNarrow }: Shape) {
  const { m } = useLanguage();
  const keys = groupKeys(scene.contract);
  return (
    <>
      <span role="columnheader" className="row-grid-name">
        {m.roster.worker}
      </span>
      <span role="columnheader" className="numeric">
        {m.roster.hoursHead}
      </span>
      {scene.dates.map((date) => (
        <span role="columnheader" key={date} className={isQuiet(calendar.get(date)) ? 'is-quiet' : ''}>
          <DayHeading day={calendar.get(date)} date={date} isNarrow={isNarrow} />
          {isNarrow ? null : <StaffingLight staffing={dayStaffing(scene.coverage, keys, date)} />}
        </span>
      ))}
      {duties.map((kind) => (
        <abbr role="columnheader" key={kind} className="numeric" title={m.roster.duties[kind]}>
          {m.roster.dutyMarks[kind]}
        </abbr>
      ))}
    </>
  );
}

const Cells = memo(function Cells({
  row,
  scene,
  duties,
  calendar,
  isNarrow,
  open,
}: Shape & { readonly row: WorkerRow; readonly open: (code: string) => void }) {
  const { m, local } = useLanguage();
  return (
    <>
      <span role="rowheader" className="row-grid-name">
        <button
          type="button"
          className="name-button"
          onClick={() => {
            open(row.code);
          }}
        >
          {row.name ?? row.code} <span className="muted small">{row.code}</span>
        </button>
      </span>
      <span role="cell" className="numeric">
        {m.hoursFigure(row.countedMinutes)}
      </span>
      {scene.dates.map((date) => {
        const assignments = row.days.get(date) ?? [];
        const isOnLeave = row.leaveDays.has(date);
        return (
          <span role="cell" key={date} className={isQuiet(calendar.get(date)) ? 'day-cell is-quiet' : 'day-cell'}>
            {assignments.map((one) => {
              const shift = scene.shifts.get(one.shift);
              const title = `${shift === undefined ? one.shift : local(shift.name)} ${one.start.slice(11, 16)}–${one.end.slice(11, 16)} ${one.post ?? m.roster.relief}`;
              return (
                <span key={one.shift + one.start} className="day-duty" title={title}>
                  <ShiftChip shift={shift} fallback={one.shift} isDraft={scene.isDraft} />
                  {isNarrow ? null : <span className="day-post">{one.post ?? m.roster.relief}</span>}
                  {one.isPinned ? (
                    <span className="pin" title={m.roster.pinned}>
                      {'◆'}
                    </span>
                  ) : null}
                </span>
              );
            })}
            {assignments.length === 0 && isOnLeave ? (
              <span className="chip chip-leave" title={m.roster.onLeave}>
                {m.roster.leaveMark}
              </span>
            ) : null}
          </span>
        );
      })}
      {duties.map((kind) => (
        <span role="cell" key={kind} className={row.duties[kind] === 0 ? 'numeric muted' : 'numeric'}>
          {row.duties[kind] === 0 ? '·' : row.duties[kind]}
        </span>
      ))}
    </>
  );
});
