import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { fen, yuanText } from '../../shared/fen.js';
import { Clause } from '../contracts/clause.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import type { Limit } from './drawing.js';

const tones = { reached: ' short', likely: ' short', possible: ' caution', near: ' caution', clear: ' ok' } as const;

/** Every limit with how full it is today and how full it may get: the bar is the limit, whatever its amount. */
export function LimitTable({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m, local } = useLanguage();
  const words = m.forecast;
  return (
    <Sheet title={words.limits}>
      <ul className="limits">
        {forecast.limits.map((limit) => (
          <li key={limit.key}>
            <div className="limit-name">
              <strong>{local(limit.name)}</strong> <Clause clause={limit.clause} />
              <div className="small muted">{words.kinds[limit.kind]}</div>
            </div>
            <Meter limit={limit} />
            <dl className="limit-figures">
              <Figure name={words.limitOf} amount={limit.limitFen} />
              <Figure name={words.used} amount={limit.usedFen} />
              {limit.countsVacancies ? (
                <>
                  <Figure name={words.median} amount={limit.forecast.p50} />
                  <Figure name={words.high} amount={limit.forecast.p95} />
                  <div>
                    <dt>{words.chance}</dt>
                    <dd>{m.percent(limit.chance)}</dd>
                  </div>
                </>
              ) : (
                <div>
                  <dt>{words.median}</dt>
                  <dd className="muted">{words.notAhead}</dd>
                </div>
              )}
            </dl>
            <span className={`badge${tones[limit.level]}`}>{words.levels[limit.level]}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Full width is the limit; what lies beyond runs against the end. */
function Meter({ limit }: { readonly limit: Limit }) {
  const { m } = useLanguage();
  const { limitFen, usedFen, forecast } = limit;
  const share = (amount: number) =>
    limitFen <= 0 ? '100%' : `${String(Math.min(100, Math.round((amount / limitFen) * 1000) / 10))}%`;
  const money = (amount: number) => yuanText(fen(amount));
  return (
    <div
      className="meter"
      role="img"
      aria-label={m.forecast.meter(money(usedFen), money(forecast.p50), money(forecast.p95))}
    >
      <span className="meter-high" style={{ width: share(forecast.p95) }} />
      <span className="meter-median" style={{ width: share(forecast.p50) }} />
      <span className="meter-used" style={{ width: share(usedFen) }} />
    </div>
  );
}

function Figure({ name, amount }: { readonly name: string; readonly amount: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  );
}
