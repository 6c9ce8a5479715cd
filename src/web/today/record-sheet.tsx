import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DayRecord, DayRecordList } from '../../adapters/http/schemas/today.js';
import { addDays, eachDate } from '../../shared/civil-date.js';
import { clockText } from '../../shared/interval.js';
import { request } from '../api/client.js';
import { dayRecordsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { addressOf } from '../shell/navigation.js';
import { Sheet } from '../shell/page.js';
import { Loaded, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
import { useMarking } from './marking.js';
import { personName, type TodayScene } from './today-scene.js';

/** The day closed as attendance, and the days before it with what a file has said since. */
export function RecordSheet({ scene }: { readonly scene: TodayScene }) {
  const { m, instant } = useLanguage();
  const { record } = scene.view;
  const range = { from: addDays(today(), -7), to: today() };
  const days = useQuery(dayRecordsQuery(scene.contract, range));
  const box = useFocusKept<HTMLDivElement>('button');
  return (
    <Sheet title={m.today.record}>
      <div ref={box}>
        {record === null ? (
          <Confirm scene={scene} />
        ) : (
          <p>{m.today.recordDone(record.confirmedBy, instant(record.confirmedAt))}</p>
        )}
      </div>
      <h3>{m.today.recent}</h3>
      <Loaded query={days}>{(records) => <Recent scene={scene} records={records} range={range} />}</Loaded>
    </Sheet>
  );
}

function Confirm({ scene }: { readonly scene: TodayScene }) {
  const { m } = useLanguage();
  const client = useQueryClient();
  const { contract, view } = scene;
  const marking = useMarking(contract);
  const confirm = useMutation({
    mutationFn: () => request(`/contracts/${contract}/day-records`, { method: 'POST', body: { date: view.date } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract', contract] }),
  });
  const open = view.duties.filter(({ mark, date }) => mark === null && date === view.date);
  if (!view.isOver) return <p className="muted">{m.today.recordOpen}</p>;
  return (
    <>
      {open.length === 0 ? null : (
        <p className="row">
          <span>{m.today.recordLeft(open.length)}</span>
          <Button
            size="small"
            loading={marking.isPending}
            onClick={() => {
              marking.arrived(open);
            }}
          >
            {m.today.recordAll(open.length)}
          </Button>
        </p>
      )}
      <Button
        type="primary"
        disabled={open.length > 0}
        loading={confirm.isPending}
        onClick={() => {
          confirm.mutate();
        }}
      >
        {m.today.recordConfirm}
      </Button>
      <Refused error={marking.error ?? confirm.error} />
    </>
  );
}

function Recent(props: {
  readonly scene: TodayScene;
  readonly records: DayRecordList;
  readonly range: { readonly from: ReturnType<typeof today>; readonly to: ReturnType<typeof today> };
}) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const { scene, records, range } = props;
  return (
    <ul className="today-list">
      {eachDate(range)
        .filter((date) => date < today())
        .reverse()
        .map((date) => {
          const day = records.days.find((one) => one.date === date);
          return (
            <li key={date}>
              <Link to={addressOf(scene.contract, 'today')} search={{ date }}>
                {`${dayMonth(date)} ${weekdayName(date)}`}
              </Link>{' '}
              <Standing
                isConfirmed={day !== undefined}
                service={records.services.find((one) => one.date === date)?.service}
              />{' '}
              {day === undefined || day.differences.length === 0 ? null : (
                <details>
                  <summary>
                    <span className="badge caution">{m.today.differs(day.differences.length)}</span>
                  </summary>
                  <Differences scene={scene} day={day} />
                </details>
              )}
            </li>
          );
        })}
    </ul>
  );
}

/** How a day stands; where nobody was due there was nothing to confirm. */
function Standing(props: {
  readonly isConfirmed: boolean;
  readonly service: DayRecordList['services'][number]['service'] | undefined;
}) {
  const { m } = useLanguage();
  if (props.isConfirmed) return <span className="badge ok">{m.today.confirmed}</span>;
  if (props.service === 'closed') return <span className="muted small">{m.today.noService}</span>;
  if (props.service === 'unplanned') return <span className="muted small">{m.today.noRoster}</span>;
  return <span className="badge caution">{m.today.notConfirmed}</span>;
}

function Differences({ scene, day }: { readonly scene: TodayScene; readonly day: DayRecord }) {
  const { m } = useLanguage();
  return (
    <>
      <p className="muted small">{m.today.differenceLead}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.today.person}</th>
            <th>{m.today.marked}</th>
            <th>{m.today.onFile}</th>
          </tr>
        </thead>
        <tbody>
          {day.differences.map(({ worker, postGroup, post, marked, onFile }) => (
            <tr key={`${worker} ${postGroup} ${post ?? ''}`}>
              <td>
                {personName(scene, worker)} <span className="muted small">{post}</span>
              </td>
              <td>
                <Times times={marked} />
              </td>
              <td>
                <Times times={onFile} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Times({ times }: { readonly times: DayRecord['differences'][number]['marked'] }) {
  const { m } = useLanguage();
  if (times === null) return <span className="muted">{m.today.noRecord}</span>;
  if (times.isAbsent) return <>{m.today.kinds.absent}</>;
  return (
    <>
      {times.stretches.map(({ arrivedMinute, leftMinute }) => (
        <div key={arrivedMinute} className="figure">{`${clockText(arrivedMinute)}–${clockText(leftMinute)}`}</div>
      ))}
    </>
  );
}
