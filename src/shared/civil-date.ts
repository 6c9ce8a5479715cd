import { DateTime } from 'luxon';
import { assert } from './assert.js';

/** A day on the wall calendar of Asia/Shanghai, `YYYY-MM-DD`. Sorts as text. Independent of any time zone. */
export type CivilDate = string & { readonly __kind: 'civilDate' };
/** A calendar month, `YYYY-MM`. */
export type CivilMonth = string & { readonly __kind: 'civilMonth' };

export const zone = 'Asia/Shanghai';

/** The date, or undefined when the text is no real day (`2026-02-30`). */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  // 30 February and a 13th month roll over into another day, which isn't written as it was.
  return fromDayNumber(dayNumber(text as CivilDate)) === text ? (text as CivilDate) : undefined;
}

/** For dates that are known to be right: literals and validated data. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  assert(date !== undefined, `${text} is a civil date`);
  return date;
}

export function parseCivilMonth(text: string): CivilMonth | undefined {
  return parseCivilDate(`${text}-01`) === undefined ? undefined : (text as CivilMonth);
}

export function civilMonth(text: string): CivilMonth {
  const month = parseCivilMonth(text);
  assert(month !== undefined, `${text} is a civil month`);
  return month;
}

function at(date: CivilDate): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}

/** Days since 1970-01-01. Plain arithmetic: plans and ledgers ask for dates by the hundred thousand. */
function dayNumber(date: CivilDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  // Years begin in March here, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    marchYear * 365 +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    dayOfYear -
    daysBefore1970
  );
}

/** From the 1st of March of the year 0 to 1970-01-01. */
const daysBefore1970 = 719_468;

/** Texts of the days that were asked for, by their number. */
const texts = new Map<number, CivilDate>();

function fromDayNumber(number: number): CivilDate {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * 86_400_000).toISOString().slice(0, 10) as CivilDate;
  // No contract spans more days; what is beyond comes from strange input and isn't kept.
  if (texts.size < 100_000) texts.set(number, text);
  return text;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from one date to the other; negative when `to` lies before. */
export function daysBetween(range: { readonly from: CivilDate; readonly to: CivilDate }): number {
  return dayNumber(range.to) - dayNumber(range.from);
}

/** Every day of an inclusive range; empty when reversed. */
export function eachDate(range: { readonly from: CivilDate; readonly to: CivilDate }): CivilDate[] {
  const count = daysBetween(range) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(range.from, index));
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: CivilDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The Monday of the date's week. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekday(date));
}

export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7) as CivilMonth;
}

export function firstOfMonth(month: CivilMonth): CivilDate {
  return civilDate(`${month}-01`);
}

export function lastOfMonth(month: CivilMonth): CivilDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  // Long and short months take turns, and begin anew with August.
  const days = number === 2 ? (isLeapYear ? 29 : 28) : 31 - (((number - 1) % 7) % 2);
  return civilDate(`${month}-${String(days)}`);
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** Completed years of life on a day (Civil Code 1259 counts ages in full years). */
export function completedYears(span: { readonly from: CivilDate; readonly on: CivilDate }): number {
  return Math.floor(at(span.on).diff(at(span.from), 'years').years);
}

/** The day on which an age is reached. Born on 29 February: 1 March of other years. */
export function birthday(bornOn: CivilDate, years: number): CivilDate {
  const year = yearOf(bornOn) + years;
  return parseCivilDate(`${year}${bornOn.slice(4)}`) ?? civilDate(`${year}-03-01`);
}
