import {
  addDays,
  eachDate,
  firstOfMonth,
  lastOfMonth,
  type CivilDate,
  type CivilMonth,
} from '../../../shared/civil-date.js';
import { sumFen } from '../../../shared/fen.js';
import { sumHeadcountDays } from '../../../shared/headcount-days.js';
import type { Presence } from '../../attendance/presence.js';
import { compareText } from './attended-time.js';
import { vacanciesOn } from './day-vacancies.js';
import { demandOn, monthFacts } from './month-facts.js';
import { roundedByStatement } from './statement-rounding.js';
import type { VacancyLine, VacancyMonth, VacancyTotal } from './vacancy-line.js';
import { rateOn, vacancyClauseIn } from './vacancy-ruling.js';
import type { VacancyInput, VacancySources } from './vacancy-sources.js';

/** The vacancies of a month: facts first, then the ruling on each. Pure; the order of the inputs changes nothing. */
export function vacanciesOf(unordered: VacancyInput): VacancyMonth {
  const input = inOrder(unordered);
  const { contract, term, month } = input;
  const facts = monthFacts(input);
  const days = eachDate({ from: firstOfMonth(month), to: lastOfMonth(month) })
    .filter((date) => term.from <= date && date <= term.to)
    .map((date) => ({ date, demand: demandOn(date, facts) }))
    .filter(({ demand }) => demand.length > 0);
  const hasAttendance = ({ date }: { readonly date: CivilDate }) => facts.presenceByDate.has(date);
  const ruled = days.filter(hasAttendance).map(({ date, demand }) => vacanciesOn(date, demand, facts));
  const lines = roundedByStatement(ruled.flatMap((day) => day.lines));
  return {
    contract: contract.key,
    month,
    lines,
    incidents: ruled.flatMap((day) => day.incidents),
    serviceDays: days.length,
    daysWithoutAttendance: days.filter((day) => !hasAttendance(day)).map(({ date }) => date),
    requiredUnits: sumHeadcountDays(ruled.map((day) => day.requiredUnits)),
    filledUnits: sumHeadcountDays(ruled.map((day) => day.filledUnits)),
    ...totalsOf(lines, ruled.length > 0 && isPriced(input)),
  };
}

/** The vacancies of single days of the term, as {@link vacanciesOf} would rule them; days that are closed have none. */
export function vacanciesOnDates(dates: readonly CivilDate[], unordered: VacancySources): VacancyLine[] {
  return rulingsUnder(unordered)(dates, unordered.presence);
}

/** {@link vacanciesOnDates} for one attendance after another. */
export function rulingsUnder(
  unordered: Omit<VacancySources, 'presence'>,
): (dates: readonly CivilDate[], presence: readonly Presence[]) => VacancyLine[] {
  const { term } = unordered;
  return (dates, presence) => {
    const facts = monthFacts(inOrder({ ...unordered, presence }));
    const inTerm = dates.filter((date) => term.from <= date && date <= term.to);
    return roundedByStatement(inTerm.flatMap((date) => vacanciesOn(date, demandOn(date, facts), facts).lines));
  };
}

/** Facts in one order, so that the first match of any search is the same whoever delivers them. */
export function inOrder<Sources extends VacancySources>(input: Sources): Sources {
  return {
    ...input,
    presence: sortedBy(input.presence, [
      ...(['date', 'worker', 'postGroup', 'post', 'arrivedMinute', 'leftMinute'] as const),
      ...(['status', 'cause', 'coverFor', 'note'] as const),
    ]),
    assignments: sortedBy(input.assignments, ['date', 'worker', 'postGroup', 'post', 'shift']),
    leave: sortedBy(input.leave, ['worker', 'from', 'to', 'kind', 'status']),
  };
}

/** Member by member, as written in JSON. */
function sortedBy<Fact>(facts: readonly Fact[], members: readonly (keyof Fact)[]): Fact[] {
  return [...facts].sort((a, b) => {
    const telling = members.find((member) => a[member] !== b[member]);
    return telling === undefined ? 0 : compareMember(a[telling], b[telling]);
  });
}

function compareMember(a: unknown, b: unknown): number {
  return typeof a === 'string' && typeof b === 'string'
    ? compareText(a, b)
    : compareText(JSON.stringify(a), JSON.stringify(b));
}

/**
 * Undisputed, contested and both. Without a rate there is no amount, not even a zero (principle “no rate, no money”);
 * nor is there one for a month of which nothing is known.
 */
export function totalsOf(
  lines: readonly VacancyLine[],
  isPriced: boolean,
): Pick<VacancyMonth, 'undisputed' | 'contested' | 'total'> {
  const totalOf = (some: readonly VacancyLine[]): VacancyTotal => ({
    units: sumHeadcountDays(some.map(({ units }) => units)),
    amountFen: isPriced ? sumFen(some.flatMap(({ amountFen }) => amountFen ?? [])) : null,
  });
  return {
    undisputed: totalOf(lines.filter((line) => !line.isContested)),
    contested: totalOf(lines.filter((line) => line.isContested)),
    total: totalOf(lines),
  };
}

/** Whether the contract prices vacancies and a rate for it is on file by the end of the month. */
function isPriced({ contract, rates, month }: Pick<VacancyInput, 'contract' | 'rates' | 'month'>): boolean {
  return vacancyClauseIn(contract, month) !== undefined && rateOn(rates, lastOfMonth(month)) !== undefined;
}

/** The days whose records bear on a month: its own, the night before, and the morning after its last night. */
export function evidenceRange(month: CivilMonth): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: addDays(firstOfMonth(month), -1), to: addDays(lastOfMonth(month), 1) };
}
