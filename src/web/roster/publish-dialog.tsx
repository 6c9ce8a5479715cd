import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import type { Assignment, Publication, Roster, RosterDifference } from '../../adapters/http/schemas/rosters.js';
import { request } from '../api/client.js';
import { differenceQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Loaded, Refused } from '../shell/states.js';
import { groupBy } from '../../shared/grouping.js';
import { workerName, type RosterScene } from './scene.js';

interface Props {
  readonly contract: string;
  readonly roster: Roster;
  readonly scene: RosterScene;
  readonly close: () => void;
  readonly published: () => void;
}

/** Shows what changes for whom before it goes out; `If-Match` refuses if somebody else changed the draft meanwhile. */
export function PublishDialog({ contract, roster, scene, close, published }: Props) {
  const { m, dayMonth } = useLanguage();
  useFocusReturn();
  const { message } = App.useApp();
  const client = useQueryClient();
  const publication = useMutation({
    mutationFn: () =>
      request<Publication>(`/contracts/${contract}/rosters/${roster.id}/publication`, {
        method: 'POST',
        headers: { 'if-match': `"${String(roster.revision)}"` },
      }),
    onSuccess: async (result) => {
      // What is published has no difference to publishing it: asking again would be refused.
      await client.invalidateQueries({
        queryKey: ['contract', contract],
        predicate: (query) => !query.queryKey.includes('difference'),
      });
      void message.success(
        m.publish.done(result.version, result.events.added + result.events.changed + result.events.cancelled),
      );
      published();
      close();
    },
  });
  // Once published the roster has a new revision and no difference any more.
  const difference = useQuery({
    ...differenceQuery(contract, roster.id, roster.revision),
    enabled: publication.isIdle || publication.isError,
    placeholderData: keepPreviousData,
  });
  const violations = roster.certificate?.check.hardViolations.length ?? 0;
  const isLargeLoss = roster.vacancies.length > 0;
  return (
    <Modal
      open
      width={720}
      title={m.publish.title(dayMonth(roster.from), dayMonth(roster.to))}
      onCancel={close}
      okText={m.publish.confirm}
      cancelText={m.cancel}
      okButtonProps={{ disabled: difference.data === undefined || violations > 0, loading: publication.isPending }}
      onOk={() => {
        publication.mutate();
      }}
    >
      <div className="stack">
        {violations > 0 ? <div className="notice short">{m.proof.broken(violations)}</div> : null}
        {roster.isProvisional ? <div className="notice caution">{m.publish.provisional}</div> : null}
        {isLargeLoss ? (
          <div className="notice caution">
            {m.publish.withVacancies(roster.vacancies.length, roster.filledPostDays, roster.requiredPostDays)}
          </div>
        ) : null}
        <Loaded query={difference}>{(data) => <Difference data={data} scene={scene} />}</Loaded>
        <Refused error={publication.error} />
      </div>
    </Modal>
  );
}

interface Change {
  readonly worker: string;
  readonly date: string;
  readonly before: Assignment | null;
  readonly after: Assignment | null;
}

/** Each person once, with every day that changes for them. */
function changesByPerson(data: RosterDifference): [string, Change[]][] {
  const changes: Change[] = [
    ...data.added.map((after) => ({ worker: after.worker, date: after.date, before: null, after })),
    ...data.changed.map(({ before, after }) => ({ worker: after.worker, date: after.date, before, after })),
    ...data.cancelled.map((before) => ({ worker: before.worker, date: before.date, before, after: null })),
  ];
  changes.sort((a, b) => a.worker.localeCompare(b.worker) || a.date.localeCompare(b.date));
  return [...groupBy(changes, (change) => change.worker)];
}

function Difference({ data, scene }: { readonly data: RosterDifference; readonly scene: RosterScene }) {
  const { m } = useLanguage();
  const people = changesByPerson(data);
  if (people.length === 0) return <p>{m.publish.nothingChanges}</p>;
  return (
    <>
      <div className="row">
        <span className="badge accent">{m.publish.people(data.workers.length)}</span>
        <span className="badge">{`+ ${m.publish.added(data.added.length)}`}</span>
        <span className="badge">{`± ${m.publish.changed(data.changed.length)}`}</span>
        <span className="badge">{`− ${m.publish.cancelled(data.cancelled.length)}`}</span>
      </div>
      <div className="difference" tabIndex={0} role="region" aria-label={m.publish.difference}>
        <table className="plain">
          <thead>
            <tr>
              <th>{m.roster.worker}</th>
              <th>{m.publish.difference}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(([worker, changes]) => (
              <tr key={worker}>
                <td className="figure">
                  {workerName(scene, worker)} <span className="muted small">{worker}</span>
                </td>
                <td>
                  <div className="changes">
                    {changes.map((change) => (
                      <OneChange
                        key={change.date + (change.after?.start ?? change.before?.start ?? '')}
                        change={change}
                        scene={scene}
                      />
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">{m.publish.whatHappens}</p>
    </>
  );
}

/** `+ 周一 11/23 全1 管理2`; a cancelled shift is struck out, a changed one shows both. */
function OneChange({ change, scene }: { readonly change: Change; readonly scene: RosterScene }) {
  const { m, weekdayName, shortDate } = useLanguage();
  const describe = (one: Assignment): string =>
    `${scene.shifts.get(one.shift)?.code ?? one.shift} ${one.post ?? m.roster.relief}`;
  const sign = change.before === null ? '+' : change.after === null ? '−' : '±';
  return (
    <span className="figure">
      {`${sign} ${weekdayName(change.date)} ${shortDate(change.date)} `}
      {change.before === null ? null : <del>{describe(change.before)}</del>}
      {change.before === null || change.after === null ? null : ' → '}
      {change.after === null ? null : describe(change.after)}
    </span>
  );
}
