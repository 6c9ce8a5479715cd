import { lastDayOf } from '../../domain/calendar/deadline.js';
import { chosenOption, interpretationRegister } from '../../domain/ledger/readings/interpretation.js';
import { choicesFrom } from '../../domain/ledger/readings/reading.js';
import type { CivilDate } from '../../shared/civil-date.js';
import type { Repositories } from '../ports/index.js';
import { contractCalendar } from './contract-calendar.js';

/** The last day of an answer due within some days from a day on, as the parties read such periods then (M15). */
export async function answerBy(
  repositories: Pick<Repositories, 'calendars' | 'readings'>,
  { contract, from, days }: { readonly contract: string; readonly from: CivilDate; readonly days: number },
): Promise<CivilDate> {
  const choices = choicesFrom(await repositories.readings.list(contract));
  const endsOnWorkingDay = chosenOption(interpretationRegister(choices, from), 'M15') === 'next-working-day';
  return lastDayOf({ from, days }, await contractCalendar(repositories, contract), { endsOnWorkingDay });
}
