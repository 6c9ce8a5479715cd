import type { CivilDate, CivilMonth } from '../../../shared/civil-date.js';
import type { Presence } from '../../attendance/presence.js';
import type { ServiceCalendar } from '../../calendar/service-calendar.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import type { Assignment } from '../../rostering/roster.js';
import type { Leave, Worker } from '../../workforce/worker.js';
import type { InterpretationChoice } from '../readings/interpretation.js';
import type { ApprovedRate } from './vacancy-line.js';

/** What vacancies are made from, whatever the days. */
export interface VacancySources {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  /** The term in force, confirmed where the contract contradicts itself. */
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly workers: readonly Worker[];
  readonly leave: readonly Leave[];
  /** Records from the day before the days to the day after them, for the sake of night shifts. */
  readonly presence: readonly Presence[];
  /** Of published rosters, same days. */
  readonly assignments: readonly Assignment[];
  readonly rates: readonly ApprovedRate[];
  /** The readings that both parties agreed on. */
  readonly choices: readonly InterpretationChoice[];
}

export interface VacancyInput extends VacancySources {
  readonly month: CivilMonth;
}
