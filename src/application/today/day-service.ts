import { coverageOn } from '../../domain/contract/coverage.js';
import { rosterInForce } from '../../domain/rostering/in-force.js';
import { eachDate, type CivilDate } from '../../shared/civil-date.js';
import type { DateRange, Repositories } from '../ports/index.js';
import { contractCalendar } from '../readings/contract-calendar.js';

/** `closed`: nothing is required and nobody is due; `unplanned`: something is, and no roster is published. */
export type DayService = 'open' | 'closed' | 'unplanned';

export function dayService(day: {
  readonly isRequired: boolean;
  readonly isPlanned: boolean;
  readonly isDue: boolean;
}): DayService {
  if (day.isRequired && !day.isPlanned) return 'unplanned';
  return day.isRequired || day.isDue ? 'open' : 'closed';
}

/** The days of a range by what there is to confirm on them; of a contract that isn't there, none. */
export async function readDayServices(
  { contracts, rosters, ...others }: Pick<Repositories, 'contracts' | 'rosters' | 'calendars' | 'readings'>,
  key: string,
  range: DateRange,
): Promise<{ readonly date: CivilDate; readonly service: DayService }[]> {
  const contract = await contracts.find(key);
  if (contract === undefined) return [];
  const calendar = await contractCalendar(others, key);
  const published = await rosters.published(key, range);
  return eachDate(range).map((date) => {
    const roster = rosterInForce(published, date);
    const service = dayService({
      isRequired: coverageOn({ contract, calendar, date }).length > 0,
      isPlanned: roster !== undefined,
      isDue: roster?.assignments.some((duty) => duty.date === date) === true,
    });
    return { date, service };
  });
}
