import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'antd';
import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import type { ReplacementList } from '../../adapters/http/schemas/reasons.js';
import { replacementsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';
import { workerName, type RosterScene } from './scene.js';
import { signedYuan } from './vacancy-drawer.js';

/** Nobody reads further down a list of people who cost ever more. */
const shownFirst = 6;

/** Who else could take a duty, cheapest first, and which rule keeps the others from it. */
export function Replacements(props: {
  readonly contract: string;
  readonly roster: string;
  readonly scene: RosterScene;
  readonly duty: Assignment;
}) {
  const { m } = useLanguage();
  const { contract, roster, scene, duty } = props;
  const list = useQuery(replacementsQuery(contract, { roster, worker: duty.worker, date: duty.date }));
  return (
    <Loaded query={list} label={m.reasons.ranking}>
      {(data) => <Ranked scene={scene} list={data} />}
    </Loaded>
  );
}

function Ranked({ scene, list }: { readonly scene: RosterScene; readonly list: ReplacementList }) {
  const { m, local, weekdayName } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? list.replacements : list.replacements.slice(0, shownFirst);
  return (
    <div className="stack replacements">
      <p className="small">{local(list.why)}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.roster.worker}</th>
            <th>{m.reasons.how}</th>
            <th className="numeric">{m.reasons.costDifference}</th>
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
                      <p key={violation.rule + violation.message.en}>✗ {local(violation.message)}</p>
                    ))
                  : m.reasons.replacementKinds[one.kind](
                      one.gives === null
                        ? null
                        : `${weekdayName(one.gives.date)} ${scene.shifts.get(one.gives.shift)?.code ?? one.gives.shift}`,
                    )}
              </td>
              <td className="numeric">{one.cost === null ? m.none : signedYuan(m.yuan, one.cost.costDifference)}</td>
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
