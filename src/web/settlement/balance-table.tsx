import type { ActualSettlement } from '../../adapters/http/schemas/settlement.js';
import { fen, yuanText } from '../../shared/fen.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';

type Balance = ActualSettlement['balances'][number];

const parts = ['served', 'reductions', 'deductions', 'damages', 'paid', 'repaid'] as const;
const beside = ['contested', 'claimed'] as const;
/** What lowers the balance is shown as it counts. */
const lowering: ReadonlySet<string> = new Set(['reductions', 'deductions', 'paid']);

/** From what was served to what is owed, a column for each reading of the clause; what isn't settled stands below. */
export function BalanceTable({ settlement }: { readonly settlement: ActualSettlement }) {
  const { m } = useLanguage();
  const { balances } = settlement;
  const row = (key: (typeof parts)[number] | (typeof beside)[number]) => (
    <tr key={key}>
      <th scope="row">{m.actual.parts[key]}</th>
      {balances.map((balance) => (
        <td key={balance.standard} className="numeric" data-label={m.actual.standards[balance.standard]}>
          <Money amount={signed(key, balance)} />
        </td>
      ))}
    </tr>
  );
  return (
    <table className="plain stacked balances">
      <thead>
        <tr>
          <th>{m.actual.part}</th>
          {balances.map(({ standard }) => (
            <th key={standard} className="numeric">
              {m.actual.standards[standard]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map(row)}
        <tr className="sum">
          <th scope="row">{m.actual.balance}</th>
          {balances.map((balance) => (
            <td key={balance.standard} className="numeric" data-label={m.actual.standards[balance.standard]}>
              <Owed balance={balance} />
            </td>
          ))}
        </tr>
        {beside.map(row)}
      </tbody>
    </table>
  );
}

function signed(key: (typeof parts)[number] | (typeof beside)[number], balance: Balance): number | null {
  const sum = balance[key];
  if (sum === null) return null;
  return lowering.has(key) ? 0 - sum.fen : sum.fen;
}

/** Who owes it, in words and not by a sign alone. */
function Owed({ balance: { balance } }: { readonly balance: Balance }) {
  const { m } = useLanguage();
  if (balance === null) return <Money amount={null} />;
  const amount = yuanText(fen(Math.abs(balance.fen)));
  return <strong>{balance.fen < 0 ? m.actual.repaidBy(amount) : m.actual.owedBy(amount)}</strong>;
}
