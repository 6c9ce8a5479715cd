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

export const holidayNames = {
  newYear: { zh: '元旦', en: 'New Year’s Day' },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  nationalDay: { zh: '国庆节', en: 'National Day' },
} satisfies Readonly<Record<string, LocalText>>;

/**
 * First day of the lunar year, Dragon Boat (5th of the 5th month) and Mid-Autumn (15th of the 8th) in Beijing time.
 * A table and not the runtime's lunar calendar: that puts New Year 2027 on 7 February, since the new moon
 * falls four minutes before midnight of the 6th.
 */
const lunarDays: Readonly<Record<number, readonly [newYear: string, dragonBoat: string, midAutumn: string]>> = {
  2020: ['01-25', '06-25', '10-01'],
  2021: ['02-12', '06-14', '09-21'],
  2022: ['02-01', '06-03', '09-10'],
  2023: ['01-22', '06-22', '09-29'],
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
};

/** Solar term 清明 in Beijing time; the usual century formula, exact for 2000–2099. */
function qingming(year: number): CivilDate {
  const short = year % 100;
  return civilDate(`${year}-04-${String(Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)).padStart(2, '0')}`);
}

const known = new Map<number, readonly StatutoryDay[]>();

/**
 * The statutory holidays of a year in order; the same day is never listed twice. Beyond the lunar table (2020–2035)
 * only those of the solar calendar: such years have no notice either and stay provisional.
 */
export function statutoryDays(year: number): readonly StatutoryDay[] {
  const days = known.get(year) ?? derive(year);
  known.set(year, days);
  return days;
}

function derive(year: number): StatutoryDay[] {
  // The decision of 2024-11-10 added New Year's Eve and 2 May from 2025 on.
  const isSince2025 = year >= 2025;
  const lunar = lunarDays[year]?.map((day) => civilDate(`${year}-${day}`));
  const [newYearsDay, dragonBoat, midAutumn] = lunar ?? [];
  const firstOfSpring = newYearsDay !== undefined && isSince2025 ? addDays(newYearsDay, -1) : newYearsDay;
  const runs: readonly [LocalText, CivilDate | undefined, number][] = [
    [holidayNames.newYear, civilDate(`${year}-01-01`), 1],
    [holidayNames.springFestival, firstOfSpring, isSince2025 ? 4 : 3],
    [holidayNames.qingming, qingming(year), 1],
    [holidayNames.labourDay, civilDate(`${year}-05-01`), isSince2025 ? 2 : 1],
    [holidayNames.dragonBoat, dragonBoat, 1],
    [holidayNames.midAutumn, midAutumn, 1],
    [holidayNames.nationalDay, civilDate(`${year}-10-01`), 3],
  ];
  const days = new Map<CivilDate, StatutoryDay>();
  for (const [name, from, count] of runs) {
    for (let index = 0; from !== undefined && index < count; index += 1) {
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
