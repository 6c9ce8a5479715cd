import { DateTime } from 'luxon';
import { addDays, civilDate, weekday, type CivilDate } from '../../shared/civil-date.js';
import type { LocalText } from '../../shared/text.js';

/**
 * The days of 300 % pay (holiday regulation, articles 2 and 6; Labour Law 44). Notices list whole blocks and never
 * say which of their days these are, so they are derived by rule: 13 a year since 2025, 11 before.
 */
export interface StatutoryDay {
  readonly date: CivilDate;
  readonly name: LocalText;
}

export const holidayNames: Readonly<Record<string, LocalText>> = {
  newYear: { zh: '元旦', en: 'New Year’s Day' },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  nationalDay: { zh: '国庆节', en: 'National Day' },
};

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** The civil date of a day of the lunar calendar within a Gregorian year; leap months are passed over. */
function lunarDay(
  year: number,
  lunar: { readonly month: number; readonly day: number; readonly notBefore: string },
): CivilDate {
  for (let date = civilDate(`${year}-${lunar.notBefore}`); ; date = addDays(date, 1)) {
    const parts = lunarFormat.formatToParts(DateTime.fromISO(date, { zone: 'utc' }).toJSDate());
    const text = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
    if (text('month') === String(lunar.month) && text('day') === String(lunar.day)) return date;
  }
}

/** Solar term 清明 in Beijing time; the usual century formula, exact for 2000–2099. */
function qingming(year: number): CivilDate {
  const short = year % 100;
  return civilDate(`${year}-04-${String(Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)).padStart(2, '0')}`);
}

const known = new Map<number, readonly StatutoryDay[]>();

/** The statutory holidays of a year in order; the same day is never listed twice. */
export function statutoryDays(year: number): readonly StatutoryDay[] {
  const days = known.get(year) ?? derive(year);
  known.set(year, days);
  return days;
}

function derive(year: number): StatutoryDay[] {
  // The decision of 2024-11-10 added New Year's Eve and 2 May from 2025 on.
  const isSince2025 = year >= 2025;
  const newYearsDay = lunarDay(year, { month: 1, day: 1, notBefore: '01-20' });
  const firstOfSpring = isSince2025 ? addDays(newYearsDay, -1) : newYearsDay;
  const runs: readonly [keyof typeof holidayNames, CivilDate, number][] = [
    ['newYear', civilDate(`${year}-01-01`), 1],
    ['springFestival', firstOfSpring, isSince2025 ? 4 : 3],
    ['qingming', qingming(year), 1],
    ['labourDay', civilDate(`${year}-05-01`), isSince2025 ? 2 : 1],
    ['dragonBoat', lunarDay(year, { month: 5, day: 5, notBefore: '05-20' }), 1],
    ['midAutumn', lunarDay(year, { month: 8, day: 15, notBefore: '09-05' }), 1],
    ['nationalDay', civilDate(`${year}-10-01`), 3],
  ];
  const days = new Map<CivilDate, StatutoryDay>();
  for (const [key, from, count] of runs) {
    const name = holidayNames[key] ?? { zh: key, en: key };
    for (let index = 0; index < count; index += 1) {
      const date = addDays(from, index);
      if (!days.has(date)) days.set(date, { date, name });
    }
  }
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/**
 * Days off of a year without a notice: the statutory days, and for each that falls on a weekend the next
 * working day after its run (holiday regulation, article 6). Bridge days and their exchange can't be foreseen.
 */
export function provisionalDaysOff(year: number): readonly StatutoryDay[] {
  const statutory = statutoryDays(year);
  const off = new Map<CivilDate, StatutoryDay>(statutory.map((day) => [day.date, day]));
  for (const day of statutory) {
    if (weekday(day.date) < 6) continue;
    let substitute = day.date;
    while (off.has(substitute) || weekday(substitute) >= 6) substitute = addDays(substitute, 1);
    off.set(substitute, { date: substitute, name: day.name });
  }
  return [...off.values()].sort((a, b) => a.date.localeCompare(b.date));
}
