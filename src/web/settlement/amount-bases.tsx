import { Button } from 'antd';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import type { TakeStep } from './step.js';

/** The contract's own total, then every later version. */
export function AmountBases({ settlement, take }: { readonly settlement: Settlement; readonly take: TakeStep }) {
  const { m, fullDate } = useLanguage();
  return (
    <Sheet
      title={m.settlement.bases}
      extra={
        take === null ? null : (
          <Button
            size="small"
            onClick={() => {
              take({ kind: 'base' });
            }}
          >
            {m.settlement.enterBase}
          </Button>
        )
      }
      flush
    >
      <table className="plain stacked">
        <thead>
          <tr>
            <th>{m.settlement.baseFrom}</th>
            <th className="numeric">{m.settlement.amount}</th>
            <th>{m.settlement.baseDocument}</th>
          </tr>
        </thead>
        <tbody>
          {settlement.bases.map(({ from, amount, document }, index) => (
            <tr key={`${from} ${String(index)}`}>
              <td className="figure" data-label={m.settlement.baseFrom}>
                {fullDate(from)}
              </td>
              <td className="numeric" data-label={m.settlement.amount}>
                <Money amount={amount.fen} />
              </td>
              <td data-label={m.settlement.baseDocument}>{document}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
