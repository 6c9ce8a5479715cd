import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Incident } from '../../adapters/http/schemas/settlement.js';
import { fen, yuanText } from '../../shared/fen.js';
import { linesQuery } from '../api/money-queries.js';
import { LineSteps } from '../finance/line-steps.js';
import { OverlapPanel } from '../finance/overlap-panel.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Loaded } from '../shell/states.js';
import { Revocation } from './revocation.js';

/** Everything that either party needs to recompute the amount, the clauses that the event touches, and every step. */
export function IncidentDetail(props: { readonly contract: ContractDetail; readonly incident: Incident }) {
  const { m } = useLanguage();
  const { contract, incident } = props;
  const isFinance = useHolds('finance');
  const { line, phase, bookedIn } = incident;
  const { key } = contract.document;
  const isStanding = phase === 'proposed' || phase === 'agreed' || phase === 'disputed';
  return (
    <div className="stack">
      {line === null ? null : <Calculation contract={contract} line={line} />}
      <Record incident={incident} />
      {line !== null && isStanding ? <OverlapPanel contract={key} line={line.id} /> : null}
      {bookedIn === null ? (
        <p className="muted">{m.incidents.notMoney}</p>
      ) : (
        <Steps contract={key} incident={incident.id} bookedIn={bookedIn} />
      )}
      {isFinance && incident.revocation === null ? <Revocation contract={key} incident={incident.id} /> : null}
    </div>
  );
}

function Calculation(props: { readonly contract: ContractDetail; readonly line: NonNullable<Incident['line']> }) {
  const { m, local } = useLanguage();
  const { contract, line } = props;
  const bearer = contract.money?.instalments.find(({ key }) => key === line.instalment);
  return (
    <>
      {line.notices.map((notice) => (
        <div key={notice.en} className="notice caution">
          {local(notice)}
        </div>
      ))}
      <dl className="line-detail">
        <Fact name={m.incidents.explanation} isWide>
          {local(line.explanation)}
        </Fact>
        <Fact name={m.incidents.clause}>
          {line.clause} <Link to={addressOf(contract.document.key, 'contract')}>{m.lines.clauseLink}</Link>
        </Fact>
        <Fact name={m.incidents.base}>
          {line.base === null ? m.none : `${yuanText(fen(line.base.amountFen))} · ${line.base.document}`}
        </Fact>
        <Fact name={m.incidents.accrued}>
          <span className="figure">{yuanText(fen(line.accruedFen))}</span>
        </Fact>
        <Fact name={m.incidents.capLeft}>
          {line.capLeftFen === null ? (
            m.incidents.noCap
          ) : (
            <span className="figure">{yuanText(fen(line.capLeftFen))}</span>
          )}
        </Fact>
        <Fact name={m.incidents.bearer}>{bearer === undefined ? m.incidents.nextInstalment : local(bearer.name)}</Fact>
      </dl>
    </>
  );
}

function Record({ incident }: { readonly incident: Incident }) {
  const { m, instant, monthName, author } = useLanguage();
  const { document, evidence, recordedAt, revocation, bookedIn } = incident;
  return (
    <dl className="line-detail">
      <Fact name={m.incidents.document}>{document}</Fact>
      <Fact name={m.incidents.evidence}>{evidence === '' ? m.none : evidence}</Fact>
      <Fact name={m.incidents.recorded}>{instant(recordedAt)}</Fact>
      {bookedIn === null ? null : <Fact name={m.incidents.bookedIn}>{monthName(bookedIn)}</Fact>}
      {revocation === null ? null : (
        <Fact name={m.incidents.revocation} isWide>
          {`${revocation.note} · ${instant(revocation.at)} · ${author(revocation.by)}`}
        </Fact>
      )}
    </dl>
  );
}

function Steps(props: { readonly contract: string; readonly incident: string; readonly bookedIn: string }) {
  const month = useQuery(linesQuery(props.contract, props.bookedIn));
  return (
    <Loaded query={month}>
      {(data) =>
        data.deductions
          .filter(({ incident }) => incident === props.incident)
          .map((line) => <LineSteps key={line.id} line={line} />)
      }
    </Loaded>
  );
}

function Fact(props: { readonly name: string; readonly isWide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={props.isWide === true ? 'wide' : ''}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
