import { useQuery } from '@tanstack/react-query';
import type { MonthsEffect } from '../../adapters/http/schemas/readings.js';
import { fen, yuanText } from '../../shared/fen.js';
import { readingEffectQuery, type AskedReading } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';
import { IncidentsEffect } from './reading-ledger-effect.js';

/** Lines shown one by one; the totals hold all of them. */
const shownLines = 12;

type Total = MonthsEffect['before']['total'];
type Line = MonthsEffect['months'][number]['lines'][number];

/** What a reading would change of vacancies, incidents and instalments, before anybody saves it. */
export function ReadingEffectPanel({ contract, asked }: { readonly contract: string; readonly asked: AskedReading }) {
  const { m } = useLanguage();
  const effect = useQuery(readingEffectQuery(contract, asked));
  return (
    <section aria-label={m.readings.effect}>
      <h3 className="small">{m.readings.effect}</h3>
      <Loaded query={effect} label={m.readings.effectLoading}>
        {(found) => (
          <div className="stack">
            <LinesEffect effect={found} />
            <IncidentsEffect contract={contract} effect={found} />
          </div>
        )}
      </Loaded>
    </section>
  );
}

/** Vacancy lines of open months that a decision would count otherwise, by month and line. */
export function LinesEffect({ effect }: { readonly effect: MonthsEffect }) {
  const { m } = useLanguage();
  const lines = effect.months.flatMap((month) => month.lines);
  const sealed =
    effect.sealed.length === 0 ? null : <p className="small muted">{m.readings.effectSealed(m.list(effect.sealed))}</p>;
  if (lines.length === 0) {
    return (
      <div role="status">
        <p>{m.readings.effectNone}</p>
        {sealed}
      </div>
    );
  }
  return (
    <div className="stack" role="status">
      <table className="plain">
        <thead>
          <tr>
            <th>{m.readings.effectMonth}</th>
            <th className="numeric">{m.readings.effectBefore}</th>
            <th className="numeric">{m.readings.effectAfter}</th>
          </tr>
        </thead>
        <tbody>
          {effect.months.map(({ month, before, after }) => (
            <TotalRow key={month} name={month} before={before.total} after={after.total} />
          ))}
          <TotalRow name={m.readings.effectTotal} before={effect.before.total} after={effect.after.total} isSum />
        </tbody>
      </table>
      <p>{m.readings.effectLines(lines.length)}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.readings.effectPost}</th>
            <th className="numeric">{m.readings.effectBefore}</th>
            <th className="numeric">{m.readings.effectAfter}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shownLines).map((line) => (
            <tr key={line.id}>
              <td className="figure">{`${line.date} · ${line.post}`}</td>
              <td className="numeric">
                <Ruled ruled={line.before} />
              </td>
              <td className="numeric">
                <Ruled ruled={line.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shownLines ? (
        <p className="small muted">{m.readings.effectMore(lines.length - shownLines)}</p>
      ) : null}
      {sealed}
    </div>
  );
}

function TotalRow(props: {
  readonly name: string;
  readonly before: Total;
  readonly after: Total;
  readonly isSum?: boolean;
}) {
  return (
    <tr {...(props.isSum === true ? { className: 'sum' } : {})}>
      <th scope="row">{props.name}</th>
      <td className="numeric">
        <Quantity of={props.before} />
      </td>
      <td className="numeric">
        <Quantity of={props.after} />
      </td>
    </tr>
  );
}

function Quantity({ of }: { readonly of: Total }) {
  const { m } = useLanguage();
  return (
    <>
      <span className="figure">{m.readings.units(of.units)}</span>
      {of.amountFen === null ? null : <div className="figure">{yuanText(fen(of.amountFen))}</div>}
    </>
  );
}

function Ruled({ ruled }: { readonly ruled: Line['before'] }) {
  const { m } = useLanguage();
  if (ruled === null) return <span className="muted">{m.readings.noLine}</span>;
  return (
    <>
      <span className="figure">{ruled.units}</span>
      {ruled.amountFen === null ? null : <div className="figure">{yuanText(fen(ruled.amountFen))}</div>}
      {ruled.isContested ? <div className="small muted">{m.readings.contested}</div> : null}
    </>
  );
}
