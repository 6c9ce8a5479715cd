import type { CivilDate } from '../../../shared/civil-date.js';
import type { LocalText } from '../../../shared/text.js';
import type { VacancyMonth } from './vacancy-line.js';

/**
 * What a month can't tell for want of attendance; null when every service day has some. Without it a month that nobody
 * imported would look like a month without vacancies.
 */
export function attendanceGap(month: Pick<VacancyMonth, 'serviceDays' | 'daysWithoutAttendance'>): LocalText | null {
  const { serviceDays, daysWithoutAttendance: missing } = month;
  if (missing.length === 0) return null;
  if (missing.length === serviceDays)
    return {
      zh: `本月 ${serviceDays} 个服务日均无考勤：有无空岗不得而知，不能视为无空岗。请先导入考勤。`,
      en: `None of the month's ${serviceDays} service days has attendance: whether posts were vacant is unknown, not “none”. Import the attendance first.`,
    };
  return {
    zh: `本月 ${serviceDays} 个服务日中有 ${missing.length} 天没有考勤，未作任何推断，不能视为无空岗：${daysText(missing, '、')}。`,
    en: `${missing.length} of the month's ${serviceDays} service days have no attendance; nothing is inferred for them: ${daysText(missing, ', ')}.`,
  };
}

/** `05-06、05-07`: the month is known. */
function daysText(dates: readonly CivilDate[], separator: string): string {
  return dates.map((date) => date.slice(5)).join(separator);
}
