import { addDays, type CivilDate } from '../../../shared/civil-date.js';
import type { ServiceCalendar } from '../../calendar/service-calendar.js';
import { isInForce } from '../../contract/in-force.js';
import { windowsServing } from '../../contract/coverage.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import { calendarUnder } from '../readings/calendar-reading.js';
import type { VacancyReading } from '../readings/vacancy-reading.js';

/** Part of the term in which nothing changes that the demand of one post group rests on. */
export interface DemandStretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** How its days are counted. */
  readonly reading: VacancyReading;
  /** The contract with the windows of these days alone, and without their dates: what holds is taken to go on holding. */
  readonly contract: ServiceContract;
  /** The calendar as it is read in these days. */
  readonly calendar: ServiceCalendar;
}

interface Facts {
  readonly contract: ServiceContract;
  /** As the State Council and the sites have it, before any reading. */
  readonly calendar: ServiceCalendar;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly readingOn: (date: CivilDate) => VacancyReading;
  /** First days of readings. */
  readonly readingStarts: readonly CivilDate[];
}

/** The stretches of a group in order, from the first day of the term to its last. */
export function demandStretches(group: string, facts: Facts): DemandStretch[] {
  const { contract, calendar, term, readingOn } = facts;
  const windows = windowsServing(contract, group);
  const versions = contract.postGroups.filter(({ key }) => key === group);
  const changes = [...versions, ...windows].flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [addDays(to, 1)]),
  ]);
  const readings = facts.readingStarts.filter(
    (day) => demandReading(readingOn(day)) !== demandReading(readingOn(addDays(day, -1))),
  );
  const starts = [...new Set([...changes, ...readings])].filter((day) => term.from < day && day <= term.to).sort();
  return [term.from, ...starts].map((from, index) => {
    const next = starts[index];
    const reading = readingOn(from);
    return {
      from,
      to: next === undefined ? term.to : addDays(next, -1),
      reading,
      contract: {
        ...contract,
        windows: windows
          .filter((window) => isInForce(window, from))
          .map((window) => ({ ...window, from: undefined, to: undefined })),
      },
      calendar: calendarUnder(calendar, () => reading),
    };
  });
}

/** What of a reading bears on what a post is asked for and how much it counts; another one changes nothing here. */
function demandReading(reading: VacancyReading): string {
  const { count, saturdayUnits, areWindowsSeparate, areBothInHandover } = reading;
  const { areAdjustedDaysWeekends, areOnlyStatutoryDaysClosed } = reading;
  return JSON.stringify([
    ...[count, saturdayUnits, areWindowsSeparate, areBothInHandover],
    ...[areAdjustedDaysWeekends, areOnlyStatutoryDaysClosed],
  ]);
}
