import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { App, Button } from 'antd';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import type { ReplacementList } from '../../adapters/http/schemas/reasons.js';
import { replacementsQuery } from '../api/queries.js';
import { signed } from '../messages/figures.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';
import { freeCell, type CellChange } from './edit/cells.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { withNames, withoutPerson, workerName, type RosterScene } from './scene.js';

/** Nobody reads further down a list of people who cost ever more. */
const shownFirst = 6;

/** Who else could take a duty, cheapest first, and which rule keeps the others from it. */
export function Replacements(props: {
  readonly contract: string;
  readonly roster: string;
  readonly scene: RosterScene;
  readonly duty: Assignment;
  readonly editing: DraftEditing | null;
}) {
  const { m } = useLanguage();
  const { contract, roster, scene, duty } = props;
  const list = useQuery(replacementsQuery(contract, { roster, worker: duty.worker, date: duty.date }));
  return (
    <Loaded query={list} label={m.reasons.ranking}>
      {(data) => <Ranked scene={scene} list={data} duty={duty} editing={props.editing} />}
    </Loaded>
  );
}

function Ranked({
  scene,
  list,
  duty,
  editing,
}: {
  readonly scene: RosterScene;
  readonly list: ReplacementList;
  readonly duty: Assignment;
  readonly editing: DraftEditing | null;
}) {
  const { m, local, weekdayName } = useLanguage();
  const { message } = App.useApp();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? list.replacements : list.replacements.slice(0, shownFirst);
  return (
    <div className="stack replacements">
      <p className="small">{withNames(scene, local(list.why), local)}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.roster.worker}</th>
            <th>{m.reasons.how}</th>
            <th className="numeric">{m.reasons.costDifference}</th>
            {editing === null ? null : <td />}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.worker}>
              <td>
                {workerName(scene, one.worker)} <span className="muted small">{one.worker}</span>
              </td>
              <td className="small">
                {one.cost === null
                  ? one.violations.map((violation) => (
                      <p key={violation.rule + violation.message.en}>
                        ✗ {withoutPerson(scene, { text: local(violation.message), worker: one.worker }, local)}
                      </p>
                    ))
                  : m.reasons.replacementKinds[one.kind](
                      one.gives === null
                        ? null
                        : `${weekdayName(one.gives.date)} ${scene.shifts.get(one.gives.shift)?.code ?? one.gives.shift}`,
                    )}
              </td>
              <td className="numeric">{one.cost === null ? m.none : signed(m.yuan, one.cost.costDifference)}</td>
              {editing === null ? null : (
                <td>
                  {one.cost === null ? null : (
                    <Button
                      size="small"
                      aria-label={`${m.board.apply} ${one.worker}`}
                      onClick={() => {
                        editing.change(exchange(duty, one));
                        void message.success(m.board.applied);
                      }}
                    >
                      {m.board.apply}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {list.replacements.length > shown.length ? (
        <Button
          size="small"
          onClick={() => {
            setWhole(true);
          }}
        >
          {m.reasons.showAll(list.replacements.length)}
        </Button>
      ) : null}
    </div>
  );
}

/** The cells of both people after one takes the duty over, or gives one of their own for it. */
function exchange(duty: Assignment, { worker, kind, gives }: ReplacementList['replacements'][number]): CellChange[] {
  const { shift, postGroup, post, date } = duty;
  const taken: CellChange = { worker, date, to: { duty: { shift, postGroup, post }, isPinned: false } };
  if (kind === 'takesOver' || gives === null) return [{ worker: duty.worker, date, to: freeCell }, taken];
  const given = { duty: { shift: gives.shift, postGroup: gives.postGroup, post: null }, isPinned: false };
  const received: CellChange = { worker: duty.worker, date: gives.date, to: given };
  if (gives.date === date) return [received, taken];
  return [received, { worker: duty.worker, date, to: freeCell }, { worker, date: gives.date, to: freeCell }, taken];
}
