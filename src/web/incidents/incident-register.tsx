import { Segmented } from 'antd';
import { useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Incident } from '../../adapters/http/schemas/settlement.js';
import { fen, sumFen } from '../../shared/fen.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { Pages } from '../shell/fields.js';
import { Sheet } from '../shell/page.js';
import { usePart } from '../shell/printing.js';
import { Empty } from '../shell/states.js';
import { IncidentItem } from './incident-item.js';
import { standingOf, standings, type Standing } from './standing.js';

const pageSize = 20;

/** Every incident with what it costs and where it stands, newest first. */
export function IncidentRegister(props: {
  readonly contract: ContractDetail;
  readonly incidents: readonly Incident[];
}) {
  const { m } = useLanguage();
  const [shown, setShown] = useState<'all' | Standing>('all');
  const [page, setPage] = useState(1);
  const { contract, incidents } = props;
  const items = incidents.filter((one) => shown === 'all' || standingOf(one) === shown);
  const part = usePart(items, { page, size: pageSize });
  const filled = standings.filter(
    (standing) => standing === shown || incidents.some((one) => standingOf(one) === standing),
  );
  const words = { ...m.lines.phases, free: m.incidents.free, struckOff: m.incidents.struckOff };
  return (
    <>
      <Totals incidents={incidents} />
      <Sheet
        title={m.incidents.register(items.length)}
        extra={
          <Segmented<'all' | Standing>
            size="small"
            value={shown}
            onChange={(next) => {
              setShown(next);
              setPage(1);
            }}
            options={[
              { value: 'all', label: m.incidents.all },
              ...filled.map((standing) => ({ value: standing, label: words[standing] })),
            ]}
          />
        }
      >
        {items.length === 0 ? <Empty title={m.incidents.noneTitle} /> : null}
        <ol className="incident-list">
          {part.map((incident) => (
            <IncidentItem key={incident.id} contract={contract} incident={incident} />
          ))}
        </ol>
        <Pages current={page} pageSize={pageSize} total={items.length} onChange={setPage} />
      </Sheet>
    </>
  );
}

/** The contractor's deductions by what was answered; what the client owes is shown with its incident. */
function Totals({ incidents }: { readonly incidents: readonly Incident[] }) {
  const { m } = useLanguage();
  const lines = (phase: 'proposed' | 'agreed' | 'disputed') =>
    incidents.flatMap((one) => (one.phase === phase && one.line?.debtor === 'contractor' ? [one.line] : []));
  return (
    <dl className="totals compact">
      {(['proposed', 'agreed', 'disputed'] as const).map((phase) => (
        <div className="total" key={phase}>
          <dt>{m.incidents.totals[phase]}</dt>
          <dd>
            <Money amount={sumFen(lines(phase).map(({ amountFen }) => fen(amountFen)))} />
            <small>{m.incidents.count(lines(phase).length)}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
