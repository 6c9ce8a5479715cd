import { addDays, daysBetween, zone, type CivilDate } from '../shared/civil-date.js';
import { clockText, minutesPerDay } from '../shared/interval.js';
import { DateTime } from 'luxon';

/** A minute counted from 00:00 of a day as local time of Asia/Shanghai: `2026-05-12T09:00+08:00` for minute 1980 of 11 May. */
export function localTime(date: CivilDate, minute: number): string {
  const day = addDays(date, Math.floor(minute / minutesPerDay));
  return DateTime.fromISO(`${day}T${clockText(minute)}`, { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
}

/** A UTC instant as local time of Asia/Shanghai: `2026-05-12T07:40+08:00`. */
export function localTimeOf(instant: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
}

/** Minutes from 00:00 of `date` to a local time; negative before it. Counts wall-clock days, which have 1440 minutes there since 1992. */
export function minutesFrom(date: CivilDate, localTimeText: string): number {
  const day = localTimeText.slice(0, 10) as CivilDate;
  const [hours = 0, minutes = 0] = localTimeText.slice(11, 16).split(':').map(Number);
  return daysBetween({ from: date, to: day }) * minutesPerDay + hours * 60 + minutes;
}
