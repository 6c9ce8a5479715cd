import { eachDate, type CivilDate } from '../../shared/civil-date.js';
import { headcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import type { ServiceCalendar } from '../calendar/service-calendar.js';
import { postNames } from '../contract/coverage.js';
import type { ContractPostGroup, ServiceContract } from '../contract/service-contract.js';
import { countedRequirements, crewOn, postDemandOn, requirementsOn, seatDutiesOn, type Half } from './post-demand.js';
import type { VacancyReading } from './vacancy-reading.js';

/** What a vacant half, duty or Saturday of a post weighs (V6, V9). */
export function unitOf(half: Half, reading: Pick<VacancyReading, 'saturdayUnits'>): HeadcountDays {
  if (half !== 'saturday') return headcountDays(1, 2);
  return reading.saturdayUnits === 'half'
    ? headcountDays(1, 2)
    : headcountDays(reading.saturdayUnits === 'whole' ? 1 : 0);
}

/** What one group's posts are asked for over the whole term. */
export interface TermDemand {
  /** Divisor of each post's daily rate (V2). */
  readonly units: ReadonlyMap<string, HeadcountDays>;
  /** Days with a reduced crew, in order: their number is the turn of the opening plan. */
  readonly reducedCrewDays: readonly CivilDate[];
}

/**
 * Divisor of each post's daily rate (V2): its service units over the whole term, so that a post vacant all term
 * is reduced by exactly 100 % of its standard. Effective dates of the group are left aside: the standard is a
 * year's, also for a post that exists for part of it.
 */
export function termDemand(input: {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly group: ContractPostGroup;
  readonly reading: VacancyReading;
}): TermDemand {
  const group: ContractPostGroup = { ...input.group, from: undefined, to: undefined };
  const contract: ServiceContract = { ...input.contract, postGroups: [group] };
  // Halves are counted as whole numbers and weighed once: exact fractions are dear by the hundred thousand.
  const counts = new Map(
    postNames(group).map((post) => [post, { morning: 0, afternoon: 0, saturday: 0, day: 0, night: 0 }]),
  );
  const reducedCrewDays: CivilDate[] = [];
  for (const date of eachDate(input.term)) {
    const query = { contract, calendar: input.calendar, date, group };
    const requirements = requirementsOn(query);
    const duties = seatDutiesOn({ ...query, termEnd: input.term.to });
    const turn = reducedCrewDays.length;
    for (const { post, halves } of postDemandOn({ group, requirements, duties, namedPosts: [], turn: () => turn })) {
      const count = counts.get(post);
      if (count !== undefined) for (const { half } of halves) count[half] += 1;
    }
    const counted = countedRequirements(requirements);
    if (counted.length > 0 && crewOn(counted) < group.headcount) reducedCrewDays.push(date);
  }
  const units = [...counts].map(([post, { morning, afternoon, saturday, day, night }]): [string, HeadcountDays] => [
    post,
    headcountDays(morning + afternoon + day + night, 2).add(unitOf('saturday', input.reading).mul(saturday)),
  ]);
  return { units: new Map(units), reducedCrewDays };
}
