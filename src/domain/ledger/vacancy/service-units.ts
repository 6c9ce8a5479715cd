import { addDays, type CivilDate } from '../../../shared/civil-date.js';
import { headcountDays, type HeadcountDays } from '../../../shared/headcount-days.js';
import type { ServiceCalendar } from '../../calendar/service-calendar.js';
import type { ContractPostGroup } from '../../contract/service-contract.js';
import { windowHalves, type Half, type PostDemand } from './post-demand.js';
import type { VacancyReading } from '../readings/vacancy-reading.js';

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
 * belong to the vacancy around them: those after the day to its last half, those before the post's first day to its
 * first half.
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

/**
 * The weight of an open day of a post with the closed days that belong to it: those after it and, of the first open day
 * of the stretch, those before it. A stretch is part of the term in which nothing changes that the demand rests on.
 */
export function dayWeights(
  date: CivilDate,
  of: {
    readonly calendar: ServiceCalendar;
    readonly group: ContractPostGroup;
    readonly reading: Pick<VacancyReading, 'count'>;
    readonly stretch: { readonly from: CivilDate; readonly to: CivilDate };
    /** Whether the post has to be manned on a day of the stretch. */
    readonly isOpen: (date: CivilDate) => boolean;
  },
): DayWeights {
  const { stretch, isOpen } = of;
  let [closedBefore, closedAfter] = [0, 0];
  let before = addDays(date, -1);
  for (; stretch.from <= before && !isOpen(before); before = addDays(before, -1)) closedBefore += dayWeight(before, of);
  for (let after = addDays(date, 1); after <= stretch.to && !isOpen(after); after = addDays(after, 1))
    closedAfter += dayWeight(after, of);
  // An earlier open day has taken the closed days behind it.
  return { open: dayWeight(date, of), closedBefore: before < stretch.from ? closedBefore : 0, closedAfter };
}

/** What a post is asked for over some days, in whole numbers: exact fractions are dear by the hundred thousand. */
export interface AskedParts {
  /** Halves and duties of working days. */
  halves: number;
  saturdays: number;
  /** Of windows beside the core hours, where they count for themselves (V10). */
  windowMinutes: number;
}

/** Counts a day's parts of a post `days` times. */
export function addParts(to: AskedParts, { halves }: Pick<PostDemand, 'halves'>, days: number): void {
  for (const { half, minutes } of halves) {
    if (half in windowHalves) to.windowMinutes += minutes * days;
    else to[half === 'saturday' ? 'saturdays' : 'halves'] += days;
  }
}

/** The same parts weighed where service days count (V1, V6, V9, V10): what {@link halfUnits} gives them one by one. */
export function unitsOfParts(
  { halves, saturdays, windowMinutes }: AskedParts,
  reading: Pick<VacancyReading, 'saturdayUnits'>,
): HeadcountDays {
  return headcountDays(halves, 2)
    .add(saturday(reading).mul(saturdays))
    .add(headcountDays(windowMinutes, minutesOfUnit));
}
