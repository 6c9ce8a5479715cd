import { memo, useMemo } from 'react';
import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import { useLanguage } from '../messages/language.js';
import { dayStaffing } from './coverage-model.js';
import { DayHeading, isQuiet, StaffingLight } from './day-heading.js';
import { postRows, postState, type PostRow } from './post-model.js';
import { RowGrid, type ShownColumn } from './row-grid.js';
import { groupName, isDraftOn, type RosterScene } from './scene.js';
import { shiftChip } from './shift-chip.js';
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
        rowHeight={rowHeight}
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

/** Pixels: a seat that is held around the clock has a line for each duty. */
function rowHeight({ days }: PostRow): number {
  return 10 + 24 * Math.max(1, ...[...days.values()].map((duties) => duties.length));
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
  const hoursOf = ({ worker, start, end }: Assignment) => `${worker} ${start.slice(11, 16)}–${end.slice(11, 16)}`;
  const dutyOf = ({ worker, shift, date }: Assignment) => (
    <>
      {shiftChip({ shift: scene.shifts.get(shift), fallback: shift, isDraft: isDraftOn(scene, date) })}
      <span className="day-post">{names.get(worker) ?? worker}</span>
    </>
  );
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
        const duties = row.days.get(date) ?? [];
        const [only] = duties;
        // One duty needs no element of its own within its cell: of a month's row that spares a quarter.
        const isOne = only !== undefined && duties.length === 1;
        return (
          <span
            role="cell"
            key={date}
            {...place}
            className={`day-cell ${isQuiet(calendar.get(date)) ? 'is-quiet' : ''} ${isOne ? '' : 'is-stacked'}`}
            {...(isOne ? { title: hoursOf(only) } : {})}
          >
            {postState(row, date, scene.coverage) === 'empty' ? (
              <span className="post-empty">{m.roster.vacantMark}</span>
            ) : null}
            {isOne
              ? dutyOf(only)
              : duties.map((one) => (
                  <span key={one.worker + one.start} className="day-duty" title={hoursOf(one)}>
                    {dutyOf(one)}
                  </span>
                ))}
          </span>
        );
      })}
    </>
  );
});
