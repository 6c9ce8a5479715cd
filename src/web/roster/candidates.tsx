import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { CandidateList } from '../../adapters/http/schemas/reasons.js';
import { groupBy } from '../../shared/grouping.js';
import { clockText, type MinuteInterval } from '../../shared/interval.js';
import { candidatesQuery } from '../api/queries.js';
import { signed } from '../messages/figures.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { withNames, withoutPerson, workerName, type RosterScene } from './scene.js';
import { ShiftChip } from './shift-chip.js';

/** Nobody reads further down a list of people who cost ever more. */
const shownFirst = 6;

interface Place {
  readonly roster: string;
  readonly postGroup: string;
  readonly date: string;
  /** null = the whole day. */
  readonly span: MinuteInterval | null;
}

/** Who else could be there: price and shift of each, one click to assign; and which rule keeps the others away. */
export function Candidates(props: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly place: Place;
  readonly editing: DraftEditing | null;
}) {
  const { m } = useLanguage();
  const { contract, scene, place, editing } = props;
  const list = useQuery(candidatesQuery(contract, place));
  return (
    <section className="stack" aria-label={m.reasons.candidates}>
      <h3>{m.reasons.candidates}</h3>
      <Loaded query={list} label={m.reasons.ranking}>
        {({ candidates }) =>
          candidates.length === 0 ? (
            <p className="muted">{m.reasons.noCandidate}</p>
          ) : (
            <Ranked scene={scene} candidates={candidates} editing={editing} />
          )
        }
      </Loaded>
    </section>
  );
}

type Candidate = CandidateList['candidates'][number];

function Ranked(props: {
  readonly scene: RosterScene;
  readonly candidates: readonly Candidate[];
  readonly editing: DraftEditing | null;
}) {
  const { m } = useLanguage();
  const { scene, candidates, editing } = props;
  const [isWhole, setWhole] = useState(false);
  const lawful = candidates.filter(({ cost }) => cost !== null);
  const barred = candidates.filter(({ cost }) => cost === null);
  const shown = isWhole ? lawful : lawful.slice(0, shownFirst);
  return (
    <>
      <p className="small muted">{m.reasons.candidateCount(lawful.length, barred.length)}</p>
      {lawful.length === 0 ? null : (
        <table className="plain candidates">
          <thead>
            <tr>
              <th>{m.roster.worker}</th>
              <th>{m.roster.shift}</th>
              <th className="numeric">{m.reasons.costDifference}</th>
              {editing === null ? null : (
                <td>
                  <span className="sr-only">{m.board.assignTo}</span>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row key={one.worker} scene={scene} candidate={one} editing={editing} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length === lawful.length ? null : (
        <div>
          <Button
            size="small"
            onClick={() => {
              setWhole(true);
            }}
          >
            {m.reasons.showAll(lawful.length)}
          </Button>
        </div>
      )}
      {barred.length === 0 ? null : <Barred scene={scene} candidates={barred} />}
    </>
  );
}

/** Who may not come, under what keeps them away: one reason often stands for a hundred people. */
function Barred({ scene, candidates }: { readonly scene: RosterScene; readonly candidates: readonly Candidate[] }) {
  const { m, local } = useLanguage();
  const reasons = groupBy(candidates, ({ worker, violations }) =>
    violations
      .slice(0, 1)
      .map(({ message }) => withoutPerson(scene, { text: local(message), worker }, local))
      .join(''),
  );
  return (
    <div className="barred">
      <p className="small">{m.reasons.barred(candidates.length)}</p>
      {[...reasons]
        .sort(([, one], [, other]) => other.length - one.length)
        .map(([reason, people]) => (
          <details key={reason}>
            <summary>
              <b>{m.reasons.people(people.length)}</b> ✗ {reason}
            </summary>
            <p className="small muted">{m.list(people.map(({ worker }) => workerName(scene, worker)))}</p>
          </details>
        ))}
    </div>
  );
}

function Row({
  scene,
  candidate,
  editing,
}: {
  readonly scene: RosterScene;
  readonly candidate: Candidate;
  readonly editing: DraftEditing | null;
}) {
  const { m, local } = useLanguage();
  const { message } = App.useApp();
  const { worker, duty, gives, cost } = candidate;
  const shift = scene.shifts.get(duty.shift);
  const times = (shift?.segments ?? []).map(({ start, end }) => `${clockText(start)}–${clockText(end)}`).join(' ');
  return (
    <tr>
      <td>
        {workerName(scene, worker)} <span className="muted small">{worker}</span>
      </td>
      <td>
        <ShiftChip shift={shift} fallback={duty.shift} isDraft={false} /> <span className="small">{times}</span>
        {gives === null ? null : (
          <p className="small muted">
            {m.reasons.leaves(
              `${scene.shifts.get(gives.shift)?.code ?? gives.shift} ${withNames(scene, gives.postGroup, local)}`,
            )}
          </p>
        )}
      </td>
      <td className="numeric">
        {cost === null ? m.none : signed(m.yuan, cost.costDifference)}
        {Object.entries(cost?.costByRule ?? {}).map(([rule, yuan]) => (
          <div className="small muted" key={rule}>{`${m.proof.rule(rule)} ${signed(m.yuan, yuan)}`}</div>
        ))}
      </td>
      {editing === null ? null : (
        <td>
          {cost === null ? null : (
            <Button
              size="small"
              aria-label={`${m.board.assignTo} ${workerName(scene, worker)} ${worker}`}
              onClick={() => {
                const taken = { shift: duty.shift, postGroup: duty.postGroup, post: null };
                editing.change([{ worker, date: duty.date, to: { duty: taken, isPinned: false } }]);
                void message.success(m.board.applied);
              }}
            >
              {m.board.assignTo}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
