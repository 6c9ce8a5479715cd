import type { Demand } from '../../solver/index.js';
import { coverageOn } from '../domain/contract/coverage.js';
import { eachDate } from '../shared/civil-date.js';
import type { Horizon } from './horizon.js';
import type { PlanningFacts } from './planning-facts.js';

/** Minutes of a service day, the unit of the price of a vacancy. */
const serviceDayMinutes = 480;

/**
 * What the contract's windows require on the planned days. A missing person costs the clause's price of a
 * headcount-day plus the stated priority, times the window's factor, in proportion to the minutes of 8 hours, to the fen.
 */
export function demandOf(facts: Pick<PlanningFacts, 'contract' | 'calendar'>, horizon: Horizon): Demand[] {
  const { contract, calendar } = facts;
  const pricePerDay = contract.planning.vacancyPricePerDay + contract.planning.vacancyPriority;
  return eachDate(horizon).flatMap((date) =>
    coverageOn({ contract, calendar, date })
      .filter(({ required }) => required > 0)
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
