import { addDays, eachDate, type CivilDate } from '../../shared/civil-date.js';
import { headcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import type { ServiceCalendar } from '../calendar/service-calendar.js';
import { postNames } from '../contract/coverage.js';
import type { ContractPostGroup, ServiceContract } from '../contract/service-contract.js';
import {
  countedRequirements,
  crewOn,
  requirementsOn,
  seatDutiesOn,
  windowHalves,
  type Half,
  type PostDemand,
  type WindowRequirement,
} from './post-demand.js';
import type { VacancyReading } from './vacancy-reading.js';
import { dayDemandOn } from './window-demand.js';

/** A half, duty or window and how long it is. */
interface PartOfDay {
  readonly half: Half;
  readonly minutes: number;
}

/** A day of eight hours: windows beside the core hours weigh by it where they count for themselves (V10). */
const minutesOfUnit = 480;

/**
 * What each half, duty or Saturday of a post weighs on a day (V1, V6, V9). Where service days count, halves and duties
 * weigh 1/2 each. Where other days count, the halves share the day's weight, and days on which the post is closed
 * belong to the vacancy around them: those after the day to its last half, those before the post's first day of the
 * term to its first half.
 */
export function halfUnits(
  halves: readonly PartOfDay[],
  reading: Pick<VacancyReading, 'count' | 'saturdayUnits'>,
  weights: () => DayWeights,
): HeadcountDays[] {
  if (reading.count === 'service-day')
    return halves.map(({ half, minutes }) => {
      if (half in windowHalves) return headcountDays(minutes, minutesOfUnit);
      return half === 'saturday' ? saturday(reading) : halfDay;
    });
  const { open, closedBefore, closedAfter } = weights();
  return halves.map((_, index) =>
    headcountDays(open, halves.length)
      .add(index === 0 ? closedBefore : 0)
      .add(index === halves.length - 1 ? closedAfter : 0),
  );
}

function saturday({ saturdayUnits }: Pick<VacancyReading, 'saturdayUnits'>): HeadcountDays {
  return saturdayUnits === 'half' ? halfDay : headcountDays(saturdayUnits === 'whole' ? 1 : 0);
}

const halfDay = headcountDays(1, 2);

/** What a day and the closed days beside it count, in whole days. */
export interface DayWeights {
  readonly open: number;
  readonly closedBefore: number;
  readonly closedAfter: number;
}

/** Whether a day counts at all under a count basis other than the service day (V1), on the site of a group. */
export function dayWeight(
  date: CivilDate,
  of: {
    readonly calendar: ServiceCalendar;
    readonly group: Pick<ContractPostGroup, 'site'>;
    readonly reading: Pick<VacancyReading, 'count'>;
  },
): 0 | 1 {
  if (of.reading.count === 'calendar-day') return 1;
  const { kind, isStatutoryHoliday } = of.calendar.day(date, of.group.site);
  return kind === 'working' || (of.reading.count === 'paid-day' && isStatutoryHoliday) ? 1 : 0;
}

/** The weight of an open day of a post with the closed days that belong to it. */
export function dayWeights(
  date: CivilDate,
  of: {
    readonly calendar: ServiceCalendar;
    readonly group: ContractPostGroup;
    readonly reading: Pick<VacancyReading, 'count'>;
    readonly term: { readonly from: CivilDate; readonly to: CivilDate };
    /** Whether the post has to be manned on a day of the term. */
    readonly isOpen: (date: CivilDate) => boolean;
  },
): DayWeights {
  const { group, term, isOpen } = of;
  const first = group.from === undefined || group.from < term.from ? term.from : group.from;
  const last = group.to === undefined || term.to < group.to ? term.to : group.to;
  let [closedBefore, closedAfter] = [0, 0];
  let before = addDays(date, -1);
  for (; first <= before && !isOpen(before); before = addDays(before, -1)) closedBefore += dayWeight(before, of);
  for (let after = addDays(date, 1); after <= last && !isOpen(after); after = addDays(after, 1))
    closedAfter += dayWeight(after, of);
  // An earlier open day has taken the closed days behind it.
  return { open: dayWeight(date, of), closedBefore: before < first ? closedBefore : 0, closedAfter };
}

/** What one group's posts are asked for over the whole term. */
export interface TermDemand {
  /** Divisor of each post's daily rate (V2). */
  readonly units: ReadonlyMap<string, HeadcountDays>;
  /** Days with a reduced crew, in order: their number is the turn of the opening plan. */
  readonly reducedCrewDays: readonly CivilDate[];
  /** The same of days with windows beside the core hours, where these count for themselves (V10). */
  readonly windowDays: readonly CivilDate[];
}

interface TermQuery {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly group: ContractPostGroup;
  readonly reading: Pick<VacancyReading, 'count' | 'saturdayUnits' | 'areWindowsSeparate' | 'areBothInHandover'>;
}

/**
 * Divisor of each post's daily rate (V2): what counts over the whole term under the count basis (V1), so that a post
 * vacant all term is reduced by exactly 100 % of its standard. Effective dates of the group are left aside: the
 * standard is a year's, also for a post that exists for part of it.
 */
export function termDemand(input: TermQuery): TermDemand {
  const group: ContractPostGroup = { ...input.group, from: undefined, to: undefined };
  const contract: ServiceContract = { ...input.contract, postGroups: [group] };
  const { units, ...days } = serviceUnits({ ...input, contract, group });
  if (input.reading.count === 'service-day') return { units, ...days };
  const counted = eachDate(input.term).reduce((sum, date) => sum + dayWeight(date, input), 0);
  return { units: new Map(postNames(group).map((post) => [post, headcountDays(counted)])), ...days };
}

function serviceUnits({ contract, group, ...input }: TermQuery): TermDemand {
  // Halves are counted as whole numbers and weighed once: exact fractions are dear by the hundred thousand.
  const counts = new Map(postNames(group).map((post) => [post, { halves: 0, saturdays: 0, windowMinutes: 0 }]));
  const reducedCrewDays: CivilDate[] = [];
  const windowDays: CivilDate[] = [];
  const count = (demand: readonly PostDemand[], days = 1) => {
    for (const { post, halves } of demand) {
      const ofPost = counts.get(post);
      if (ofPost === undefined) continue;
      for (const { half, minutes } of halves) {
        if (half in windowHalves) ofPost.windowMinutes += minutes * days;
        else ofPost[half === 'saturday' ? 'saturdays' : 'halves'] += days;
      }
    }
  };
  // Days on which every post opens alike: reckoned once, counted as often as they come.
  const wholeCrewDays = new Map<
    readonly WindowRequirement[],
    { readonly demand: readonly PostDemand[]; days: number }
  >();
  for (const date of eachDate(input.term)) {
    const query = { contract, calendar: input.calendar, date, group };
    const requirements = requirementsOn(query);
    const alike = wholeCrewDays.get(requirements);
    if (alike !== undefined) {
      alike.days += 1;
      continue;
    }
    const counted = countedRequirements(requirements);
    const hasWindows = input.reading.areWindowsSeparate && requirements.some(({ kind }) => kind in windowHalves);
    if (counted.length === 0 && !hasWindows) continue;
    const isWhole = crewOn(counted) >= group.headcount;
    const duties = seatDutiesOn({ ...query, termEnd: input.term.to, reading: input.reading });
    const turn = reducedCrewDays.length;
    const windowTurn = windowDays.length;
    const windowPlan = hasWindows ? { evident: () => [], turn: () => windowTurn } : undefined;
    const demand = dayDemandOn({ group, requirements, duties, namedPosts: () => [], turn: () => turn, windowPlan });
    // A seat's night hangs on the day after it.
    if (hasWindows) windowDays.push(date);
    if (isWhole && !hasWindows && counted.every(({ kind }) => kind !== 'seat'))
      wholeCrewDays.set(requirements, { demand, days: 1 });
    else count(demand);
    if (!isWhole) reducedCrewDays.push(date);
  }
  for (const { demand, days } of wholeCrewDays.values()) count(demand, days);
  const units = [...counts].map(([post, { halves, saturdays, windowMinutes }]) => {
    const core = headcountDays(halves, 2).add(saturday(input.reading).mul(saturdays));
    return [post, core.add(headcountDays(windowMinutes, minutesOfUnit))] as const;
  });
  return { units: new Map(units), reducedCrewDays, windowDays };
}
