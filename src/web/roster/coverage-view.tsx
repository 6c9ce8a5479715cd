import { Segmented } from 'antd';
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { CivilDate } from '../../shared/civil-date.js';
import { clockText } from '../../shared/interval.js';
import { useLanguage } from '../messages/language.js';
import { CoverageDrawer, type CoverageSlot } from './coverage-drawer.js';
import { dayScale, dayStaffing, halfHours, manned, slot, type GroupDay } from './coverage-model.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { DayHeading, isQuiet, stateSigns, StaffingLight } from './day-heading.js';
import { groupName, isDraftOn, type RosterScene } from './scene.js';

/** Post groups down, days across; each cell a strip of the day. One day can be opened in half hours. */
export function CoverageView({
  contract,
  scene,
  editing,
}: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly editing: DraftEditing | null;
}) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const [zoom, setZoom] = useState<CivilDate | null>(null);
  const [opened, setOpened] = useState<CoverageSlot | null>(null);
  const zoomed = zoom !== null && scene.dates.includes(zoom) ? zoom : null;
  return (
    <>
      <div className="grid-tools no-print">
        {scene.dates.length > 14 ? null : (
          <Segmented<string>
            size="small"
            value={zoomed ?? 'period'}
            onChange={(value) => {
              setZoom(value === 'period' ? null : (value as CivilDate));
            }}
            options={[
              { value: 'period', label: m.roster.wholePeriod },
              ...scene.dates.map((date) => ({
                value: date,
                label: `${weekdayName(date)} ${dayMonth(date)}`,
              })),
            ]}
          />
        )}
        <Legend />
      </div>
      {zoomed === null ? (
        <PeriodGrid scene={scene} open={setOpened} zoom={setZoom} />
      ) : (
        <HalfHourGrid scene={scene} date={zoomed} open={setOpened} />
      )}
      {opened === null ? null : (
        <CoverageDrawer
          contract={contract}
          scene={scene}
          slot={opened}
          editing={editing}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

function Legend() {
  const { m } = useLanguage();
  return (
    <span className="legend small muted">
      {(['met', 'short', 'over', 'unplanned'] as const).map((state) => (
        <span key={state}>
          <span className={`light light-${state}`} aria-hidden="true">
            {stateSigns[state]}
          </span>
          {m.roster.lights[state]}
        </span>
      ))}
    </span>
  );
}

/** Arrow keys walk from cell to cell; only one cell is a tab stop. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, readonly [number, number]> = {
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
  };
  const step = steps[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
  if (step === undefined || from === null) return;
  const row = Number(from.dataset['row']) + step[0];
  const column = Number(from.dataset['column']) + step[1];
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-row="${String(row)}"][data-column="${String(column)}"]`,
  );
  if (next === null) return;
  event.preventDefault();
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Groups under their sites, in the contract's order; only those that any day of the period needs. */
function useGroupRows(scene: RosterScene) {
  const keys = scene.groups.filter((key) => scene.dates.some((date) => scene.coverage.has(slot(key, date))));
  return keys.map((key, index) => ({
    key,
    index,
    name: groupName(scene.contract, key),
    isFirstOfSite: index === 0 || keys[index - 1]?.split('/')[0] !== key.split('/')[0],
  }));
}

function PeriodGrid(props: {
  readonly scene: RosterScene;
  readonly open: (slot: CoverageSlot) => void;
  readonly zoom: (date: CivilDate) => void;
}) {
  const { scene } = props;
  const { m, local, dayMonth } = useLanguage();
  const rows = useGroupRows(scene);
  const keys = rows.map((row) => row.key);
  const scale = dayScale(scene.cells);
  const calendar = new Map<string, (typeof scene.calendar)[number]>(scene.calendar.map((day) => [day.date, day]));
  const isNarrow = scene.dates.length > 10;
  const body = useRef<HTMLTableSectionElement>(null);
  return (
    <div className="grid-scroll" tabIndex={-1}>
      <table className={`grid coverage ${isNarrow ? 'grid-narrow' : ''}`}>
        <caption className="sr-only">{m.roster.views.coverage}</caption>
        <thead>
          <tr>
            <th className="grid-corner" scope="col">
              {m.roster.group}
            </th>
            {scene.dates.map((date) => (
              <th key={date} scope="col" className={isQuiet(calendar.get(date)) ? 'is-quiet' : ''}>
                <button
                  type="button"
                  className="day-button"
                  onClick={() => {
                    props.zoom(date);
                  }}
                  title={m.roster.openDay(dayMonth(date))}
                >
                  <DayHeading day={calendar.get(date)} date={date} isNarrow={isNarrow} />
                  <StaffingLight staffing={dayStaffing(scene.coverage, keys, date)} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={walk}>
          {rows.map((row) => (
            <tr key={row.key} className={row.isFirstOfSite ? 'first-of-site' : ''}>
              <th scope="row">
                <span className="group-site">{row.isFirstOfSite ? local(row.name.site) : ''}</span>
                <span className="group-work">{local(row.name.work)}</span>
              </th>
              {scene.dates.map((date, column) => {
                const day = scene.coverage.get(slot(row.key, date));
                return (
                  <td key={date} className={isQuiet(calendar.get(date)) ? 'is-quiet' : ''}>
                    {day === undefined ? null : (
                      <button
                        type="button"
                        className={`strip-cell state-${day.state} ${isDraftOn(scene, date) ? 'is-draft' : ''}`}
                        data-row={row.index}
                        data-column={column}
                        tabIndex={row.index === 0 && column === 0 ? 0 : -1}
                        onClick={() => {
                          props.open({ postGroup: row.key, date });
                        }}
                      >
                        <StaffingLight staffing={day} />
                        <Strip day={day} scale={scale} />
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The day as a ribbon on a common scale; a short stretch is hatched. */
function Strip({
  day,
  scale,
}: {
  readonly day: GroupDay;
  readonly scale: { readonly start: number; readonly end: number };
}) {
  const length = scale.end - scale.start;
  return (
    <span className="strip" aria-hidden="true">
      {day.cells.map((cell) => {
        const state = manned(cell);
        const style: CSSProperties = {
          left: `${String(((cell.start - scale.start) / length) * 100)}%`,
          width: `${String(((cell.end - cell.start) / length) * 100)}%`,
        };
        // The lower part is who is there, the hatched upper part who is missing; at least a third, so that one of sixty shows.
        if (state === 'short') {
          const missing = 1 - (cell.filled ?? 0) / cell.required;
          Object.assign(style, { '--missing': `${String(Math.max(34, missing * 100))}%` });
        }
        const count = cell.filled === null ? String(cell.required) : `${String(cell.filled)}/${String(cell.required)}`;
        return (
          <span
            key={cell.start}
            className={`strip-part part-${state}`}
            style={style}
            title={`${clockText(cell.start)}–${clockText(cell.end)} ${count}`}
          />
        );
      })}
    </span>
  );
}

function HalfHourGrid(props: {
  readonly scene: RosterScene;
  readonly date: CivilDate;
  readonly open: (slot: CoverageSlot) => void;
}) {
  const { scene, date } = props;
  const { m, local } = useLanguage();
  const rows = useGroupRows(scene).filter((row) => scene.coverage.has(slot(row.key, date)));
  const scale = dayScale(scene.cells.filter((cell) => cell.date === date));
  const heads = halfHours([], scale);
  if (rows.length === 0) return <p className="state">{m.roster.closedDay}</p>;
  return (
    <div className="grid-scroll">
      <table className={`grid half-hours ${isDraftOn(scene, date) ? 'is-draft' : ''}`}>
        <caption className="sr-only">{m.roster.views.coverage}</caption>
        <thead>
          <tr>
            <th className="grid-corner" scope="col">
              {m.roster.group}
            </th>
            {heads.map((head) => (
              <th key={head.start} scope="col" className={head.start % 60 === 0 ? 'full-hour' : ''}>
                {head.start % 60 === 0 ? (
                  clockText(head.start)
                ) : (
                  <span className="sr-only">{clockText(head.start)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {rows.map((row, rowIndex) => (
            <tr key={row.key} className={row.isFirstOfSite ? 'first-of-site' : ''}>
              <th scope="row">
                <span className="group-site">{local(row.name.site)}</span>
                <span className="group-work">{local(row.name.work)}</span>
              </th>
              {halfHours(scene.coverage.get(slot(row.key, date))?.cells ?? [], scale).map((cell, column) => {
                const state = manned(cell);
                return (
                  <td key={cell.start} className={cell.start % 60 === 0 ? 'full-hour' : ''}>
                    {state === 'closed' ? null : (
                      <button
                        type="button"
                        className={`half-cell part-${state}`}
                        data-row={rowIndex}
                        data-column={column}
                        tabIndex={rowIndex === 0 && column === 0 ? 0 : -1}
                        onClick={() => {
                          props.open({ postGroup: row.key, date, span: { start: cell.start, end: cell.end } });
                        }}
                        title={`${clockText(cell.start)}–${clockText(cell.end)} ${m.roster.lights[state]}`}
                      >
                        {cell.filled === null ? cell.required : `${String(cell.filled)}/${String(cell.required)}`}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
