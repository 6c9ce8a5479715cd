import type { ServiceCalendar } from '../../src/domain/calendar/service-calendar.js';
import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { Team } from '../../src/domain/workforce/worker.js';
import { eachDate, firstOfMonth, lastOfMonth, type CivilMonth } from '../../src/shared/civil-date.js';
import { attendanceOn } from './attendance-days.js';
import type { AttendanceLine } from './attendance-line.js';
import type { SeededRandom } from './seeded-random.js';

const headings = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态', '原因', '顶岗对象', '备注'] as const;

interface Sources {
  readonly contract: ServiceContract;
  readonly team: Team;
  readonly calendar: ServiceCalendar;
  readonly random: SeededRandom;
}

/** What happened in a month at every post that had to be open, on its days within the term. */
export function attendanceOfMonth(month: CivilMonth, sources: Sources): AttendanceLine[] {
  const { term } = sources.contract;
  return eachDate({ from: firstOfMonth(month), to: lastOfMonth(month) })
    .filter((date) => term.from <= date && date <= term.to)
    .flatMap((date) => attendanceOn(date, sources));
}

/** As the time clock exports it: spreadsheets recognise UTF-8 by its mark and expect CRLF. */
export function attendanceFile(lines: readonly AttendanceLine[]): string {
  const rows = [headings, ...lines.map((line) => headings.map((heading) => line[heading]))];
  return `\uFEFF${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
