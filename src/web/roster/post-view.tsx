import { memo, useMemo } from 'react';
import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import { useLanguage } from '../messages/language.js';
import { dayStaffing } from './coverage-model.js';
import { DayHeading, isQuiet, StaffingLight } from './day-heading.js';
import { postRows, postState, type PostRow } from './post-model.js';
import { RowGrid, type ShownColumn } from './row-grid.js';
import { groupName, isDraftOn, type RosterScene } from './scene.js';
import { ShiftChip } from './shift-chip.js';
import { ShiftLegend } from './worker-view.js';

/** Named posts down, days across: who holds each post. */
export function PostView({ scene }: { readonly scene: RosterScene }) {
  const { m } = useLanguage();
  const rows = useMemo(() => postRows(scene), [scene]);
  const names = useMemo(() => new Map(scene.workers.map((worker) => [worker.code, worker.name])), [scene.workers]);
  const calendar = useMemo(
    () => new Map<string, CalendarDay>(scene.calendar.map((day) => [day.date, day])),
    [scene.calendar],
  );
  const isNarrow = scene.dates.length > 10;
  const columns = useMemo(
    () => scene.dates.map(() => ({ pixels: isNarrow ? 80 : 104, mayGrow: true })),
    [scene.dates, isNarrow],
  );
  const keys = scene.groups;
  return (
    <>
      <div className="grid-tools no-print">
        <span className="muted small">{m.roster.postCount(rows.filter((row) => row.post !== null).length)}</span>
        <ShiftLegend scene={scene} />
      </div>
      <RowGrid
        label={m.roster.views.posts}
        rows={rows}
        rowKey={(row) => `${row.group} ${row.post ?? ''}`}
        rowHeight={34}
        className={isNarrow ? 'is-narrow' : ''}
        columns={columns}
        head={
          <>
            <span role="columnheader" className="row-grid-name">
              {m.roster.post}
            </span>
            {scene.dates.map((date) => (
              <span role="columnheader" key={date} className={isQuiet(calendar.get(date)) ? 'is-quiet' : ''}>
                <DayHeading day={calendar.get(date)} date={date} isNarrow={isNarrow} />
                <StaffingLight staffing={dayStaffing(scene.coverage, keys, date)} />
              </span>
            ))}
          </>
        }
        row={(row, _, shown) => <PostCells row={row} shown={shown} scene={scene} names={names} calendar={calendar} />}
      />
    </>
  );
}

/** One post's row. Drawn anew only when the roster changes or other days are in sight. */
const PostCells = memo(function PostCells({
  row,
  shown,
  scene,
  names,
  calendar,
}: {
  readonly row: PostRow;
  readonly shown: readonly ShownColumn[];
  readonly scene: RosterScene;
  readonly names: ReadonlyMap<string, string | null>;
  readonly calendar: ReadonlyMap<string, CalendarDay>;
}) {
  const { m, local } = useLanguage();
  const name = groupName(scene.contract, row.group);
  return (
    <>
      <span
        role="rowheader"
        aria-colindex={1}
        className="row-grid-name"
        title={`${local(name.site)} · ${local(name.work)}`}
      >
        <b>{row.post ?? m.roster.relief}</b>
        <span className="muted small">{local(name.site)}</span>
      </span>
      {shown.map(({ index, place }) => {
        const date = scene.dates[index];
        if (date === undefined) return null;
        const state = postState(row, date, scene.coverage);
        return (
          <span
            role="cell"
            key={date}
            {...place}
            className={isQuiet(calendar.get(date)) ? 'day-cell is-quiet' : 'day-cell'}
          >
            {state === 'empty' ? <span className="post-empty">{m.roster.vacantMark}</span> : null}
            {(row.days.get(date) ?? []).map((one) => (
              <span
                key={one.worker + one.start}
                className="day-duty"
                title={`${one.worker} ${one.start.slice(11, 16)}–${one.end.slice(11, 16)}`}
              >
                <ShiftChip
                  shift={scene.shifts.get(one.shift)}
                  fallback={one.shift}
                  isDraft={isDraftOn(scene, one.date)}
                />
                <span className="day-post">{names.get(one.worker) ?? one.worker}</span>
              </span>
            ))}
          </span>
        );
      })}
    </>
  );
});
