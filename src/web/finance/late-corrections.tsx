import type { MonthLines } from '../../adapters/http/schemas/ledger.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { signedYuan } from './reconciliation/signed.js';

/** What counts in this month and puts a closed one right: the day that it concerns beside the day that it counts on. */
export function LateCorrections({ corrections }: { readonly corrections: MonthLines['corrections'] }) {
  const { m, local, fullDate } = useLanguage();
  const words = m.closing.corrections;
  if (corrections.length === 0) return null;
  return (
    <Sheet title={words.title(corrections.length)} extra={<span className="small muted">{words.lead}</span>} flush>
      <table className="plain stacked">
        <thead>
          <tr>
            <th>{words.concerns}</th>
            <th>{words.line}</th>
            <th>{words.reason}</th>
            <th>{words.countsOn}</th>
            <th className="numeric">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {corrections.map((one) => (
            <tr key={one.entry}>
              <td className="figure" data-label={words.concerns}>
                {fullDate(one.date)}
              </td>
              <td data-label={words.line}>
                <span>
                  {local(one.name)} <span className="small muted">{one.clause}</span>
                </span>
              </td>
              <td data-label={words.reason}>
                <span>
                  {m.journal.reasons[one.reason]}
                  {one.note === null ? null : <span className="small muted">{` · ${one.note}`}</span>}
                </span>
              </td>
              <td className="figure" data-label={words.countsOn}>
                {fullDate(one.effectiveDate)}
              </td>
              <td className="numeric" data-label={words.amount}>
                {signedYuan(one.amountFen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
