import type { DeductionLine } from '../../domain/ledger/deductions/deduction-line.js';
import { deductionReading } from '../../domain/ledger/readings/deduction-reading.js';
import { choicesOn } from '../../domain/ledger/readings/interpretation.js';
import type { Incident } from '../../domain/ledger/deductions/incident.js';
import type { LinePhase } from '../../domain/ledger/journal/line-history.js';
import { deductionHistories } from '../../domain/ledger/journal/posting.js';
import { monthOf, type CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { checkIncident, type NewIncident } from './check-incident.js';
import { linesOf, postDeductions, readContractLedger, type ContractLedger } from './contract-ledger.js';

/** An incident with what it costs and where its line stands; no line once it is struck off. */
export interface IncidentInLedger {
  readonly incident: Incident;
  readonly line: DeductionLine | null;
  /** null while the line carries no money, which is never posted. */
  readonly phase: LinePhase | null;
  /** The month whose lines hold it: of a day in a closed month the first open one after it; null while it costs nothing. */
  readonly bookedIn: CivilMonth | null;
}

/** The incident register, newest day first. Refuses `not-found`, `term-unconfirmed`. */
export async function listIncidents(
  context: Context,
  input: { readonly contract: string },
): Promise<Result<readonly IncidentInLedger[]>> {
  return context.unitOfWork.read(async (repositories) => {
    const ledger = await readContractLedger(repositories, input.contract);
    return ledger.ok ? done(incidentsOf(ledger.value)) : ledger;
  });
}

function incidentsOf(ledger: ContractLedger): IncidentInLedger[] {
  const lines = new Map(linesOf(ledger).map((line) => [line.incident, line]));
  const histories = new Map(deductionHistories(ledger.otherEntries).map((history) => [history.line.incident, history]));
  return ledger.incidents
    .map((incident) => {
      const history = histories.get(incident.id);
      const entry = history?.open ?? history?.entries[0];
      return {
        incident,
        line: lines.get(incident.id) ?? null,
        phase: history?.phase ?? null,
        bookedIn: entry === undefined ? null : monthOf(entry.effectiveDate),
      };
    })
    .reverse();
}

/**
 * Enters an incident and posts what it costs, in one transaction; later incidents that share a cap are posted anew
 * where they change. Refuses `not-found`, `term-unconfirmed`, `outside-term`, `invalid-input`, `conflict`.
 */
export async function recordIncident(
  context: Context,
  input: NewIncident & { readonly contract: string; readonly evidence: string; readonly document: string },
): Promise<Result<readonly IncidentInLedger[]>> {
  const { evidence, document } = { evidence: input.evidence.trim(), document: input.document.trim() };
  if (document === '')
    return refuse('invalid-input', {
      zh: '请写明认定该事件的文件（通知、记录或评分表的名称和日期）。',
      en: 'Name the document that finds the incident: notice, record or sheet, and its date.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const ledger = await readContractLedger(repositories, input.contract);
    if (!ledger.ok) return ledger;
    const { contract, term, incidents, vacancies } = ledger.value;
    if (input.date < term.from || input.date > context.clock.today())
      return refuse('outside-term', {
        zh: `事件日期 ${input.date} 应在合同开始日 ${term.from} 至今天之间。`,
        en: `The incident’s date ${input.date} must lie between the first day of the term, ${term.from}, and today.`,
      });
    const reading = deductionReading(choicesOn(ledger.value, input.date), input.date);
    const checked = checkIncident(contract, input, { incidents, term, vacancies, reading });
    if (!checked.ok) return checked;
    const incident: Incident = {
      contract: contract.key,
      id: context.randomness.id(),
      rule: input.rule,
      date: input.date,
      facts: input.facts,
      evidence,
      document,
      recordedBy: context.actor,
      recordedAt: context.clock.now(),
      revocation: null,
    };
    await repositories.settlements.saveIncident(incident);
    const posted = await postDeductions(
      repositories,
      { ...ledger.value, incidents: await repositories.settlements.incidents(contract.key) },
      context.actor,
    );
    return posted.ok ? done(incidentsOf(posted.value)) : posted;
  });
}

/** Strikes an incident off with a reason; its line is taken back in the journal. Refuses `not-found`, `invalid-input`, `conflict`. */
export async function revokeIncident(
  context: Context,
  input: { readonly contract: string; readonly id: string; readonly note: string },
): Promise<Result<readonly IncidentInLedger[]>> {
  const note = input.note.trim();
  if (note === '')
    return refuse('invalid-input', { zh: '请写明撤销理由。', en: 'Say why the incident is struck off.' });
  return context.unitOfWork.write(async (repositories) => {
    const ledger = await readContractLedger(repositories, input.contract);
    if (!ledger.ok) return ledger;
    const incident = ledger.value.incidents.find(({ id }) => id === input.id);
    if (incident === undefined)
      return refuse('not-found', { zh: '没有这个事件，请刷新。', en: 'There is no such incident: reload.' });
    if (incident.revocation !== null)
      return refuse('conflict', { zh: '该事件已撤销。', en: 'The incident has been struck off already.' });
    const revoked = { ...incident, revocation: { note, by: context.actor, at: context.clock.now() } };
    await repositories.settlements.saveIncident(revoked);
    const incidents = ledger.value.incidents.map((each) => (each.id === input.id ? revoked : each));
    const posted = await postDeductions(repositories, { ...ledger.value, incidents }, context.actor);
    return posted.ok ? done(incidentsOf(posted.value)) : posted;
  });
}
