import type { ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import {
  interpretationRegister,
  itemsConcerning,
  type InterpretationRegister,
} from '../../domain/ledger/interpretation.js';
import type { PeriodSeal } from '../../domain/ledger/journal.js';
import { planPosting, vacancyHistories, type PostingPlan } from '../../domain/ledger/posting.js';
import { totalsOf, vacanciesOf } from '../../domain/ledger/vacancy-engine.js';
import type { ApprovedRate, VacancyMonth, WaivedLine } from '../../domain/ledger/vacancy-line.js';
import { lastOfMonth, monthOf, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Repositories } from '../ports/index.js';
import { monthRecord, readMonthFacts, type MonthRecord } from './month-facts.js';

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
  const facts = await readMonthFacts(repositories, query);
  return facts.ok ? monthRecord(facts.value) : facts;
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
