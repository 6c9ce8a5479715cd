import { DateTime } from 'luxon';
import type { Clock } from '../../application/ports/index.js';
import { civilDate, zone } from '../../shared/civil-date.js';

/** The computer's clock. Today is always the day in Asia/Shanghai, whatever the machine's own time zone. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => civilDate(DateTime.now().setZone(zone).toFormat('yyyy-MM-dd')),
};
