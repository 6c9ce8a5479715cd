import { Drawer } from 'antd';
import { useState } from 'react';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { clockText, type MinuteInterval } from '../../shared/interval.js';
import { useLanguage } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Candidates } from './candidates.js';
import { manned, presentIn, slot as slotKey } from './coverage-model.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { explainableOn, groupName, isDraftOn, withNames, workerName, type RosterScene } from './scene.js';
import { ShiftChip } from './shift-chip.js';

export interface CoverageSlot {
  readonly postGroup: string;
  readonly date: CivilDate;
  readonly span?: MinuteInterval;
}

/** Who is there and who could be: the day's intervals to choose from, and the people of the chosen one. */
export function CoverageDrawer(props: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly slot: CoverageSlot;
  /** Takes a candidate into the draft; null when what is shown is no draft of the reader's. */
  readonly editing: DraftEditing | null;
  readonly close: () => void;
}) {
  const { m, local, dayMonth, weekdayName } = useLanguage();
  useFocusReturn();
  const { scene, slot } = props;
  const [span, setSpan] = useState<MinuteInterval | null>(slot.span ?? null);
  const name = groupName(scene.contract, slot.postGroup);
  const day = scene.coverage.get(slotKey(slot.postGroup, slot.date));
  const roster = explainableOn(scene, slot.date);
  const wholeDay = { start: 0, end: 1440 };
  const people = presentIn(scene.allAssignments, scene.shifts, { ...slot, span: span ?? wholeDay });
  const vacancies = scene.vacancies.filter((one) => one.postGroup === slot.postGroup && one.date === slot.date);
  // Where somebody is missing, who could come is the question; elsewhere it is who is there.
  const isShort = day?.state === 'short';
  const candidates =
    roster === undefined ? null : (
      <Candidates
        contract={props.contract}
        scene={scene}
        place={{ roster, postGroup: slot.postGroup, date: slot.date, span }}
        editing={props.editing?.covers(slot.date) === true ? props.editing : null}
      />
    );
  return (
    <Drawer
      open
      size={560}
      onClose={props.close}
      title={`${local(name.site)} · ${local(name.work)} · ${weekdayName(slot.date)} ${dayMonth(slot.date)}`}
    >
      <div className="stack">
        <div className="interval-list" role="group" aria-label={m.roster.intervals}>
          <button
            type="button"
            aria-pressed={span === null}
            onClick={() => {
              setSpan(null);
            }}
          >
            {m.roster.allDay}
          </button>
          {(day?.cells ?? []).map((cell) => {
            const isShort = manned(cell) === 'short';
            return (
              <button
                type="button"
                key={cell.start}
                className={isShort ? 'is-short' : ''}
                aria-pressed={span?.start === cell.start && span.end === cell.end}
                onClick={() => {
                  setSpan({ start: cell.start, end: cell.end });
                }}
                title={cell.clause}
              >
                {`${clockText(cell.start)}–${clockText(cell.end)}`}
                <b>
                  {cell.filled === null
                    ? m.roster.needed(cell.required)
                    : `${isShort ? '▼' : ''}${String(cell.filled)}/${String(cell.required)}`}
                </b>
              </button>
            );
          })}
        </div>
        {vacancies.map((one) => (
          <div className="notice short" key={one.interval}>
            <b>{m.roster.missingAt(one.missing, one.interval.replace('-', '–'))}</b>
            {one.reason === null ? null : <p>{withNames(scene, local(one.reason), local)}</p>}
          </div>
        ))}
        {isShort ? candidates : null}
        <h3>
          {span === null
            ? m.roster.peopleOfDay(people.length)
            : m.roster.peopleAt(people.length, `${clockText(span.start)}–${clockText(span.end)}`)}
        </h3>
        {scene.mayNamePeople ? (
          <People scene={scene} people={people} />
        ) : (
          <p className="muted">{m.roster.peopleHidden}</p>
        )}
        {isShort ? null : candidates}
      </div>
    </Drawer>
  );
}

function People({ scene, people }: { readonly scene: RosterScene; readonly people: readonly Assignment[] }) {
  const { m } = useLanguage();
  const sorted = [...people].sort(
    (a, b) =>
      (a.post ?? '~').localeCompare(b.post ?? '~', 'zh-CN', { numeric: true }) || a.start.localeCompare(b.start),
  );
  return (
    <div className="people-there" tabIndex={0} role="region" aria-label={m.roster.peopleOfDay(people.length)}>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.roster.post}</th>
            <th>{m.roster.worker}</th>
            <th>{m.roster.shift}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.worker + one.date + one.shift}>
              <td>{one.post ?? m.roster.relief}</td>
              <td>
                {workerName(scene, one.worker)} <span className="muted small">{one.worker}</span>
              </td>
              <td>
                <ShiftChip
                  shift={scene.shifts.get(one.shift)}
                  fallback={one.shift}
                  isDraft={isDraftOn(scene, one.date)}
                />{' '}
                <span className="small">{`${one.start.slice(11, 16)}–${one.end.slice(11, 16)}`}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
