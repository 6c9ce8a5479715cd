import { InvalidArgumentError } from 'commander';
import { parseClock } from '../../shared/interval.js';
import { parseCivilDate, parseCivilMonth, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';

/** Option readers: a wrong spelling is wrong use (exit code 2). */

export function readDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new InvalidArgumentError('请写 YYYY-MM-DD。 Write a real day as YYYY-MM-DD.');
  return date;
}

export function readMonth(text: string): CivilMonth {
  const month = parseCivilMonth(text);
  if (month === undefined) throw new InvalidArgumentError('请写 YYYY-MM。 Write a month as YYYY-MM.');
  return month;
}

/** `2026-05-12T07:40`, local time. */
export function readLocalTime(text: string): string {
  const [date = '', clock = ''] = text.split('T');
  if (parseCivilDate(date) === undefined || parseClock(clock) === undefined)
    throw new InvalidArgumentError('请写 YYYY-MM-DDTHH:MM。 Write a time as YYYY-MM-DDTHH:MM.');
  return text;
}

/** A whole number within inclusive limits. */
export function readWhole(limits: { readonly min: number; readonly max: number }): (text: string) => number {
  return (text) => {
    const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
    if (!(value >= limits.min && value <= limits.max)) {
      throw new InvalidArgumentError(
        `请写 ${limits.min} 到 ${limits.max} 的整数。 Write a whole number from ${limits.min} to ${limits.max}.`,
      );
    }
    return value;
  };
}
