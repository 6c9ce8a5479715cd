import { decimalText } from '../../shared/headcount-days.js';
import type { AbsencePrice, PricedDay } from './price-absence.js';

/** A price as plain JSON. */
export function presentPrice({ days, unplanned, units, amountFen, indicativeFen, clause }: AbsencePrice) {
  const priced = days.map(presentDay);
  return {
    days: priced,
    unplanned,
    units: decimalText(units),
    amountFen,
    indicativeFen,
    clause,
    isCoveredForNothing: priced.every((day) => day.units === '0' || day.standIns.some(({ isFree }) => isFree)),
  };
}

function presentDay({ duty, units, amountFen, lines, stand }: PricedDay) {
  const { date, shift, postGroup, post } = duty;
  return {
    ...{ date, shift, postGroup, post, amountFen },
    units: decimalText(units),
    vacant: lines.map((line) => ({
      postGroup: line.postGroup,
      post: line.post,
      units: decimalText(line.units),
      amountFen: line.amountFen,
      isContested: line.isContested,
    })),
    standIns: stand.flatMap(({ worker, kind, cost }) =>
      cost === null ? [] : [{ worker, kind, costDifference: cost.costDifference, isFree: cost.costDifference < 0.005 }],
    ),
  };
}
