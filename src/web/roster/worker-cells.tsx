import { Fragment, memo } from 'react';
import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import type { EditCheck } from '../../adapters/http/schemas/edits.js';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import { useLanguage, type LanguageContext } from '../messages/language.js';
import { isQuiet } from './day-heading.js';
import { cellKey } from './edit/cells.js';
import { QualificationChips } from './qualification-chips.js';
import type { ShownColumn } from './row-grid.js';
import { isDraftOn, withNames, type RosterScene } from './scene.js';
import { shiftChip, shiftMark, shiftTone } from './shift-chip.js';
import type { WorkerColumn } from './worker-columns.js';
import type { WorkerRow } from './worker-model.js';

/** What the grid draws besides the duties themselves. */
export interface CellMarks {
  readonly pending: ReadonlySet<string>;
  readonly pinnedOff: ReadonlySet<string>;
  readonly violations: ReadonlyMap<string, EditCheck['hardViolations']>;
}

interface Props {
  readonly row: WorkerRow;
  readonly scene: RosterScene;
  readonly columns: readonly WorkerColumn[];
  readonly shown: readonly ShownColumn[];
  readonly calendar: ReadonlyMap<string, CalendarDay>;
  readonly isNarrow: boolean;
  readonly marks: CellMarks;
  /** Column of the tab stop; null in every row but one. */
  readonly focusColumn: number | null;
  /** Selected columns, both ends included; -1 when the row has none. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly open: (code: string) => void;
}

/** One person's row. Drawn anew only when something of this row has changed, or other columns are in sight. */
export const WorkerCells = memo(function WorkerCells(props: Props) {
  const language = useLanguage();
  const { row, columns } = props;
  return (
    <>
      <span role="rowheader" aria-colindex={1} className="row-grid-name">
        <button
          type="button"
          className="name-button"
          data-column={0}
          tabIndex={props.focusColumn === 0 ? 0 : -1}
          onClick={() => {
            props.open(row.code);
          }}
        >
          {row.name ?? row.code} <span className="muted small">{row.code}</span>
        </button>
      </span>
      {props.shown.map(({ index, place }) => {
        const column = columns[index];
        return column === undefined ? null : cell(column, place, props, language);
      })}
    </>
  );
});

/**
 * One cell of the row: a function, no component of its own. Of components there would be a hundred in a row of four
 * weeks, and each of them is paid for whenever the row scrolls into sight.
 */
function cell(column: WorkerColumn, place: ShownColumn['place'], props: Props, language: LanguageContext) {
  const { row, scene } = props;
  const { m } = language;
  switch (column.kind) {
    case 'hours':
      return (
        <span role="gridcell" key={column.kind} {...place} className="numeric">
          {m.hoursFigure(row.countedMinutes)}
        </span>
      );
    case 'overtime':
      return (
        <span
          role="gridcell"
          key={column.kind}
          {...place}
          className={row.overtimeMinutes ? 'numeric overtime' : 'numeric muted'}
        >
          {row.overtimeMinutes ? m.hoursFigure(row.overtimeMinutes) : '·'}
        </span>
      );
    case 'day':
      return dayCell(column, place, props, language);
    case 'duty':
      return (
        <span
          role="gridcell"
          key={column.duty}
          {...place}
          className={row.duties[column.duty] === 0 ? 'numeric muted' : 'numeric'}
        >
          {row.duties[column.duty] === 0 ? '·' : row.duties[column.duty]}
        </span>
      );
    case 'skills':
      return (
        <span role="gridcell" key={column.kind} {...place} className="skills">
          {row.person === undefined ? null : <QualificationChips scene={scene} person={row.person} />}
        </span>
      );
  }
}

function dayCell(
  { date, number }: Extract<WorkerColumn, { readonly kind: 'day' }>,
  place: ShownColumn['place'],
  { row, scene, isNarrow, marks, ...props }: Props,
  { m, local }: LanguageContext,
) {
  const key = cellKey(row.code, date);
  const assignments = row.days.get(date) ?? [];
  const broken = marks.violations.get(key);
  const isPinnedOff = marks.pinnedOff.has(key);
  const isOnLeave = assignments.length === 0 && row.leaveDays.has(date);
  const shiftOf = (one: Assignment) => scene.shifts.get(one.shift);
  const nameOf = (one: Assignment): string => {
    const shift = shiftOf(one);
    const times = `${one.start.slice(11, 16)}–${one.end.slice(11, 16)}`;
    return `${shift === undefined ? one.shift : local(shift.name)} ${times} ${one.post ?? m.roster.relief}`;
  };
  // What a mark says to the eye, in words.
  const unseen = [
    ...(isPinnedOff || assignments.some(({ isPinned }) => isPinned) ? [m.board.cellPinned] : []),
    ...(marks.pending.has(key) ? [m.board.cellPending] : []),
    ...(scene.changed.has(key) ? [m.board.cellChanged] : []),
    ...(broken === undefined
      ? []
      : [m.board.cellBroken(broken.map(({ message }) => withNames(scene, local(message), local)).join(' '))]),
  ].join(' · ');
  const title = [...assignments.map(nameOf), ...(isOnLeave ? [m.roster.onLeave] : []), unseen]
    .filter((words) => words !== '')
    .join(' · ');
  const isSelected = props.selectedFrom <= number && number <= props.selectedTo;
  const classes = [
    'day-cell',
    ...(isQuiet(props.calendar.get(date)) ? ['is-quiet'] : []),
    ...(isSelected ? ['is-selected'] : []),
    ...(marks.pending.has(key) ? ['is-pending'] : []),
    ...(scene.changed.has(key) ? ['is-changed'] : []),
    ...(broken === undefined ? [] : ['is-broken']),
  ].join(' ');
  const [first] = assignments;
  // A month's cell is its own chip: see grid.css for what that saves.
  const only = isNarrow && assignments.length === 1 ? first : undefined;
  return (
    <span
      key={date}
      role="gridcell"
      className={
        only === undefined
          ? classes
          : `${classes} is-one ${shiftTone(shiftOf(only))} ${isDraftOn(scene, only.date) ? 'is-draft' : ''}`
      }
      {...place}
      data-column={number}
      tabIndex={props.focusColumn === number ? 0 : -1}
      aria-selected={isSelected}
      {...(title === '' ? {} : { title })}
    >
      {only === undefined
        ? assignments.map((one) => (
            <Fragment key={one.shift + one.start}>
              {shiftChip({ shift: shiftOf(one), fallback: one.shift, isDraft: isDraftOn(scene, one.date) })}
              {isNarrow ? null : postName(one.post ?? m.roster.relief)}
              {one.isPinned ? <PinMark /> : null}
            </Fragment>
          ))
        : shiftMark(shiftOf(only), only.shift)}
      {isOnLeave ? <span className="chip chip-leave">{m.roster.leaveMark}</span> : null}
      {isPinnedOff || only?.isPinned === true ? <PinMark /> : null}
      {broken === undefined ? null : (
        <span className="broken-mark" aria-hidden="true">
          {'!'}
        </span>
      )}
      {unseen === '' ? null : <span className="sr-only">{unseen}</span>}
    </span>
  );
}

function postName(name: string) {
  return <span className={name.length > 4 ? 'day-post is-long' : 'day-post'}>{name}</span>;
}

/** A drawing pin, 10 × 10: small enough for a month's cell. */
function PinMark() {
  return (
    <svg className="pin" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path
        d="M3 .5h4v1L6.400 2v2.300L8 5.600v1H5.500V9.500h-1V6.600H2v-1l1.600-1.300V2L3 1.500z"
        fill="currentColor"
      />
    </svg>
  );
}
