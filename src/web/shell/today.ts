import type { CivilDate } from '../../shared/civil-date.js';

/** Today on the wall calendar of Asia/Shanghai, wherever the browser stands: the one place in the pages that reads a clock. */
export function today(): CivilDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()) as CivilDate;
}
