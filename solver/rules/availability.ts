import type { HardRule } from './roster-model.js';

/** Leave, employment dates and fixed days off: not a minute of presence on such a day, a night's morning included. */
export const availability: HardRule = {
  name: 'availability',
  forbids: ({ worker, calendarDays }) => worker.unavailable.some(({ day }) => calendarDays.includes(day)),
};
