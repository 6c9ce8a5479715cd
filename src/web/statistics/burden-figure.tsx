import { Select } from 'antd';
import { useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Statistics } from '../../adapters/http/schemas/statistics.js';
import { useLanguage } from '../messages/language.js';
import { groupName } from '../roster/scene.js';
import { Figure } from './figure.js';
import { FigureTable } from './figure-table.js';

/** People drawn: those who bear most. */
const drawnMax = 20;

const kinds = ['nights', 'weekends', 'holidays'] as const;
const colours = { nights: '--over', weekends: '--accent', holidays: '--caution' } as const;
const patterns = { nights: {}, weekends: { pattern: 'stripes' }, holidays: { pattern: 'dots' } } as const;

interface BurdenProps {
  readonly burdens: Statistics['burdens'];
  readonly document: ContractDetail['document'];
  readonly nameOf: (code: string) => string;
}

/** Nights, weekends and holidays person by person, in one post group at a time. */
export function BurdenFigure({ burdens, document, nameOf }: BurdenProps) {
  const { m, local } = useLanguage();
  const groups = [...new Set(burdens.map(({ postGroup }) => postGroup))];
  const borne = (group: string) =>
    burdens.reduce((sum, { postGroup, total }) => sum + (postGroup === group ? total : 0), 0);
  const heaviest = groups.reduce((one, other) => (borne(other) > borne(one) ? other : one), groups[0] ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const group = chosen ?? heaviest;
  const own = burdens.filter(({ postGroup }) => postGroup === group);
  const drawn = own.slice(0, drawnMax);
  const title = (key: string) => {
    const { site, work } = groupName(document, key);
    return `${local(site)} · ${local(work)}`;
  };
  return (
    <>
      <p className="muted small">{m.statistics.burdensLead}</p>
      <Select
        className="figure-group"
        aria-label={m.statistics.group}
        value={group}
        options={groups.map((value) => ({ value, label: title(value) }))}
        onChange={setChosen}
      />
      {own.every(({ total }) => total === 0) ? (
        <p className="muted">{m.statistics.noBurden}</p>
      ) : (
        <Figure
          height={60 + drawn.length * 24}
          label={m.statistics.burdensLabel(own.length)}
          spec={{
            layout: 'rows',
            categories: drawn.map(({ worker }) => nameOf(worker)),
            series: kinds.map((kind) => ({
              ...{ name: m.statistics[kind], kind: 'bar', colour: colours[kind], stack: 'all', ...patterns[kind] },
              values: drawn.map((one) => one[kind]),
            })),
          }}
        />
      )}
      {own.length > drawn.length ? <p className="muted small">{m.statistics.shown(drawn.length, own.length)}</p> : null}
      <FigureTable name={m.statistics.burdens}>
        <thead>
          <tr>
            <th>{m.statistics.person}</th>
            {kinds.map((kind) => (
              <th key={kind} className="numeric">
                {m.statistics[kind]}
              </th>
            ))}
            <th className="numeric">{m.statistics.total}</th>
          </tr>
        </thead>
        <tbody>
          {own.map((one) => (
            <tr key={one.worker}>
              <td>
                {nameOf(one.worker)} <span className="muted small">{one.worker}</span>
              </td>
              {kinds.map((kind) => (
                <td key={kind} className="numeric">
                  {one[kind]}
                </td>
              ))}
              <td className="numeric">{one.total}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </>
  );
}
