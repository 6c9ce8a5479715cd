import { useEffect, useRef } from 'react';
import type { ChangeEffect } from '../../../adapters/http/schemas/contract-changes.js';
import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { LinesEffect } from '../../finance/reading-effect.js';
import { IncidentsEffect } from '../../finance/reading-ledger-effect.js';
import { useLanguage } from '../../messages/language.js';
import { Clause } from '../clause.js';
import { useItemWords } from './item-words.js';

/** What a change would do, before anybody saves it: demand, rosters, open vacancy lines, new findings. */
export function ChangeEffectPanel({
  effect,
  document,
}: {
  readonly effect: ChangeEffect;
  readonly document: ContractDetail['document'];
}) {
  const { m, local } = useLanguage();
  const { demand, rosters, lines, ledger, findings } = effect;
  const panel = useRef<HTMLElement>(null);
  // It comes below a form that fills the drawer: whoever asked for it would not see that it is there.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [effect]);
  return (
    <section ref={panel} className="stack change-effect" aria-label={m.changes.effect} role="status">
      <h3>{m.changes.effect}</h3>
      <Demand demand={demand} document={document} />
      {rosters === null ? null : (
        <div>
          <h4>{m.changes.rosters}</h4>
          {rosters.length === 0 ? (
            <p className="muted">{m.changes.noRosters}</p>
          ) : (
            <ul className="change-list">
              {rosters.map(({ id, status, version, from, to }) => (
                <li key={id}>
                  {version === null ? m.roster.statuses[status] : m.roster.version(version)}
                  {' · '}
                  <span className="figure">{m.range(from, to)}</span>
                </li>
              ))}
            </ul>
          )}
          {rosters.length === 0 ? null : <p className="small muted">{m.changes.rostersHint}</p>}
        </div>
      )}
      {lines === null ? null : (
        <div>
          <h4>{m.changes.lines}</h4>
          <LinesEffect effect={lines} />
        </div>
      )}
      {ledger === null ? null : <IncidentsEffect contract={document.key} effect={ledger} />}
      {findings.length === 0 ? null : (
        <div className="notice caution">
          <strong>{m.changes.findings}</strong>
          {findings.map((finding) => (
            <p key={finding.key}>
              {local(finding.text)} <Clause clause={finding.clause} />
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

function Demand({
  demand,
  document,
}: {
  readonly demand: ChangeEffect['demand'];
  readonly document: ContractDetail['document'];
}) {
  const { m } = useLanguage();
  const { groupName } = useItemWords(document);
  return (
    <div>
      <h4>{m.changes.demand(demand.from, demand.to)}</h4>
      {demand.groups.length === 0 ? (
        <p className="muted">{m.changes.noDemand}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{m.roster.group}</th>
              <th className="numeric">{m.readings.effectBefore}</th>
              <th className="numeric">{m.readings.effectAfter}</th>
            </tr>
          </thead>
          <tbody>
            {demand.groups.map(({ postGroup, before, after }) => (
              <tr key={postGroup}>
                <td>{groupName(postGroup)}</td>
                <td className="numeric">{m.hours(before)}</td>
                <td className="numeric">{m.hours(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
