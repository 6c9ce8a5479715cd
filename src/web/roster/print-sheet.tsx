import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import type { Roster } from '../../adapters/http/schemas/rosters.js';
import type { Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { postRows, postState } from './post-model.js';
import { groupName, type RosterScene } from './scene.js';
import { workerRows } from './worker-model.js';

/** The sheet exists only while it is printed: the screen's grids keep just the rows in sight. */
export function usePrint(): { readonly isPrinting: boolean; readonly start: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const stop = () => {
      setPrinting(false);
    };
    window.addEventListener('afterprint', stop);
    const timer = setTimeout(() => {
      window.print();
    }, 60);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', stop);
    };
  }, [isPrinting]);
  return {
    isPrinting,
    start: () => {
      setPrinting(true);
    },
  };
}

/** A4 landscape, black on white: codes instead of colours, and the three signatures at the foot. */
export function PrintSheet(props: {
  readonly scene: RosterScene;
  readonly range: Range;
  readonly rosters: readonly Roster[];
  readonly by: 'worker' | 'post';
}) {
  const { m, local, fullDate } = useLanguage();
  const { scene, range, rosters } = props;
  const versions = rosters.map((one) =>
    one.version === null ? m.roster.statuses.draft : m.roster.version(one.version),
  );
  return createPortal(
    <div className="print-sheet">
      <h1>{m.print.title(local(scene.contract.name))}</h1>
      <p>
        {m.range(fullDate(range.from), fullDate(range.to))} · {m.list(versions)}
        {scene.isDraft ? ` · ${m.print.notPublished}` : ''}
      </p>
      <p className="print-legend">
        {[...scene.shifts.values()].map((shift) => `${shift.code} = ${local(shift.name)}`).join('  ')}
        {`  ${m.roster.leaveMark} = ${m.roster.onLeave}  ${m.roster.vacantMark} = ${m.roster.vacant}`}
      </p>
      {props.by === 'worker' ? <ByWorker scene={scene} /> : <ByPost scene={scene} />}
    </div>,
    document.body,
  );
}

function Head({ scene, first }: { readonly scene: RosterScene; readonly first: readonly string[] }) {
  const { m, weekdayName } = useLanguage();
  const calendar = new Map<string, CalendarDay>(scene.calendar.map((day) => [day.date, day]));
  return (
    <thead>
      <tr>
        {first.map((name) => (
          <th key={name}>{name}</th>
        ))}
        {scene.dates.map((date) => {
          const day = calendar.get(date);
          const mark =
            day?.isAdjustedWorkday === true ? m.roster.workMark : day?.kind === 'holidayBlock' ? m.roster.restMark : '';
          return (
            <th key={date}>
              {weekdayName(date)}
              <br />
              {date.slice(5).replace('-', '/')} {mark}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** In the table's foot, so that every page of a long roster carries the three signatures. */
function Foot({ columns }: { readonly columns: number }) {
  const { m } = useLanguage();
  return (
    <tfoot>
      <tr>
        <td colSpan={columns}>
          <div className="print-signatures">
            <span>{m.print.madeBy}</span>
            <span>{m.print.checkedBy}</span>
            <span>{m.print.clientConfirms}</span>
            <span>{m.print.date}</span>
          </div>
        </td>
      </tr>
    </tfoot>
  );
}

function ByWorker({ scene }: { readonly scene: RosterScene }) {
  const { m } = useLanguage();
  const isNarrow = scene.dates.length > 10;
  return (
    <table>
      <Head scene={scene} first={[m.roster.code, m.roster.worker]} />
      <tbody>
        {workerRows(scene).map((row) => (
          <tr key={row.code}>
            <td>{row.code}</td>
            <td>{row.name ?? ''}</td>
            {scene.dates.map((date) => {
              const duties = row.days.get(date) ?? [];
              const text = duties
                .map(
                  (one) =>
                    `${scene.shifts.get(one.shift)?.code ?? one.shift}${isNarrow || one.post === null ? '' : ` ${one.post}`}`,
                )
                .join(' ');
              return <td key={date}>{text === '' && row.leaveDays.has(date) ? m.roster.leaveMark : text}</td>;
            })}
          </tr>
        ))}
      </tbody>
      <Foot columns={scene.dates.length + 2} />
    </table>
  );
}

function ByPost({ scene }: { readonly scene: RosterScene }) {
  const { m, local } = useLanguage();
  const names = new Map(scene.workers.map((worker) => [worker.code, worker.name]));
  return (
    <table>
      <Head scene={scene} first={[m.roster.group, m.roster.post]} />
      <tbody>
        {postRows(scene).map((row) => (
          <tr key={row.group + (row.post ?? '')}>
            <td>{local(groupName(scene.contract, row.group).site)}</td>
            <td>{row.post ?? m.roster.relief}</td>
            {scene.dates.map((date) => (
              <td key={date}>
                {postState(row, date, scene.coverage) === 'empty' ? m.roster.vacantMark : ''}
                {(row.days.get(date) ?? [])
                  .map((one) => `${names.get(one.worker) ?? one.worker} ${scene.shifts.get(one.shift)?.code ?? ''}`)
                  .join('、')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <Foot columns={scene.dates.length + 2} />
    </table>
  );
}
