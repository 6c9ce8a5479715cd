import { useQuery } from '@tanstack/react-query';
import type { LedgerEffect } from '../../adapters/http/schemas/readings.js';
import { fen, yuanText } from '../../shared/fen.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';

/** Incidents that would cost otherwise, and instalments that would bear more or less; nothing where there is none. */
export function IncidentsEffect({ contract, effect }: { readonly contract: string; readonly effect: LedgerEffect }) {
  const { m, local } = useLanguage();
  const known = useQuery(contractQuery(contract)).data?.money?.instalments ?? [];
  const nameOf = (key: string) => {
    const name = known.find((one) => one.key === key)?.name;
    return name === undefined ? key : local(name);
  };
  const { incidents, instalments } = effect;
  const rows: readonly Row[] = [
    ...incidents.lines.map(({ id, date, clause, title, before, after }) => ({
      id,
      name: `${date} · ${local(title)} ${clause}`,
      before: before.amountFen,
      after: after.amountFen,
      ...(before.instalment === after.instalment ? {} : { moved: [before.instalment, after.instalment] as const }),
    })),
    ...instalments.map(({ key, before, after }) => ({
      id: key,
      name: m.readings.effectInstalment(nameOf(key)),
      before: before.deductedFen,
      after: after.deductedFen,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{m.readings.effectIncident}</th>
          <th className="numeric">{m.readings.effectBefore}</th>
          <th className="numeric">{m.readings.effectAfter}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.name}
              {row.moved === undefined ? null : (
                <div className="small muted">
                  {row.moved.map((key) => (key === null ? m.readings.noInstalment : nameOf(key))).join(' → ')}
                </div>
              )}
            </th>
            <td className="numeric figure">{yuanText(fen(row.before))}</td>
            <td className="numeric figure">{yuanText(fen(row.after))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** The instalments that bear it, before and after. */
  readonly moved?: readonly [string | null, string | null];
}
