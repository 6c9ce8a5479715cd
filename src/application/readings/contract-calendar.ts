import { serviceCalendar } from '../../domain/calendar/calendar.js';
import type { ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import { calendarUnder } from '../../domain/ledger/readings/calendar-reading.js';
import { choicesFrom } from '../../domain/ledger/readings/reading.js';
import { vacancyReadings } from '../../domain/ledger/readings/vacancy-reading.js';
import type { Repositories } from '../ports/index.js';

/** The days of a contract as notices, sites and the parties' readings make them: what is planned is what is counted. */
export async function contractCalendar(
  { calendars, readings }: Pick<Repositories, 'calendars' | 'readings'>,
  contract: string,
): Promise<ServiceCalendar> {
  const notices = await calendars.notices();
  const overrides = await calendars.overrides(contract);
  const choices = choicesFrom(await readings.list(contract));
  return calendarUnder(serviceCalendar({ notices, overrides }), vacancyReadings(choices));
}
