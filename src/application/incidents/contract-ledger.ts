import { effectiveTerm } from '../../domain/contract/findings.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { AmountBase } from '../../domain/ledger/settlement/amount-base.js';
import { deductionLines } from '../../domain/ledger/deductions/deduction-lines.js';
import type { DeductionLine } from '../../domain/ledger/deductions/deduction-line.js';
import type { Incident } from '../../domain/ledger/deductions/incident.js';
import type { JournalEntry, PeriodSeal } from '../../domain/ledger/journal/journal.js';
import type { OverlapInput } from '../../domain/ledger/deductions/overlap.js';
import { openDate } from '../../domain/ledger/journal/open-date.js';
import { planDeductions } from '../../domain/ledger/journal/posting.js';
import type { VacancyInForce } from '../../domain/ledger/vacancy/vacancy-in-force.js';
import type { InterpretationChoice } from '../../domain/ledger/readings/interpretation.js';
import { choicesFrom } from '../../domain/ledger/readings/reading.js';
import { fen, sumFen } from '../../shared/fen.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { appendAll } from '../month-lines/append-all.js';
import type { Repositories } from '../ports/index.js';

/**
 * All that the deductions and the settlement of one contract rest on. Of its vacancies, thousands in a term, it holds what
 * they come to; who needs them entry by entry reads the journal.
 */
export interface ContractLedger {
  readonly contract: ServiceContract;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly bases: readonly AmountBase[];
  /** The register as both parties agreed on it. */
  readonly choices: readonly InterpretationChoice[];
  /** Struck-off ones included. */
  readonly incidents: readonly Incident[];
  readonly vacancies: readonly VacancyInForce[];
  /** Of deductions, settlements and payments, with what answers them and takes them back. */
  readonly otherEntries: readonly JournalEntry[];
  readonly seals: readonly PeriodSeal[];
}

/** Refuses `not-found`, and `term-unconfirmed` while nothing may be computed for the contract (M13). */
export async function readContractLedger(
  { contracts, settlements, ledger, readings }: Repositories,
  key: string,
): Promise<Result<ContractLedger>> {
  const contract = await contracts.find(key);
  if (contract === undefined)
    return refuse('not-found', { zh: `没有合同 ${key}。`, en: `There is no contract ${key}.` });
  const term = effectiveTerm(contract, await contracts.confirmations(key));
  if (!term.ok) return term;
  return done({
    contract,
    term: term.value,
    bases: await settlements.bases(key),
    choices: choicesFrom(await readings.list(key)),
    incidents: await settlements.incidents(key),
    vacancies: await ledger.vacanciesInForce(key),
    otherEntries: await ledger.entriesBesideVacancies(key),
    seals: await ledger.seals(key),
  });
}

/** The money of every incident that stands, under the total in force on its day. */
export function linesOf(ledger: ContractLedger): DeductionLine[] {
  return deductionLines(ledgerFacts(ledger));
}

/** Incidents that stand and vacancy lines in force, with all that their money rests on. */
export function ledgerFacts({
  contract,
  term,
  bases,
  choices,
  incidents,
  vacancies,
  seals,
}: ContractLedger): OverlapInput {
  const standing = incidents.filter(({ revocation }) => revocation === null);
  const vacancyFenUntil = (last: CivilDate) =>
    sumFen(vacancies.flatMap(({ date, amountFen }) => (date <= last && amountFen !== null ? [amountFen] : [])));
  const vacancyFenOf = (id: string) => vacancies.find((line) => line.id === id)?.amountFen ?? fen(0);
  return { contract, term, bases, incidents: standing, choices, seals, vacancies, vacancyFenUntil, vacancyFenOf };
}

/**
 * Posts incidents anew where something else has changed what they cost: vacancies that share their cap or their event
 * (V19, V20, V24), or a reading that both parties agreed on. Contracts for which nothing can be computed are left alone.
 */
export async function followUp(
  repositories: Repositories,
  contract: string,
  recordedBy: string,
): Promise<Result<null>> {
  const incidents = await repositories.settlements.incidents(contract);
  if (incidents.every(({ revocation }) => revocation !== null)) return done(null);
  const ledger = await readContractLedger(repositories, contract);
  if (!ledger.ok) return done(null);
  const posted = await postDeductions(repositories, ledger.value, recordedBy);
  return posted.ok ? done(null) : posted;
}

/**
 * Brings the journal to what the incidents say; what concerns a closed month goes into the first open one after it.
 * Repeating it does nothing. Returns the ledger as it then stands.
 */
export async function postDeductions(
  repositories: Repositories,
  ledger: ContractLedger,
  recordedBy: string,
): Promise<Result<ContractLedger>> {
  const bookedOn = (date: CivilDate) => openDate(date, ledger.seals);
  const plan = planDeductions(linesOf(ledger), ledger.otherEntries, { recordedBy, bookedOn });
  if (plan.entries.length === 0) return done(ledger);
  const appended = await appendAll(repositories.ledger, plan.entries);
  return appended.ok
    ? done({ ...ledger, otherEntries: [...ledger.otherEntries, ...appended.value.entries] })
    : appended;
}
