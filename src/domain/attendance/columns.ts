import type { LocalText } from '../../shared/text.js';
import { cellText, type Table } from './table.js';

export const columnKeys = [
  'date',
  'worker',
  'postGroup',
  'post',
  'arrived',
  'left',
  'status',
  'cause',
  'coverFor',
  'note',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** Headings under which a column is known; the first is the sample's own. Compared without case and spaces. */
const headings: Readonly<Record<ColumnKey, readonly string[]>> = {
  date: ['日期', '考勤日期', '服务日期', 'date', 'day'],
  worker: ['工号', '人员编号', '员工编号', '人员代码', 'worker', 'workercode', 'code'],
  postGroup: ['岗位组', '班组', '岗位组别', 'postgroup', 'group'],
  post: ['岗位', '岗位点位', '点位', '窗口', 'post', 'counter'],
  arrived: ['到岗', '到岗时间', '签到', '上班时间', 'arrived', 'in', 'from', 'arrival'],
  left: ['离岗', '离岗时间', '签退', '下班时间', 'left', 'out', 'to', 'departure'],
  status: ['状态', '考勤状态', 'status'],
  cause: ['原因', '缺勤原因', '事由', 'cause', 'reason'],
  coverFor: ['顶岗对象', '顶岗', '替岗对象', 'coverfor', 'cover'],
  note: ['备注', '说明', 'note', 'remarks', 'remark'],
};

const required: readonly ColumnKey[] = ['date', 'worker', 'postGroup', 'arrived', 'left'];

export type ColumnPlan = ReadonlyMap<ColumnKey, { readonly index: number; readonly heading: string }>;

/** A title, a month, the unit's name: lines that people write above the heading. */
const linesAboveMax = 10;

/** Which of the first rows is the heading: the first that holds most of the required columns, otherwise the first row. */
export function headingIndex(rows: Table['rows']): number {
  const isHeading = ({ cells }: Table['rows'][number]) => {
    const keys = new Set(cells.map((cell) => keyOf(cellText(cell))));
    return required.filter((key) => keys.has(key)).length > required.length / 2;
  };
  return Math.max(0, rows.slice(0, linesAboveMax + 1).findIndex(isHeading));
}

/** Whether a sheet holds attendance: in a workbook of several the one that does is taken. */
export function holdsAttendance(rows: Table['rows']): boolean {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const { plan } = planColumns(filled[headingIndex(filled)]);
  return required.every((key) => plan.has(key));
}

function keyOf(heading: string): ColumnKey | undefined {
  const name = heading.replaceAll(/\s/gu, '').toLowerCase();
  return columnKeys.find((key) => headings[key].includes(name));
}

/** Which column is where; or what is wrong with the heading, in words. */
export function planColumns(heading: Table['rows'][number] | undefined): {
  readonly plan: ColumnPlan;
  readonly problems: readonly LocalText[];
} {
  const plan = new Map<ColumnKey, { index: number; heading: string }>();
  const problems: LocalText[] = [];
  for (const [index, cell] of (heading?.cells ?? []).entries()) {
    const name = cellText(cell);
    if (name === '') continue;
    const key = keyOf(name);
    if (key === undefined)
      problems.push({
        zh: `不认识的列“${name}”：请删除或改名。`,
        en: `Unknown column “${name}”: remove or rename it.`,
      });
    else if (plan.has(key)) problems.push({ zh: `列“${name}”重复。`, en: `Column “${name}” stands twice.` });
    else plan.set(key, { index, heading: name });
  }
  for (const key of required.filter((candidate) => !plan.has(candidate))) {
    const [zh = key, ...others] = headings[key];
    problems.push({ zh: `缺少列“${zh}”。`, en: `Column “${zh}” (${others.at(-1) ?? key}) is missing.` });
  }
  return { plan, problems };
}
