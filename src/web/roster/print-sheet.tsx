import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { CalendarDay } from '../../adapters/http/schemas/calendar.js';
import type { Range } from '../api/queries.js';
import { mondayOf, type CivilDate } from '../../shared/civil-date.js';
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
  readonly by: 'worker' | 'post';
}) {
  const { m, local, fullDate } = useLanguage();
  const { scene, range } = props;
  const rosters = new Set(scene.dates.flatMap((date) => scene.days.get(date) ?? []));
  const versions = [...rosters].map((one) =>
    one.version === null ? m.print.notPublished : m.roster.version(one.version),
  );
  const title = m.print.title(local(scene.contract.name));
  const facts = `${m.range(fullDate(range.from), fullDate(range.to))} · ${m.list(versions)}`;
  const legend = [
    ...[...scene.shifts.values()].map(({ code, name }) => [code, local(name)] as const),
    [m.roster.leaveMark, m.roster.onLeave] as const,
    [m.roster.vacantMark, m.roster.vacant] as const,
  ];
  return createPortal(
    <div className="print-sheet">
      <h1>{title}</h1>
      <p className="print-legend">
        {legend.map(([code, name]) => (
          <span key={code}>{`${code} = ${name}`}</span>
        ))}
      </p>
      {props.by === 'worker' ? (
        <ByWorker scene={scene} name={`${title} · ${facts}`} />
      ) : (
        fortnights(scene.dates).map((dates) => (
          <ByPost key={dates[0]} scene={scene} dates={dates} name={`${title} · ${facts}`} />
        ))
      )}
    </div>,
    document.body,
  );
}

/** A name and a code fit into a fourteenth of the sheet, not into less. */
function fortnights(dates: readonly CivilDate[]): CivilDate[][] {
  const count = Math.ceil(dates.length / 14);
  const length = Math.ceil(dates.length / count);
  return Array.from({ length: count }, (_, index) => dates.slice(index * length, (index + 1) * length));
}

interface Columns {
  readonly scene: RosterScene;
  readonly dates: readonly CivilDate[];
  /** What the sheet is of: pages come apart. */
  readonly name: string;
}

function Head({ scene, dates, name, first }: Columns & { readonly first: readonly string[] }) {
  const { m, weekdayName, shortDate } = useLanguage();
  const calendar = new Map<string, CalendarDay>(scene.calendar.map((day) => [day.date, day]));
  return (
    <thead>
      <tr>
        <td className="print-name" colSpan={dates.length + first.length}>
          {name}
        </td>
      </tr>
      <tr>
        {first.map((head) => (
          <th key={head}>{head}</th>
        ))}
        {dates.map((date) => {
          const day = calendar.get(date);
          const mark =
            day?.isAdjustedWorkday === true ? m.roster.workMark : day?.kind === 'holidayBlock' ? m.roster.restMark : '';
          return (
            <th key={date} className={weekStart(date)}>
              {weekdayName(date)}
              <br />
              {shortDate(date)} {mark}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** A heavier line before each Monday: four weeks are read week by week. */
function weekStart(date: CivilDate): string {
  return mondayOf(date) === date ? 'week-start' : '';
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

function ByWorker({ scene, name }: Omit<Columns, 'dates'>) {
  const { m } = useLanguage();
  const isNarrow = scene.dates.length > 10;
  return (
    <table>
      <Head scene={scene} dates={scene.dates} name={name} first={[m.roster.code, m.roster.worker]} />
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
              return (
                <td key={date} className={weekStart(date)}>
                  {text === '' && row.leaveDays.has(date) ? m.roster.leaveMark : text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <Foot columns={scene.dates.length + 2} />
    </table>
  );
}

function ByPost({ scene, dates, name }: Columns) {
  const { m, local } = useLanguage();
  const names = new Map(scene.workers.map((worker) => [worker.code, worker.name]));
  const groupOf = (key: string) => {
    const { site, work } = groupName(scene.contract, key);
    return local(scene.contract.sites.length > 1 ? site : work);
  };
  return (
    <table>
      <Head scene={scene} dates={dates} name={name} first={[m.roster.group, m.roster.post]} />
      <tbody>
        {postRows(scene).map((row) => (
          <tr key={row.group + (row.post ?? '')}>
            <td>{groupOf(row.group)}</td>
            <td>{row.post ?? m.roster.relief}</td>
            {dates.map((date) => (
              <td key={date} className={weekStart(date)}>
                {postState(row, date, scene.coverage) === 'empty' ? m.roster.vacantMark : ''}
                {(row.days.get(date) ?? []).map((one) => (
                  <div key={one.worker + one.start}>
                    {`${names.get(one.worker) ?? one.worker} ${scene.shifts.get(one.shift)?.code ?? ''}`}
                  </div>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <Foot columns={dates.length + 2} />
    </table>
  );
}
