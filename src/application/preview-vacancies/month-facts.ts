import type { HolidayNotice, SiteOverride } from '../../domain/calendar/service-calendar.js';
import { effectiveTerm } from '../../domain/contract/findings.js';
import type { JournalEntry, PeriodSeal } from '../../domain/ledger/journal/journal.js';
import { isHoldDecision } from '../../domain/ledger/settlement/payment-hold.js';
import { choicesFrom } from '../../domain/ledger/readings/reading.js';
import { evidenceRange } from '../../domain/ledger/vacancy/vacancy-engine.js';
import type { VacancyInput, VacancySources } from '../../domain/ledger/vacancy/vacancy-sources.js';
import { assignmentsInForce } from '../../domain/rostering/in-force.js';
import { firstOfMonth, lastOfMonth, type CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Confirmation, DateRange, Repositories } from '../ports/index.js';
import { termBasis } from './term-basis.js';

/** What is stored of a range of days: plain data, before a calendar or a term is made of it. */
interface StoredFacts extends Omit<VacancySources, 'contract' | 'calendar' | 'term'> {
  readonly notices: readonly HolidayNotice[];
  readonly overrides: readonly SiteOverride[];
}

/** All that is stored of a month: whoever has it can rule the month without the database. */
export interface MonthFacts extends StoredFacts, Pick<VacancySources, 'contract'> {
  readonly month: CivilMonth;
  readonly confirmations: readonly Confirmation[];
  /** The journal of the month, in sequence order. */
  readonly entries: readonly JournalEntry[];
  readonly seal: PeriodSeal | null;
}

/** All that a month's lines are made from, before any ruling. */
export interface MonthRecord {
  readonly input: VacancyInput;
  readonly entries: readonly JournalEntry[];
  readonly seal: PeriodSeal | null;
}

/** Refuses `not-found`. */
export async function readMonthFacts(
  repositories: Repositories,
  query: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<MonthFacts>> {
  const { contracts, ledger } = repositories;
  const seal = (await ledger.seals(query.contract)).find(({ month }) => month === query.month) ?? null;
  // A closed month keeps the contract that it was closed under.
  const contract = await contracts.find(query.contract, {
    on: lastOfMonth(query.month),
    knownAt: seal?.recordedAt,
  });
  if (contract === undefined) {
    return refuse('not-found', { zh: `没有合同 ${query.contract}。`, en: `There is no contract ${query.contract}.` });
  }
  const { key } = contract;
  return done({
    month: query.month,
    contract,
    confirmations: (await contracts.confirmations(key)).filter((one) => !isHoldDecision(one)),
    ...(await storedFacts(repositories, key, evidenceRange(query.month))),
    entries: await ledger.entriesOf(key, query.month),
    seal,
  });
}

/** Refuses `term-unconfirmed`, and `outside-term` for a month beside the term. */
export function monthRecord({ confirmations, entries, seal, ...facts }: MonthFacts): Result<MonthRecord> {
  const { contract, month } = facts;
  const term = effectiveTerm(contract, confirmations);
  if (!term.ok) return term;
  if (lastOfMonth(month) < term.value.from || firstOfMonth(month) > term.value.to) {
    return refuse('outside-term', {
      zh: `${month} 不在合同期 ${term.value.from} 至 ${term.value.to} 内。`,
      en: `${month} lies outside the term ${term.value.from} to ${term.value.to}.`,
    });
  }
  const input: VacancyInput = {
    // A closed month keeps the register that it was closed under.
    ...sourcesOf(facts, { contract, term: term.value }, ({ agreedAt }) => seal === null || agreedAt <= seal.recordedAt),
    month,
  };
  return done({ input, entries, seal });
}

/** The sources of a range of days as they are stored. */
export async function vacancySources(
  repositories: Repositories,
  { range, ...of }: Pick<VacancySources, 'contract' | 'term'> & { readonly range: DateRange },
): Promise<VacancySources> {
  return sourcesOf(await storedFacts(repositories, of.contract.key, range), of);
}

function sourcesOf(
  { notices, overrides, workers, leave, presence, assignments, rates, choices }: StoredFacts,
  of: Pick<VacancySources, 'contract' | 'term'>,
  isKnown: (choice: VacancySources['choices'][number]) => boolean = () => true,
): VacancySources {
  const basis = termBasis({ ...of, choices: choices.filter(isKnown), notices, overrides });
  return { ...basis, workers, leave, presence, assignments, rates };
}

async function storedFacts(
  { attendance, calendars, ledger, readings, rosters, workforce }: Repositories,
  contract: string,
  range: DateRange,
): Promise<StoredFacts> {
  return {
    notices: await calendars.notices(),
    overrides: await calendars.overrides(contract),
    workers: await workforce.workers(contract),
    leave: await workforce.leave(contract, range),
    presence: await attendance.presence(contract, range),
    assignments: assignmentsInForce(await rosters.published(contract, range), range),
    rates: await ledger.rates(contract),
    choices: choicesFrom(await readings.list(contract)),
  };
}
