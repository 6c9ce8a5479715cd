import { weekday, yearOf, type CivilDate } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import type { LocalText } from '../../shared/text.js';
import type { CalendarDay, DayKind, HolidayNotice, ServiceCalendar, SiteOverride } from './service-calendar.js';
import { holidayNames, provisionalDaysOff, statutoryDays } from './statutory-days.js';

/**
 * Days as the State Council's notices make them, with the sites' own exceptions on top. A year without a notice
 * has its statutory days and their substitutes only and is marked provisional, never taken for an ordinary year.
 */
export function serviceCalendar(sources: {
  readonly notices: readonly HolidayNotice[];
  readonly overrides: readonly SiteOverride[];
}): ServiceCalendar {
  const noticeYears = new Set(sources.notices.map((notice) => notice.year));
  const listed = new Map<CivilDate, { readonly name: string; readonly isOffDay: boolean }>();
  // A notice may reach into the December before its year; the later notice then has the last word.
  for (const notice of [...sources.notices].sort((a, b) => a.year - b.year)) {
    for (const day of notice.days) listed.set(day.date, day);
  }
  const overrides = new Map(
    [...groupBy(sources.overrides, ({ site }) => site)].map(([site, ofSite]) => [
      site,
      new Map(ofSite.map((override) => [override.date, override])),
    ]),
  );
  const national = new Map<CivilDate, CalendarDay>();

  function nationalDay(date: CivilDate): CalendarDay {
    const known = national.get(date);
    if (known !== undefined) return known;
    const isProvisional = !noticeYears.has(yearOf(date));
    const entry = listed.get(date) ?? (isProvisional ? provisionalEntry(date) : undefined);
    const isAdjustedWorkday = entry?.isOffDay === false;
    const day: CalendarDay = {
      date,
      kind: entry?.isOffDay === true ? 'holidayBlock' : isAdjustedWorkday ? 'working' : ordinaryKind(date),
      isAdjustedWorkday,
      isStatutoryHoliday: statutoryDays(yearOf(date)).some((statutory) => statutory.date === date),
      isProvisional,
      ...(entry === undefined ? {} : { holidayName: bilingual(entry.name) }),
    };
    national.set(date, day);
    return day;
  }

  return {
    day(date, site) {
      const day = nationalDay(date);
      const override = site === undefined ? undefined : overrides.get(site)?.get(date);
      if (override === undefined) return day;
      return { ...day, kind: override.kind, override: { site: override.site, document: override.document } };
    },
  };
}

function provisionalEntry(date: CivilDate): { readonly name: string; readonly isOffDay: boolean } | undefined {
  const off = provisionalDaysOff(yearOf(date)).find((day) => day.date === date);
  return off === undefined ? undefined : { name: off.name.zh, isOffDay: true };
}

function ordinaryKind(date: CivilDate): DayKind {
  const day = weekday(date);
  if (day === 6) return 'saturday';
  return day === 7 ? 'rest' : 'working';
}

/** Notices name holidays in Chinese, some without 节, and join two that fall together by 、. */
function bilingual(name: string): LocalText {
  const found = Object.values(holidayNames).filter((text) => name.includes(text.zh.replace(/节$/u, '')));
  return { zh: name, en: found.length === 0 ? name : found.map((text) => text.en).join(', ') };
}
