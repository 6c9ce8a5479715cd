import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Incident } from '../../adapters/http/schemas/settlement.js';
import { linesQuery, sealsQuery } from '../api/money-queries.js';
import { AnswerDialog, type AnswerKind } from '../finance/answer-dialog.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { FactsText } from './facts-text.js';
import { IncidentDetail } from './incident-detail.js';
import { incidentRules } from './rules.js';
import { standingOf, type Standing } from './standing.js';

const tones: Readonly<Partial<Record<Standing, string>>> = { agreed: ' ok', disputed: ' caution' };

/** One incident: when, what, how much, how far; opened, everything that the amount rests on. */
export function IncidentItem(props: { readonly contract: ContractDetail; readonly incident: Incident }) {
  const { m, local, fullDate } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { contract, incident } = props;
  const { line } = incident;
  const rule = incidentRules(contract, incident.date).find(({ key }) => key === incident.rule);
  const standing = standingOf(incident);
  const words = { ...m.lines.phases, free: m.incidents.free, struckOff: m.incidents.struckOff };
  const ruleName = rule === undefined ? incident.rule : local(rule.name);
  const title = line === null ? ruleName : local(line.title);
  return (
    <li className={standing === 'struckOff' ? 'incident is-struck' : 'incident'}>
      <div className="incident-date figure">{fullDate(incident.date)}</div>
      <div className="incident-what">
        <h3>{title}</h3>
        <p>
          <span className="clause">{line?.clause ?? rule?.clause ?? ''}</span>
          {title === ruleName ? '' : ` ${ruleName}`}
        </p>
        <p className="small muted">
          <FactsText facts={incident.facts} contract={contract} isGradeTold={line !== null} />
        </p>
      </div>
      <div className="incident-sum">
        {line === null ? <span className="muted">{m.none}</span> : <Money amount={line.amountFen} />}
        {line?.debtor === 'client' ? <span className="badge accent">{m.incidents.byClient}</span> : null}
        <span className={`badge${tones[standing] ?? ''}`}>{words[standing]}</span>
      </div>
      <Actions contract={contract.document.key} incident={incident} />
      <details
        className="incident-more"
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary>{m.incidents.detail}</summary>
        {isOpen ? <IncidentDetail contract={contract} incident={incident} /> : null}
      </details>
    </li>
  );
}

/** What the reader may do with its line: the client answers, finance settles a dispute. */
function Actions({ contract, incident }: { readonly contract: string; readonly incident: Incident }) {
  const { m, monthName } = useLanguage();
  const isFinance = useHolds('finance');
  const isClient = useHolds('client');
  const seals = useQuery(sealsQuery(contract));
  const [answering, setAnswering] = useState<AnswerKind | null>(null);
  const { phase, bookedIn, revocation } = incident;
  if (revocation !== null || (!isClient && !isFinance)) return null;
  const isClosed = bookedIn !== null && (seals.data?.some(({ month }) => month === bookedIn) ?? false);
  if (phase !== 'proposed' && phase !== 'agreed' && phase !== 'disputed') return null;
  const button = (kind: AnswerKind, label: string) => (
    <Button
      {...(kind === 'disputed' ? {} : { type: 'primary' as const })}
      onClick={() => {
        setAnswering(kind);
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="incident-actions">
      {isClient && !isClosed ? (
        <>
          {phase === 'agreed' ? null : button('agreed', m.lines.agree)}
          {phase === 'disputed' ? null : button('disputed', m.lines.dispute)}
        </>
      ) : null}
      {isFinance && phase === 'disputed' ? button('settlement', m.lines.settle) : null}
      {isClosed ? <span className="small muted">{m.incidents.closed(monthName(bookedIn))}</span> : null}
      {answering === null || bookedIn === null ? null : (
        <Answering
          {...{ contract, incident, bookedIn }}
          kind={answering}
          close={() => {
            setAnswering(null);
          }}
        />
      )}
    </div>
  );
}

/** The line is answered as the month holds it now; its revision goes along. */
function Answering(props: {
  readonly contract: string;
  readonly incident: Incident;
  readonly bookedIn: string;
  readonly kind: AnswerKind;
  readonly close: () => void;
}) {
  const { contract, incident, bookedIn, kind, close } = props;
  const month = useQuery(linesQuery(contract, bookedIn));
  if (month.data === undefined) return null;
  const lines = month.data.deductions.filter((one) => one.incident === incident.id);
  return <AnswerDialog contract={contract} month={month.data} lines={lines} kind={kind} close={close} />;
}
