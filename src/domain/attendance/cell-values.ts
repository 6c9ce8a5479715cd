import { addDays, civilDate, eachDate, parseCivilDate, type CivilDate } from '../../shared/civil-date.js';
import { minutesPerDay, parseClock } from '../../shared/interval.js';
import type { VacancyCause } from './presence.js';
import { cellText, type TableCell } from './table.js';

/** Day 0 of spreadsheet serial dates (the 1900 system, for any day after February 1900). */
const serialStart = civilDate('1899-12-30');

/**
 * A date as people write it: `2026-05-11`, `2026/5/11`, `2026年5月11日`, `20260511`, a spreadsheet's serial number, or
 * `5月11日` where the term holds exactly one such day. Undefined when it can't be told.
 */
export function readDateCell(
  cell: TableCell | undefined,
  term: { readonly from: CivilDate; readonly to: CivilDate },
): CivilDate | undefined {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 36526 && cell <= 73050)
    return addDays(serialStart, cell);
  const text = cellText(cell).replace(/\s+0{1,2}:00(?::00)?$/u, '');
  const full = fullDate(text);
  if (full !== undefined) return full;
  const withoutYear = /^(\d{1,2})月(\d{1,2})日$/u.exec(text);
  if (withoutYear === null) return undefined;
  const monthDay = `-${(withoutYear[1] ?? '').padStart(2, '0')}-${(withoutYear[2] ?? '').padStart(2, '0')}`;
  const candidates = eachDate(term).filter((date) => date.endsWith(monthDay));
  return candidates.length === 1 ? candidates[0] : undefined;
}

function fullDate(text: string): CivilDate | undefined {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  const [, year = '', month = '', day = ''] = full ?? [];
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * A time of day in minutes: `8:30`, `08:30`, `08:30:27` (seconds are cut), `0830`, `8：30`, a spreadsheet's fraction of a day.
 * `次日9:00` or `+1 9:00` lies on the next morning, as does the time of a clocking machine with the day after the row's;
 * with the row's own day it is that day's. Undefined when it is none.
 */
export function readTimeCell(cell: TableCell | undefined, date?: CivilDate): number | undefined {
  if (typeof cell === 'number' && cell > 0 && cell < 1) return wholeMinutes(cell * minutesPerDay);
  const text = cellText(cell);
  const next = /^(?:次日|\+1\s*)(.+)$/u.exec(text);
  const stamp = /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[\sT]+(\S+)$/u.exec(text);
  const minute = clock(next?.[1] ?? stamp?.[2] ?? text);
  const daysLater = stamp === null ? Number(next !== null) : daysAfter(date, stamp[1] ?? '');
  return minute === undefined || daysLater === undefined ? undefined : minute + daysLater * minutesPerDay;
}

/** 0 for the date itself, 1 for the next one. */
function daysAfter(date: CivilDate | undefined, text: string): 0 | 1 | undefined {
  const stamped = fullDate(text);
  if (date === undefined || stamped === undefined) return undefined;
  return stamped === date ? 0 : stamped === addDays(date, 1) ? 1 : undefined;
}

function clock(text: string): number | undefined {
  const compact = /^(\d{1,2})(\d{2})$/u.exec(text);
  const spelt = /^(\d{1,2})时(?:(\d{1,2})分)?$/u.exec(text);
  if (compact !== null) return parseClock(`${compact[1] ?? ''}:${compact[2] ?? ''}`);
  if (spelt !== null) return parseClock(`${spelt[1] ?? ''}:${(spelt[2] ?? '0').padStart(2, '0')}`);
  return parseClock(text.replace(/^(\d{1,2}:\d{2}):[0-5]\d(?:\.\d+)?$/u, '$1'));
}

/** Seconds of a clocking machine are cut; spreadsheets keep 8:30 as 0.354166…, so a second short is that minute. */
function wholeMinutes(minutes: number): number {
  return Math.floor(minutes + 1 / 60);
}

const statuses: Readonly<Record<'present' | 'absent', readonly string[]>> = {
  present: ['到岗', '出勤', '正常', '在岗', '顶岗', '迟到', '早退', 'present'],
  absent: ['缺勤', '缺岗', '空岗', '未到岗', '请假', '休假', 'absent'],
};

export function readStatusCell(cell: TableCell | undefined): 'present' | 'absent' | undefined {
  const text = cellText(cell).toLowerCase();
  return (['present', 'absent'] as const).find((status) => statuses[status].includes(text));
}

const causes: Readonly<Record<VacancyCause, readonly string[]>> = {
  personnelChange: ['人员变动', '离职', '人员退出', '退回', 'personnelchange', 'staff change'],
  recruiting: ['招聘', '招聘中', '待招聘', '待补充', 'recruiting'],
  transfer: ['调动', '借调', '调岗', 'transfer'],
  leave: ['请假', '年休假', '年假', '事假', '婚假', '丧假', '产假', '陪产假', '育儿假', '培训', 'leave'],
  sick: ['病假', 'sick'],
  noShow: ['旷工', '未到岗', 'noshow', 'no-show'],
  late: ['迟到', '早退', 'late'],
  unapproved: ['未审批', '未确认', '未培训', 'unapproved'],
  unstated: ['未说明', '其他', 'unstated', 'other'],
};

export function readCauseCell(cell: TableCell | undefined): VacancyCause | undefined {
  const text = cellText(cell).toLowerCase();
  return (Object.keys(causes) as VacancyCause[]).find((cause) => causes[cause].includes(text));
}
