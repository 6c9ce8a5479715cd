import type { Statistics } from '../../adapters/http/schemas/statistics.js';
import { useLanguage } from '../messages/language.js';
import { Figure } from './figure.js';
import { FigureTable } from './figure-table.js';

type Days = Statistics['days'];

const chartHeight = 260;
const dayOfMonth = (date: string) => String(Number(date.slice(8)));

/** Required and rostered person-hours of each day. */
export function CoverageFigure({ days }: { readonly days: Days }) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const open = days.filter(({ requiredMinutes }) => requiredMinutes > 0);
  const shares = open.flatMap(({ coverage }) => coverage ?? []);
  const hours = (minutes: number) => Math.round(minutes / 6) / 10;
  return (
    <>
      <p className="muted small">{m.statistics.coverageLead}</p>
      {shares.length === 0 ? (
        <p className="muted">{m.statistics.noCoverage}</p>
      ) : (
        <Figure
          height={chartHeight}
          label={m.statistics.coverageLabel(shares.length, m.percent(Math.min(...shares)))}
          spec={{
            layout: 'columns',
            categories: open.map(({ date }) => dayOfMonth(date)),
            series: [
              {
                ...{ name: m.statistics.filled, kind: 'bar', colour: '--accent' },
                values: open.map(({ filledMinutes }) => (filledMinutes === null ? null : hours(filledMinutes))),
              },
              {
                ...{ name: m.statistics.required, kind: 'mark', colour: '--ink' },
                values: open.map(({ requiredMinutes }) => hours(requiredMinutes)),
              },
            ],
          }}
        />
      )}
      <FigureTable name={m.statistics.coverage}>
        <thead>
          <tr>
            <th>{m.statistics.day}</th>
            <th className="numeric">{m.statistics.required}</th>
            <th className="numeric">{m.statistics.filled}</th>
            <th className="numeric">{m.statistics.share}</th>
          </tr>
        </thead>
        <tbody>
          {open.map(({ date, requiredMinutes, filledMinutes, coverage }) => (
            <tr key={date}>
              <td>{`${dayMonth(date)} ${weekdayName(date)}`}</td>
              <td className="numeric">{m.hoursFigure(requiredMinutes)}</td>
              <td className="numeric">
                {filledMinutes === null ? m.statistics.notPublished : m.hoursFigure(filledMinutes)}
              </td>
              <td className="numeric">{coverage === null ? m.none : m.percent(coverage)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </>
  );
}

/** Vacant headcount-days by attendance. */
export function TrendFigure({ days }: { readonly days: Days }) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const open = days.filter(({ requiredMinutes }) => requiredMinutes > 0);
  const known = open.flatMap(({ vacantUnits }) => (vacantUnits === null ? [] : [Number(vacantUnits)]));
  return (
    <>
      <p className="muted small">{m.statistics.trendLead}</p>
      {known.length === 0 ? (
        <p className="muted">{m.statistics.noTrend}</p>
      ) : (
        <Figure
          height={chartHeight}
          label={m.statistics.trendLabel(known.length, m.headcount(String(Math.max(...known))))}
          spec={{
            layout: 'columns',
            categories: open.map(({ date }) => dayOfMonth(date)),
            series: [
              {
                ...{ name: m.statistics.vacant, kind: 'line', colour: '--short' },
                values: open.map(({ vacantUnits }) => (vacantUnits === null ? null : Number(vacantUnits))),
              },
            ],
          }}
        />
      )}
      <FigureTable name={m.statistics.trend}>
        <thead>
          <tr>
            <th>{m.statistics.day}</th>
            <th className="numeric">{m.statistics.vacant}</th>
          </tr>
        </thead>
        <tbody>
          {open.map(({ date, vacantUnits }) => (
            <tr key={date}>
              <td>{`${dayMonth(date)} ${weekdayName(date)}`}</td>
              <td className="numeric">{vacantUnits === null ? m.statistics.unknown : m.headcount(vacantUnits)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </>
  );
}
