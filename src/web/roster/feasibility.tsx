import { useQuery } from '@tanstack/react-query';
import { feasibilityQuery, type Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';
import { withGroupNames, type RosterScene } from './scene.js';

/** Before planning: where people or hours can't suffice, whatever the plan. */
export function Feasibility({
  contract,
  range,
}: {
  readonly contract: RosterScene['contract'];
  readonly range: Range;
}) {
  const { m, local } = useLanguage();
  const report = useQuery(feasibilityQuery(contract.key, range));
  return (
    <Loaded query={report} label={m.reasons.counting}>
      {({ findings }) =>
        findings.length === 0 ? (
          <p className="small muted">{m.reasons.nothingShort}</p>
        ) : (
          <div className="notice caution">
            <b>{m.reasons.shortBeforehand(findings.length)}</b>
            <ul className="findings">
              {findings.map((one) => (
                <li key={one.kind + one.postGroups.join() + one.from + one.to}>
                  {withGroupNames(contract, local(one.message), local)}
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Loaded>
  );
}
