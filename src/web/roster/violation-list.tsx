import { Button } from 'antd';
import { useState } from 'react';
import type { EditCheck } from '../../adapters/http/schemas/edits.js';
import type { Roster } from '../../adapters/http/schemas/rosters.js';
import { useLanguage } from '../messages/language.js';
import { withNames, type RosterScene } from './scene.js';

type Violation =
  EditCheck['hardViolations'][number] | NonNullable<Roster['certificate']>['check']['hardViolations'][number];

/** So many are read at a time: a sheet pasted from elsewhere may break thousands, and each of them is drawn. */
const portion = 20;

/** What a roster breaks, each with its law or clause where they are known. */
export function ViolationList({
  scene,
  violations,
}: {
  readonly scene: RosterScene;
  readonly violations: readonly Violation[];
}) {
  const { m, local } = useLanguage();
  const [wanted, setWanted] = useState(portion);
  const hidden = violations.length - wanted;
  return (
    <>
      <ul className="violations">
        {violations.slice(0, wanted).map((one) => (
          <li key={one.rule + one.worker + one.dates.join()}>
            <p>{withNames(scene, local(one.message), local)}</p>
            {'source' in one ? <p className="small muted">{local(one.source)}</p> : null}
          </li>
        ))}
      </ul>
      {hidden <= 0 ? null : (
        <Button
          size="small"
          onClick={() => {
            setWanted(wanted + portion);
          }}
        >
          {m.board.moreViolations(Math.min(portion, hidden), hidden)}
        </Button>
      )}
    </>
  );
}
