import { serviceCalendar } from '../../domain/calendar/calendar.js';
import type { ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import { effectiveTerm } from '../../domain/contract/findings.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import {
  interpretationRegister,
  itemsConcerning,
  type InterpretationRegister,
} from '../../domain/ledger/interpretation.js';
import type { JournalEntry, PeriodSeal } from '../../domain/ledger/journal.js';
import { planPosting, vacancyHistories, type PostingPlan } from '../../domain/ledger/posting.js';
import { choicesFrom } from '../../domain/ledger/reading.js';
import {
  evidenceRange,
  totalsOf,
  vacanciesOf,
  type VacancyInput,
  type VacancySources,
} from '../../domain/ledger/vacancy-engine.js';
import type { ApprovedRate, VacancyMonth, WaivedLine } from '../../domain/ledger/vacancy-line.js';
import { assignmentsInForce } from '../../domain/rostering/in-force.js';
import { firstOfMonth, lastOfMonth, monthOf, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { DateRange, Repositories } from '../ports/index.js';

/** A month as its facts say today, beside what the journal says of it. */
export interface MonthVacancies {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly register: InterpretationRegister;
  readonly rates: readonly ApprovedRate[];
  /** Lines in force: of a closed month those that were sealed, otherwise what the facts say, waived lines left out. */
  readonly vacancies: VacancyMonth;
  /** Lines that the parties waived: recorded, not counted. */
  readonly waived: readonly WaivedLine[];
  /** What posting would do now; of a closed month, what can no longer be done. */
  readonly plan: PostingPlan;
  readonly seal: PeriodSeal | null;
  readonly status: 'not-posted' | 'posted' | 'sealed';
}

/** All that a month's lines are made from, before any ruling. */
export interface MonthRecord {
  readonly input: VacancyInput;
  readonly entries: readonly JournalEntry[];
  readonly seal: PeriodSeal | null;
}

/** Reads and rules a month. Refuses `not-found`, `term-unconfirmed`, and `outside-term` for a month beside the term. */
export async function readMonthVacancies(
  repositories: Repositories,
  query: { readonly contract: string; readonly month: CivilMonth; readonly actor: string },
): Promise<Result<MonthVacancies>> {
  const record = await readMonth(repositories, query);
  return record.ok ? done(ruleMonth(record.value, query.actor)) : record;
}

/** Refuses like {@link readMonthVacancies}. */
export async function readMonth(
  repositories: Repositories,
  query: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<MonthRecord>> {
  const contract = await repositories.contracts.find(query.contract);
  if (contract === undefined) {
    return refuse('not-found', { zh: `没有合同 ${query.contract}。`, en: `There is no contract ${query.contract}.` });
  }
  const confirmations = await repositories.contracts.confirmations(contract.key);
  const term = effectiveTerm(contract, confirmations);
  if (!term.ok) return term;
  if (lastOfMonth(query.month) < term.value.from || firstOfMonth(query.month) > term.value.to) {
    return refuse('outside-term', {
      zh: `${query.month} 不在合同期 ${term.value.from} 至 ${term.value.to} 内。`,
      en: `${query.month} lies outside the term ${term.value.from} to ${term.value.to}.`,
    });
  }
  const { ledger } = repositories;
  const range = evidenceRange(query.month);
  const sources = await vacancySources(repositories, { contract, term: term.value, range });
  const seal = (await ledger.seals(contract.key)).find(({ month }) => month === query.month) ?? null;
  const input: VacancyInput = {
    ...sources,
    month: query.month,
    // A closed month keeps the register that it was closed under.
    choices: sources.choices.filter(({ agreedAt }) => seal === null || agreedAt <= seal.recordedAt),
  };
  return done({ input, entries: await ledger.entriesOf(contract.key, query.month), seal });
}

/** The sources of a range of days as they are stored. */
export async function vacancySources(
  { attendance, calendars, ledger, readings, rosters, workforce }: Repositories,
  of: Pick<VacancySources, 'contract' | 'term'> & { readonly range: DateRange },
): Promise<VacancySources> {
  const { contract, term, range } = of;
  return {
    contract,
    term,
    // As the notices have it: the engine reads it under the register, which a preview may change.
    calendar: serviceCalendar({
      notices: await calendars.notices(),
      overrides: await calendars.overrides(contract.key),
    }),
    workers: await workforce.workers(contract.key),
    leave: await workforce.leave(contract.key, range),
    presence: await attendance.presence(contract.key, range),
    assignments: assignmentsInForce(await rosters.published(contract.key, range), range),
    rates: await ledger.rates(contract.key),
    choices: choicesFrom(await readings.list(contract.key)),
  };
}

export function ruleMonth({ input, entries, seal }: MonthRecord, actor: string): MonthVacancies {
  const { contract, calendar, term, month, rates, choices } = input;
  const ruled = vacanciesOf(input);
  const plan = planPosting(ruled.lines, entries, { month, recordedBy: actor });
  const histories = vacancyHistories(entries).filter(({ line }) => monthOf(line.date) === month);
  const lines =
    seal === null
      ? ruled.lines.filter(({ id }) => !plan.waived.includes(id))
      : histories.flatMap(({ open, line }) => (open === null ? [] : [line]));
  return {
    contract,
    calendar,
    term,
    register: itemsConcerning(contract, interpretationRegister(choices, lastOfMonth(month))),
    rates,
    vacancies: { ...ruled, lines, ...totalsOf(lines, ruled.total.amountFen !== null) },
    waived: histories
      .filter(({ id, isSetAside }) => isSetAside && !lines.some((line) => line.id === id))
      .map(({ line, setAsideNote }) => ({ ...line, waiverNote: setAsideNote })),
    plan,
    seal,
    status: seal !== null ? 'sealed' : plan.entries.length === 0 && isKnown(ruled) ? 'posted' : 'not-posted',
  };
}

/** Whether any service day has attendance: nothing can be said, let alone posted, of a month that has none. */
export function isKnown({ serviceDays, daysWithoutAttendance }: VacancyMonth): boolean {
  return serviceDays === 0 || daysWithoutAttendance.length < serviceDays;
}
