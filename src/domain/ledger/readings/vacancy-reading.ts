import type { CivilDate } from '../../../shared/civil-date.js';
import { roundingOf, type Rounding } from '../rounding.js';
import { chosenOption, interpretationRegister, registerVersion, type InterpretationChoice } from './interpretation.js';

/** The settings that the vacancy engine reads from the register. */
export interface VacancyReading {
  /** The register's version on the day: each line names it. */
  readonly version: number;
  /** V1 and V2: which days count, and therefore what the annual standard is divided by. */
  readonly count: 'service-day' | 'calendar-day' | 'paid-day' | 'working-day';
  readonly isImpactRequired: boolean;
  /** V5: causes beside the literal ones that leave a line undisputed. */
  readonly undisputedCauses: 'literal' | 'any-uncovered' | 'all';
  readonly partialDay: 'half-day' | 'full-day' | 'minutes' | 'any-gap';
  readonly latenessMinutes: number;
  readonly backup: 'if-qualified' | 'anyone-present' | 'never';
  readonly saturdayUnits: 'half' | 'none' | 'whole';
  /** V10: early, midday and late windows make units of their own; only where service days count (V1). */
  readonly areWindowsSeparate: boolean;
  /** V11: in a handover both duties have to be there. */
  readonly areBothInHandover: boolean;
  /** V12: a second person at a post may stand for an empty one of the same group. */
  readonly isSurplusFilling: boolean;
  readonly isUnapprovedFilling: boolean;
  /** V14: a vacancy counts from the day of the client's written notice on. */
  readonly isNoticeRequired: boolean;
  /** V17: an adjusted working day is an ordinary weekend day. */
  readonly areAdjustedDaysWeekends: boolean;
  /** V18: of a holiday block only the statutory days are holidays. */
  readonly areOnlyStatutoryDaysClosed: boolean;
  /** V22. */
  readonly rounding: Rounding;
}

/** The reading of each day; days of one version share one object. */
export function vacancyReadings(choices: readonly InterpretationChoice[]): (date: CivilDate) => VacancyReading {
  const known = new Map<string, VacancyReading>();
  const starts = [...new Set(choices.map(({ from }) => from))].sort();
  return (date) => {
    // What holds on a day depends on nothing but the agreements that have begun by then.
    const since = starts.findLast((start) => start <= date) ?? '';
    const reading = known.get(since) ?? vacancyReading(choices, date);
    known.set(since, reading);
    return reading;
  };
}

export function vacancyReading(choices: readonly InterpretationChoice[], date: CivilDate): VacancyReading {
  const register = interpretationRegister(choices, date);
  const chosen = (key: `V${number}`) => chosenOption(register, key);
  return {
    version: registerVersion(choices, date),
    count: chosen('V1') as VacancyReading['count'],
    isImpactRequired: chosen('V4') === 'required',
    undisputedCauses: chosen('V5') as VacancyReading['undisputedCauses'],
    partialDay: chosen('V6') as VacancyReading['partialDay'],
    latenessMinutes: Number(chosen('V7')),
    backup: chosen('V8') as VacancyReading['backup'],
    saturdayUnits: chosen('V9') as VacancyReading['saturdayUnits'],
    areWindowsSeparate: chosen('V10') === 'separate-units' && chosen('V1') === 'service-day',
    areBothInHandover: chosen('V11') === 'both',
    isSurplusFilling: chosen('V12') === 'within-group',
    isUnapprovedFilling: chosen('V13') === 'filled',
    isNoticeRequired: chosen('V14') === 'notice',
    areAdjustedDaysWeekends: chosen('V17') === 'weekend',
    areOnlyStatutoryDaysClosed: chosen('V18') === 'statutory-days',
    rounding: roundingOf(chosen('V22')),
  };
}
