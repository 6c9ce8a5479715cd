import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { fen, yuanText } from '../../shared/fen.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';

/** What each instalment will bear, and what none has room for. */
export function InstalmentTable({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m, local } = useLanguage();
  const words = m.forecast;
  const { instalments, debt } = forecast;
  const range = (low: number, high: number) =>
    low === high ? m.none : m.range(yuanText(fen(low)), yuanText(fen(high)));
  return (
    <Sheet title={words.instalments} flush>
      <table className="plain stacked">
        <thead>
          <tr>
            <th>{words.instalment}</th>
            <th className="numeric">{words.fee}</th>
            <th className="numeric">{words.confirmed}</th>
            <th className="numeric">{words.deducted}</th>
            <th className="numeric">{words.range}</th>
          </tr>
        </thead>
        <tbody>
          {instalments.map(({ key, name, feeFen, isSettled, confirmedFen, deducted }) => (
            <tr key={key}>
              <td data-label={words.instalment}>
                <span>
                  {local(name)} {isSettled ? <span className="badge ok">{words.settled}</span> : null}
                </span>
              </td>
              <td className="numeric" data-label={words.fee}>
                <Money amount={feeFen} />
              </td>
              <td className="numeric" data-label={words.confirmed}>
                <Money amount={confirmedFen} />
              </td>
              <td className="numeric" data-label={words.deducted}>
                <Money amount={deducted.p50} />
              </td>
              <td className="numeric" data-label={words.range}>
                {range(deducted.p05, deducted.p95)}
              </td>
            </tr>
          ))}
          {debt.p95 === 0 ? null : (
            <tr>
              <td data-label={words.instalment}>{words.debt}</td>
              <td />
              <td />
              <td className="numeric" data-label={words.deducted}>
                <Money amount={debt.p50} />
              </td>
              <td className="numeric" data-label={words.range}>
                {range(debt.p05, debt.p95)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Sheet>
  );
}
