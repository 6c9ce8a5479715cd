import { useQuery } from '@tanstack/react-query';
import type { LineOverlap } from '../../adapters/http/schemas/ledger.js';
import { fen, yuanText } from '../../shared/fen.js';
import { overlapQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';
import { Money } from './money.js';

type Row = LineOverlap['rows'][number];

/** One event, all clauses that it touches, what comes on top, and what every cap has left. */
export function OverlapPanel({ contract, line }: { readonly contract: string; readonly line: string }) {
  const { m } = useLanguage();
  const overlap = useQuery(overlapQuery(contract, line));
  return (
    <section className="overlap-panel" aria-label={m.overlap.title}>
      <h3 className="small">{m.overlap.title}</h3>
      <Loaded query={overlap} label={m.overlap.loading}>
        {(found) => <OverlapTable overlap={found} />}
      </Loaded>
    </section>
  );
}

function OverlapTable({ overlap }: { readonly overlap: LineOverlap }) {
  const { m } = useLanguage();
  return (
    <div className="stack">
      <p className="small muted">{m.overlap.lead(overlap.date)}</p>
      <table className="plain overlap">
        <thead>
          <tr>
            <th>{m.overlap.clause}</th>
            <th>{m.overlap.standing}</th>
            <th className="numeric">{m.overlap.amount}</th>
            <th>{m.overlap.cap}</th>
          </tr>
        </thead>
        <tbody>
          {overlap.rows.map((row) => (
            <ClauseRow key={`${row.rule ?? ''} ${row.title.en}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClauseRow({ row }: { readonly row: Row }) {
  const { m, local } = useLanguage();
  const { standing, reading } = row;
  return (
    <tr>
      <th scope="row">
        {row.clause} · {local(row.title)}
        <div className="small muted">{row.isAutomatic ? m.overlap.automatic : m.overlap.onEntry}</div>
      </th>
      <td>
        <span className={standing === 'replaces' ? 'badge caution' : 'badge'}>{m.overlap.standings[standing]}</span>
        {reading === null ? null : <div className="small muted">{m.overlap.by(reading)}</div>}
      </td>
      <td className="numeric">
        {row.units === null ? null : <div className="figure">{m.readings.units(row.units)}</div>}
        {row.family === null ? m.none : <Money amount={row.amountFen} />}{' '}
        {row.per === 'event' ? null : m.overlap.per[row.per]}
        {row.accrued === null || row.accruedFen === row.amountFen ? null : (
          <div className="small muted">{m.overlap.uncapped(yuanText(fen(row.accruedFen ?? 0)))}</div>
        )}
      </td>
      <td>
        {row.caps.length === 0 ? <span className="muted">{m.overlap.noCap}</span> : null}
        {row.caps.map((cap) => (
          <div key={`${cap.kind} ${cap.clause}`}>
            {m.overlap.capOf(m.overlap.capKinds[cap.kind], cap.clause, yuanText(fen(cap.total.amountFen)))}
            <div className="small figure">
              {m.overlap.capLeft(yuanText(fen(cap.used.amountFen)), yuanText(fen(cap.left.amountFen)))}
            </div>
            {cap.reading === null ? null : <div className="small muted">{m.overlap.by(cap.reading)}</div>}
          </div>
        ))}
      </td>
    </tr>
  );
}
