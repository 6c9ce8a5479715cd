import type { Statistics } from '../../adapters/http/schemas/statistics.js';
import { useLanguage } from '../messages/language.js';
import { Figure } from './figure.js';
import { FigureTable } from './figure-table.js';

/** People drawn: those nearest to their limit. */
const drawnMax = 15;

interface HoursProps {
  readonly hours: Statistics['hours'];
  readonly nameOf: (code: string) => string;
}

/** Rostered hours against normal time and the legal limit. */
export function HoursFigure({ hours, nameOf }: HoursProps) {
  const { m } = useLanguage();
  const drawn = hours.slice(0, drawnMax);
  const figures = (of: (one: (typeof drawn)[number]) => number) => drawn.map((one) => Math.round(of(one) / 6) / 10);
  const [first] = drawn;
  return (
    <>
      <p className="muted small">{m.statistics.hoursLead}</p>
      {first === undefined ? null : (
        <Figure
          height={60 + drawn.length * 24}
          label={m.statistics.hoursLabel(
            hours.length,
            `${nameOf(first.worker)} ${m.hours(first.plannedMinutes)} / ${m.hours(first.maxMinutes)}`,
          )}
          spec={{
            layout: 'rows',
            categories: drawn.map(({ worker }) => nameOf(worker)),
            series: [
              {
                ...{ name: m.statistics.planned, kind: 'bar', colour: '--accent' },
                values: figures((one) => one.plannedMinutes),
              },
              {
                ...{ name: m.statistics.normal, kind: 'mark', colour: '--ink-faint' },
                values: figures((one) => one.normalMinutes),
              },
              {
                ...{ name: m.statistics.limit, kind: 'limit', colour: '--short' },
                values: figures((one) => one.maxMinutes),
              },
            ],
          }}
        />
      )}
      {hours.length > drawn.length ? (
        <p className="muted small">{m.statistics.shown(drawn.length, hours.length)}</p>
      ) : null}
      <FigureTable name={m.statistics.hours}>
        <thead>
          <tr>
            <th>{m.statistics.person}</th>
            <th>{m.statistics.account}</th>
            <th className="numeric">{m.statistics.planned}</th>
            <th className="numeric">{m.statistics.normal}</th>
            <th className="numeric">{m.statistics.limit}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ worker, account, plannedMinutes, normalMinutes, maxMinutes }) => (
            <tr key={worker}>
              <td>
                {nameOf(worker)} <span className="muted small">{worker}</span>
              </td>
              <td>{m.statistics.accounts[account]}</td>
              <td className="numeric">{m.hoursFigure(plannedMinutes)}</td>
              <td className="numeric">{m.hoursFigure(normalMinutes)}</td>
              <td className="numeric">{m.hoursFigure(maxMinutes)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </>
  );
}
