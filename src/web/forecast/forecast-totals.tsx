import type { ReactNode } from 'react';
import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { fen, yuanText } from '../../shared/fen.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { isPriced, standingFen } from './drawing.js';

/** What the forecast is made of, beginning with its sum; in headcount-days where nothing ahead has a price. */
export function ForecastTotals({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m, fullDate } = useLanguage();
  const words = m.forecast;
  const { to } = forecast;
  return (
    <dl className="totals compact">
      <Part name={to === null ? words.totals.today : words.totals.total(fullDate(to))}>
        <Total forecast={forecast} />
      </Part>
      {(['confirmed', 'proposed', 'unposted'] as const).map((key) => (
        <Part key={key} name={words.totals[key]}>
          <Money amount={forecast[`${key}Fen`]} />
        </Part>
      ))}
      {to === null ? null : <Ahead forecast={forecast} />}
    </dl>
  );
}

function Total({ forecast }: { readonly forecast: DeductionForecast }) {
  const words = useLanguage().m.forecast;
  const { total, days } = forecast;
  const last = days.at(-1);
  if (last === undefined) return <Money amount={standingFen(forecast)} />;
  const { p05, p50, p95 } = last.units;
  return isPriced(forecast) ? (
    <>
      <Money amount={total.p50} />
      {total.p05 === total.p95 ? null : (
        <small>{words.between(yuanText(fen(total.p05)), yuanText(fen(total.p95)))}</small>
      )}
    </>
  ) : (
    <>
      {words.units(p50)}
      {p05 === p95 ? null : <small>{words.between(words.units(p05), words.units(p95))}</small>}
    </>
  );
}

function Ahead({ forecast }: { readonly forecast: DeductionForecast }) {
  const words = useLanguage().m.forecast;
  const figure = (amountFen: number, units: number) =>
    isPriced(forecast) ? (
      <>
        <Money amount={amountFen} />
        <small>{words.units(units)}</small>
      </>
    ) : (
      words.units(units)
    );
  return (
    <>
      <Part name={words.totals.rostered}>{figure(forecast.rosteredFen, forecast.rosteredUnits)}</Part>
      <Part name={words.totals.absence}>
        {forecast.history.duties === 0 ? (
          <small>{words.noHistory}</small>
        ) : (
          figure(forecast.absenceMeanFen, forecast.absenceMeanUnits)
        )}
      </Part>
    </>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="total">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
