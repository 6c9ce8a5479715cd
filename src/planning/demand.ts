import type { Demand } from '../../solver/index.js';
import { coverageOn, shiftMinutes, shiftsOn, type CoverageRequirement } from '../domain/contract/coverage.js';
import { addDays, eachDate, type CivilDate } from '../shared/civil-date.js';
import { minutesPerDay, type MinuteInterval } from '../shared/interval.js';
import type { Horizon } from './horizon.js';
import type { PlanningFacts } from './planning-facts.js';

/** Minutes of a service day, the unit of the price of a vacancy. */
const serviceDayMinutes = 480;

/**
 * What the contract's windows require on the planned days. A missing person costs the clause's price of a
 * headcount-day plus the stated priority, times the window's factor, in proportion to the minutes of 8 hours, to the fen.
 *
 * A duty belongs to the day on which it starts, and so do the hours that only it can fill: what the eve's night shift
 * has to cover on the first morning is the business of the roster before. Where that roster is known the hours are
 * required all the same, so that a seat which it left empty overnight shows as vacant to the end of the night.
 */
export function demandOf(facts: Pick<PlanningFacts, 'contract' | 'calendar' | 'known'>, horizon: Horizon): Demand[] {
  const { contract, calendar } = facts;
  const pricePerDay = contract.planning.vacancyPricePerDay + contract.planning.vacancyPriority;
  const isEveKnown = facts.known.days.has(addDays(horizon.from, -1));
  return eachDate(horizon).flatMap((date) =>
    coverageOn({ contract, calendar, date })
      .filter(
        (window) => window.required > 0 && (isEveKnown || date !== horizon.from || !belongsToEve(facts, date, window)),
      )
      .map(({ postGroup, start, end, required, priceFactor }) => ({
        group: postGroup,
        day: horizon.index(date),
        start,
        end,
        required,
        price: Math.round((pricePerDay * priceFactor * 100 * (end - start)) / serviceDayMinutes) / 100,
      })),
  );
}

/** Only a shift that started the day before reaches these hours. */
function belongsToEve(
  facts: Pick<PlanningFacts, 'contract' | 'calendar'>,
  date: CivilDate,
  window: CoverageRequirement,
): boolean {
  const reaches = (startDate: CivilDate, shifted: MinuteInterval): boolean =>
    shiftsOn({ ...facts, date: startDate, postGroup: window.postGroup }).some((shift) =>
      shiftMinutes(shift).segments.some((segment) => segment.start <= shifted.start && shifted.end <= segment.end),
    );
  const onEve = { start: window.start + minutesPerDay, end: window.end + minutesPerDay };
  return reaches(addDays(date, -1), onEve) && !reaches(date, window);
}
