import type { CivilMonth } from '../../shared/civil-date.js';
import { decimalText } from '../../shared/headcount-days.js';
import type { StatisticsView } from './view-statistics.js';

/** A month's figures as plain JSON, in the order in which they are read. */
export function presentStatistics(month: CivilMonth, { days, hours, burdens }: StatisticsView) {
  return {
    month,
    days: days.map(({ vacantUnits, ...day }) => ({
      ...day,
      coverage:
        day.filledMinutes === null || day.requiredMinutes === 0 ? null : day.filledMinutes / day.requiredMinutes,
      vacantUnits: vacantUnits === null ? null : decimalText(vacantUnits),
    })),
    hours: hours.toSorted(
      (a, b) => b.plannedMinutes / b.maxMinutes - a.plannedMinutes / a.maxMinutes || (a.worker < b.worker ? -1 : 1),
    ),
    burdens: burdens
      .map((one) => ({ ...one, total: one.nights + one.weekends + one.holidays }))
      .sort(
        (a, b) => a.postGroup.localeCompare(b.postGroup, 'en') || b.total - a.total || (a.worker < b.worker ? -1 : 1),
      ),
  };
}
