import type { Presence } from '../../domain/attendance/presence.js';
import type { ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import {
  interpretationRegister,
  itemsConcerning,
  type InterpretationRegister,
} from '../../domain/ledger/readings/interpretation.js';
import type { JournalEntry, PeriodSeal } from '../../domain/ledger/journal/journal.js';
import { isDeduction } from '../../domain/ledger/journal/ledger-line.js';
import { lateCorrections } from '../../domain/ledger/journal/late-correction.js';
import type { StatementCorrection } from '../../domain/ledger/statement.js';
import { planPosting, vacancyHistories, type PostingPlan } from '../../domain/ledger/journal/posting.js';
import { totalsOf, vacanciesOf } from '../../domain/ledger/vacancy/vacancy-engine.js';
import type { ApprovedRate, VacancyMonth, WaivedLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import { openDate } from '../../domain/ledger/journal/open-date.js';
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
  /** The records that the facts rest on; of the days beside the month, too. */
  readonly presence: readonly Presence[];
  /** Lines in force: of a closed month those that were sealed, otherwise what the facts say, waived lines left out. */
  readonly vacancies: VacancyMonth;
  /** Lines that the parties waived: recorded, not counted. */
  readonly waived: readonly WaivedLine[];
  /** Vacancies of closed months that were put right in this one. */
  readonly corrections: readonly StatementCorrection[];
  /** What posting would do now; of a closed month, what would be corrected in the open one. */
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
  if (!record.ok) return record;
  if (record.value.seal === null) return done(ruleMonth(record.value, query.actor));
  const { ledger } = repositories;
  const late = {
    entries: await ledger.entriesSince(query.contract, query.month),
    seals: await ledger.seals(query.contract),
  };
  return done(ruleMonth(record.value, query.actor, late));
}

/** Refuses like {@link readMonthVacancies}. */
export async function readMonth(
  repositories: Repositories,
  query: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<MonthRecord>> {
  const facts = await readMonthFacts(repositories, query);
  return facts.ok ? monthRecord(facts.value) : facts;
}

/** Of a closed month: everything booked since its first day, and what is closed by now. */
interface SinceClosing {
  readonly entries: readonly JournalEntry[];
  readonly seals: readonly PeriodSeal[];
}

/** Without what came after closing, a closed month's plan is what differs from what was sealed. */
export function ruleMonth({ input, entries, seal }: MonthRecord, actor: string, late?: SinceClosing): MonthVacancies {
  const { contract, calendar, term, month, rates, presence, choices } = input;
  const ruled = vacanciesOf(input);
  const plan =
    late === undefined
      ? planPosting(ruled.lines, entries, { month, recordedBy: actor })
      : planPosting(ruled.lines, late.entries, {
          ...{ month, recordedBy: actor },
          bookedOn: (date) => openDate(date, late.seals),
        });
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
    presence,
    vacancies: { ...ruled, lines, ...totalsOf(lines, ruled.total.amountFen !== null) },
    waived: histories
      .filter(({ id, isSetAside }) => isSetAside && !lines.some((line) => line.id === id))
      .map(({ line, setAsideNote }) => ({ ...line, waiverNote: setAsideNote })),
    corrections: lateCorrections(entries).flatMap(({ entry, line, concerns, amountFen }) =>
      isDeduction(line) ? [] : [{ sequence: entry.sequence, concerns, date: line.date, post: line.post, amountFen }],
    ),
    plan,
    seal,
    status: seal !== null ? 'sealed' : plan.entries.length === 0 && isKnown(ruled) ? 'posted' : 'not-posted',
  };
}

/** Whether any service day has attendance: nothing can be said, let alone posted, of a month that has none. */
export function isKnown({ serviceDays, daysWithoutAttendance }: VacancyMonth): boolean {
  return serviceDays === 0 || daysWithoutAttendance.length < serviceDays;
}
