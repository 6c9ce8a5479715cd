import type { Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import { fen, yuanText } from '../../../shared/fen.js';
import { useMessages } from '../../messages/language.js';
import { Money } from '../money.js';
import { BridgeChart } from './bridge-chart.js';
import type { BridgeBar } from './bridge-drawing.js';
import { statedTotal } from './months.js';
import { signedUnits, signedYuan } from './signed.js';

/** From our total to theirs, drawn and as a table of the same figures. */
export function Bridge({ month }: { readonly month: Reconciliation }) {
  const m = useMessages();
  const hasMoney = statedTotal(month, 'ours') !== null || statedTotal(month, 'theirs') !== null;
  return (
    <>
      {hasMoney ? (
        <BridgeChart bars={barsOf(month, m.reconciliation)} />
      ) : (
        <p className="muted">{m.reconciliation.bridgeNoMoney}</p>
      )}
      <details open={!hasMoney}>
        <summary>{m.reconciliation.bridgeTable}</summary>
        <BridgeTable month={month} hasMoney={hasMoney} />
      </details>
    </>
  );
}

function BridgeTable({ month, hasMoney }: { readonly month: Reconciliation; readonly hasMoney: boolean }) {
  const m = useMessages();
  const sum = (side: 'ours' | 'theirs') => (
    <tr className="sum">
      <th scope="row">{m.reconciliation.total[side]}</th>
      <td className="numeric">{month[side]?.lines ?? 0}</td>
      <td className="numeric">{m.headcount(month[side]?.units ?? '0')}</td>
      <td className="numeric">
        <Money amount={statedTotal(month, side)} />
      </td>
    </tr>
  );
  return (
    <table className="plain bridge-table">
      <thead>
        <tr>
          <th>{m.reconciliation.bridgeStep}</th>
          <th className="numeric">{m.reconciliation.bridgeCount}</th>
          <th className="numeric">{m.reconciliation.units}</th>
          <th className="numeric">{m.reconciliation.amount}</th>
        </tr>
      </thead>
      <tbody>
        {sum('ours')}
        {month.bridge.map((step) => (
          <tr key={step.class}>
            <td>{m.reconciliation.classes[step.class]}</td>
            <td className="numeric">{step.count}</td>
            <td className="numeric">{signedUnits(m.headcount(step.units))}</td>
            <td className="numeric">{hasMoney ? signedYuan(step.amountFen) : <Money amount={null} />}</td>
          </tr>
        ))}
        {sum('theirs')}
      </tbody>
    </table>
  );
}

interface BridgeWords {
  readonly total: Readonly<Record<'ours' | 'theirs', string>>;
  readonly classes: Readonly<Record<Reconciliation['bridge'][number]['class'], string>>;
}

/** One bar for each total, and between them one for each class, from where the sum stood to where it takes it. */
function barsOf({ ours, theirs, bridge }: Reconciliation, words: BridgeWords): readonly BridgeBar[] {
  const total = (side: 'ours' | 'theirs', amount: number): BridgeBar => ({
    ...{ name: words.total[side], from: 0, to: amount, kind: 'total' },
    text: yuanText(fen(amount)),
  });
  const bars = [total('ours', ours?.amountFen ?? 0)];
  let reached = ours?.amountFen ?? 0;
  for (const { class: name, amountFen } of bridge) {
    const [from, to] = [reached, reached + amountFen];
    bars.push({ name: words.classes[name], from, to, kind: 'step', text: signedYuan(amountFen) });
    reached = to;
  }
  return [...bars, total('theirs', theirs?.amountFen ?? 0)];
}
