import type { LocalText } from '../../shared/text.js';
import { cellText, type Table } from '../attendance/table.js';

/** What a column of the client's count can hold. */
export const countFields = [
  'date',
  'worker',
  'postGroup',
  'post',
  'part',
  'units',
  'rate',
  'amount',
  'cause',
  'note',
] as const;
export type CountField = (typeof countFields)[number];

/** The client's headings by field, as mapped once for a contract and remembered: `{date: '缺岗日期'}`. */
export type CountMapping = Readonly<Partial<Record<CountField, string>>>;

export const fieldNames: Readonly<Record<CountField, LocalText>> = {
  date: { zh: '日期', en: 'date' },
  worker: { zh: '人员', en: 'person' },
  postGroup: { zh: '岗位组', en: 'post group' },
  post: { zh: '岗位', en: 'post' },
  part: { zh: '时段', en: 'part of the day' },
  units: { zh: '人天', en: 'headcount-days' },
  rate: { zh: '日标准', en: 'daily rate' },
  amount: { zh: '金额', en: 'amount' },
  cause: { zh: '原因', en: 'cause' },
  note: { zh: '备注', en: 'note' },
};

/** Headings under which a field is known without any mapping. Compared without spaces, units in brackets and case. */
const headings: Readonly<Record<CountField, readonly string[]>> = {
  date: ['日期', '缺岗日期', '空岗日期', '核减日期', '考勤日期', '服务日期', 'date', 'day'],
  worker: [
    '工号',
    '姓名',
    '人员',
    '人员编号',
    '员工编号',
    '应到人员',
    '缺岗人员',
    '未到岗人员',
    'worker',
    'code',
    'name',
  ],
  postGroup: ['岗位组', '班组', '大厅', '中心', 'postgroup', 'group', 'site'],
  post: ['岗位', '岗位名称', '窗口', '点位', '岗位点位', '空岗岗位', 'post', 'counter', 'window'],
  part: ['时段', '半天', '上下午', '班次', 'part', 'half', 'session'],
  units: ['人天', '人天数', '天数', '缺岗天数', '空岗天数', '未到岗天数', '数量', 'units', 'days', 'headcount-days'],
  rate: ['日标准', '单价', '日单价', '人天标准', '日费用标准', 'rate', 'dailyrate'],
  amount: ['金额', '核减金额', '扣减金额', '核减额', 'amount', 'deduction'],
  cause: ['原因', '缺岗原因', '空岗原因', '缺勤原因', '事由', 'cause', 'reason'],
  note: ['备注', '说明', 'note', 'remarks', 'remark'],
};

const linesAboveMax = 10;

export type CountPlan = ReadonlyMap<CountField, { readonly index: number; readonly heading: string }>;

export interface CountHeading {
  /** Position of the heading among the rows that aren't empty. */
  readonly index: number;
  readonly plan: CountPlan;
  /** All headings of that row, in order: what a person can choose from. */
  readonly found: readonly string[];
  /** Why the table can't be read so; empty when it can. */
  readonly problems: readonly LocalText[];
}

/** The row among the first that names most fields, each under its mapped heading or, without a mapping, a known one. */
export function findHeading(rows: Table['rows'], mapping: CountMapping): CountHeading {
  const candidates = rows.slice(0, linesAboveMax + 1).map((row, index) => ({ index, row, plan: planOf(row, mapping) }));
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (found, next) => (found === undefined || next.plan.size > found.plan.size ? next : found),
    undefined,
  );
  const plan: CountPlan = best?.plan ?? new Map();
  const found = (best?.row.cells ?? []).map((cell) => cellText(cell)).filter((name) => name !== '');
  return {
    index: best?.index ?? 0,
    plan,
    found,
    problems: [...problemsOf(plan, mapping), ...repeatedHeadings(plan, found)],
  };
}

/** Two columns of one name may say different things; only of remarks it doesn't matter which one is read. */
function repeatedHeadings(plan: CountPlan, found: readonly string[]): LocalText[] {
  return [...plan]
    .filter(
      ([field, { heading }]) => field !== 'note' && found.filter((name) => plain(name) === plain(heading)).length > 1,
    )
    .map(([, { heading }]) => ({
      zh: `列“${heading}”不止一列：请改名或删去多余的。`,
      en: `There is more than one column “${heading}”: rename or remove the others.`,
    }));
}

function planOf({ cells }: Table['rows'][number], mapping: CountMapping): CountPlan {
  const names = cells.map((cell) => cellText(cell));
  const plan = new Map<CountField, { index: number; heading: string }>();
  for (const field of countFields) {
    const wanted = mapping[field];
    const isWanted = (name: string) =>
      wanted === undefined ? headings[field].includes(plain(name)) : plain(name) === plain(wanted);
    const index = names.findIndex((name) => name !== '' && isWanted(name));
    const isTaken = Object.entries(mapping).some(
      ([other, heading]) => other !== field && plain(heading) === plain(names[index] ?? ''),
    );
    if (index >= 0 && !isTaken) plan.set(field, { index, heading: names[index] ?? '' });
  }
  return plan;
}

/** `核减金额（元）` and `核减金额` are one heading. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/\s|\([^()]*\)/gu, '')
    .toLowerCase();
}

function problemsOf(plan: CountPlan, mapping: CountMapping): LocalText[] {
  const problems: LocalText[] = [];
  for (const [field, heading] of Object.entries(mapping) as [CountField, string][]) {
    if (!plan.has(field))
      problems.push({
        zh: `没有列“${heading}”（对应${fieldNames[field].zh}）。`,
        en: `There is no column “${heading}” (mapped to ${fieldNames[field].en}).`,
      });
  }
  if (!plan.has('date') && mapping.date === undefined)
    problems.push({ zh: '没有日期列：请指定。', en: 'No column holds the date: say which one does.' });
  if (!plan.has('post') && !plan.has('worker'))
    problems.push({
      zh: '没有岗位列，也没有人员列：请至少指定一个。',
      en: 'No column names a post or a person: say which one does.',
    });
  return problems;
}
