import type { CivilDate } from '../../../shared/civil-date.js';
import type { ServiceCalendar } from '../../calendar/service-calendar.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import { calendarUnder } from '../readings/calendar-reading.js';
import { groupTerm, type GroupTerm } from './group-term.js';
import { vacancyReadings, type VacancyReading } from '../readings/vacancy-reading.js';
import type { VacancySources } from './vacancy-sources.js';

/** What a term asks for, whoever was there: readings are told apart by identity, so they go with their demand. */
export interface TermDemand {
  readonly readingOn: (date: CivilDate) => VacancyReading;
  /** The calendar as the parties read it. */
  readonly calendar: ServiceCalendar;
  /** What a group is asked for over the term, by its key, worked out when first needed. */
  readonly termOf: (group: string) => GroupTerm;
}

/** All that the demand of a term rests on. */
export type TermBasis = Pick<VacancySources, 'contract' | 'calendar' | 'term' | 'choices'>;

const known = new WeakMap<ServiceContract, { readonly basis: TermBasis; readonly demand: TermDemand }>();

/** Worked out once for one basis: a month is ruled when it is posted, closed and printed, and a forecast rules a thousand. */
export function termDemand({ contract, calendar, term, choices }: TermBasis): TermDemand {
  const found = known.get(contract);
  if (found?.basis.calendar === calendar && found.basis.term === term && found.basis.choices === choices)
    return found.demand;
  const basis = { contract, calendar, term, choices };
  const demand = demandOf(basis);
  known.set(contract, { basis, demand });
  return demand;
}

function demandOf({ contract, calendar, term, choices }: TermBasis): TermDemand {
  const readingOn = vacancyReadings(choices);
  const readingStarts = [...new Set(choices.map(({ from }) => from))];
  const groups = new Map<string, GroupTerm>();
  return {
    readingOn,
    calendar: calendarUnder(calendar, readingOn),
    termOf(group) {
      const found = groups.get(group) ?? groupTerm(group, { contract, calendar, term, readingOn, readingStarts });
      groups.set(group, found);
      return found;
    },
  };
}
