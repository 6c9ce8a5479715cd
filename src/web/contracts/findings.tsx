import type { ContractDetail, Finding } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { Clause } from './clause.js';

/** The gravest first; what a person has settled, last. */
const gravity: Record<Finding['blocks'], number> = { everything: 0, invoicing: 1, nothing: 2 };

export function Findings({ detail }: { readonly detail: ContractDetail }) {
  const { m, local, instant } = useLanguage();
  const findings = [...detail.findings].sort(
    (a, b) => Number(a.isSettled) - Number(b.isSettled) || gravity[a.blocks] - gravity[b.blocks],
  );
  return (
    <Sheet
      id="findings"
      title={m.contract.findings}
      extra={<span className="muted small">{m.contract.findingsLead}</span>}
      flush
    >
      {findings.length === 0 ? <p className="sheet-body muted">{m.contract.noFindings}</p> : null}
      {findings.map((finding) => (
        <div className="finding" key={finding.key}>
          <span>
            <Severity finding={finding} />
          </span>
          <span>{local(finding.text)}</span>
          <Clause clause={finding.clause} />
        </div>
      ))}
      {detail.confirmations.map((one) => (
        <div className="finding" key={one.key + one.recordedAt}>
          <span>
            <span className="badge ok">{m.contract.confirmed}</span>
          </span>
          <span>
            {m.contract.confirmationBy(one.document, one.confirmedBy, instant(one.recordedAt))}{' '}
            <span className="muted">{Object.values(one.value).join(' – ')}</span>
          </span>
          <span />
        </div>
      ))}
    </Sheet>
  );
}

function Severity({ finding }: { readonly finding: Finding }) {
  const { m } = useLanguage();
  if (finding.isSettled) return <span className="badge ok">{m.contract.settled}</span>;
  const tone = { everything: 'short', invoicing: 'caution', nothing: '' }[finding.blocks];
  return <span className={`badge ${tone}`}>{m.contract.severity[finding.blocks]}</span>;
}
