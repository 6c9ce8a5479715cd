import type { Presence } from '../attendance/presence.js';
import { sharedCause } from '../ledger/shared-line.js';
import { emptyText, evidenceText, type Statement } from '../ledger/statement.js';
import { causeNames, halfNames } from '../ledger/vacancy/vacancy-ruling.js';
import { groupBy } from '../../shared/grouping.js';
import { yuanText } from '../../shared/fen.js';
import { paperNames, type Paper, type PaperColumn, type PaperKind } from './paper.js';
import { lineFormula } from './rounding-formula.js';
import { totalOf } from './totals.js';

/** What every paper of a month has: title, parties, standing, signatures. */
function ofMonth(
  kind: PaperKind,
  statement: Statement,
  version: number,
): Pick<
  Paper,
  'kind' | 'contract' | 'period' | 'title' | 'version' | 'isDraft' | 'parties' | 'facts' | 'warnings' | 'signatures'
> {
  const { contract, month, term, clause, status } = statement;
  const [year = '', number = ''] = month.split('-');
  const state = { 'not-posted': '未记账', posted: '已记账', sealed: '已封账' }[status];
  return {
    kind,
    contract: contract.key,
    period: month,
    title: `${contract.name.zh}${year}年${String(Number(number))}月${paperNames[kind]}`,
    version,
    isDraft: status === 'not-posted',
    parties: partiesText(statement),
    facts: [`合同期：${term.from} 至 ${term.to}\u3000依据条款：${clause ?? '无'}\u3000状态：${state}`],
    warnings: statement.warnings.map(({ zh }) => zh),
    signatures: statement.signatures,
  };
}

export function partiesText({ contract }: Pick<Statement, 'contract'>): string {
  const number = contract.number === null ? '' : `\u3000合同编号：${contract.number}`;
  return `甲方：${contract.client}\u3000乙方：${contract.contractor}${number}`;
}

/** 考勤确认单: each person's days of a month as recorded, for both parties to sign (V25); codes, no names, no kinds of leave. */
export function attendanceConfirmation(statement: Statement, presence: readonly Presence[], version: number): Paper {
  const columns: PaperColumn[] = [
    { key: 'worker', heading: '工号', width: 12, kind: 'text' },
    { key: 'present', heading: '到岗天数', width: 12, kind: 'count' },
    { key: 'cover', heading: '其中顶岗', width: 12, kind: 'count' },
    { key: 'leave', heading: '请假天数', width: 12, kind: 'count' },
    { key: 'other', heading: '其他缺勤', width: 12, kind: 'count' },
    { key: 'recorded', heading: '记录天数', width: 12, kind: 'count', formula: '{present}+{leave}+{other}' },
    { key: 'remark', heading: '本人确认', width: 16, kind: 'text' },
  ];
  const byWorker = groupBy(
    presence.filter(({ worker, date }) => worker !== '' && date.startsWith(statement.month)),
    ({ worker }) => worker,
  );
  const rows = [...byWorker]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([worker, records]) => ({ worker, ...daysOf(records), remark: '' }));
  const over = ['present', 'cover', 'leave', 'other', 'recorded'];
  return {
    ...ofMonth('attendance-confirmation', statement, version),
    // Attendance is confirmed before anything is posted from it.
    isDraft: false,
    warnings: [],
    table: {
      columns,
      rows,
      emptyText: '本月没有考勤记录',
      totals: [totalOf(columns, rows, { label: '合计', where: null, over })],
    },
    amount: null,
    notes: [
      '一人一日有到岗记录的计到岗一天；同日另有缺勤记录的不再计缺勤。考勤经双方签字后据以核算空岗（V25），其后的更正作为带日期的调整。',
    ],
  };
}

function daysOf(records: readonly Presence[]) {
  const days = [...groupBy(records, ({ date }) => date).values()];
  const isPresent = (day: readonly Presence[]) => day.some(({ status }) => status === 'present');
  const absent = days.filter((day) => !isPresent(day)).map(([first]) => first?.cause ?? null);
  const present = days.filter(isPresent);
  const leave = absent.filter((cause) => cause !== null && sharedCause(cause) === 'leave');
  return {
    present: present.length,
    cover: present.filter((day) => day.some(({ coverFor }) => coverFor !== null)).length,
    leave: leave.length,
    other: absent.length - leave.length,
    recorded: days.length,
  };
}

const placeColumns: readonly PaperColumn[] = [
  { key: 'date', heading: '日期', width: 11, kind: 'text' },
  { key: 'group', heading: '岗位组', width: 22, kind: 'text' },
  { key: 'post', heading: '岗位', width: 11, kind: 'text' },
  { key: 'due', heading: '应到人员', width: 9, kind: 'text' },
  { key: 'halves', heading: '时段', width: 9, kind: 'text' },
  { key: 'cause', heading: '原因', width: 10, kind: 'text' },
];

function placeOf({ date, postGroup, post, due, halves, cause }: Statement['lines'][number], statement: Statement) {
  return {
    date,
    group: statement.groupNames.get(postGroup)?.zh ?? postGroup,
    post,
    due: due ?? '无',
    halves: halves.map((half) => halfNames[half].zh).join('、'),
    cause: causeNames[cause].zh,
  };
}

/** 空岗明细: the facts, without money: where nobody was, for how long, and what the record says. */
export function vacancyDetail(statement: Statement, version: number): Paper {
  const columns: PaperColumn[] = [
    ...placeColumns,
    { key: 'required', heading: '应到分钟', width: 9, kind: 'count' },
    { key: 'unattended', heading: '无人分钟', width: 9, kind: 'count' },
    { key: 'attended', heading: '有人分钟', width: 9, kind: 'count', formula: '{required}-{unattended}' },
    { key: 'units', heading: '人天', width: 7, kind: 'units' },
    { key: 'evidence', heading: '记录与说明', width: 34, kind: 'text' },
  ];
  const rows = statement.lines.map((line) => ({
    ...placeOf(line, statement),
    required: line.requiredMinutes,
    unattended: line.unattendedMinutes,
    attended: line.requiredMinutes - line.unattendedMinutes,
    units: line.units,
    evidence: evidenceText(line),
  }));
  const over = ['required', 'unattended', 'attended', 'units'];
  return {
    ...ofMonth('vacancy-detail', statement, version),
    table: {
      columns,
      rows,
      emptyText: emptyText(statement),
      totals: [totalOf(columns, rows, { label: '合计', where: null, over })],
    },
    amount: null,
    notes: [
      `迟到 ${String(incidents(statement, 'lateness'))} 起，短时离岗 ${String(incidents(statement, 'incident'))} 起，均不计人天。`,
    ],
  };
}

function incidents({ incidents: all }: Statement, kind: 'lateness' | 'incident'): number {
  return all.filter((incident) => incident.kind === kind).length;
}

const undisputed = '无争议';
const contested = '有争议';

/** 核减确认单: each line under its clause with standard, divisor and amount, the two subtotals and the sum in capitals. */
export function reductionConfirmation(statement: Statement, version: number): Paper {
  const isOtherwiseRounded = statement.lines.some(({ rounding }) => rounding !== undefined);
  const exactAmount = '{annual}/{divisor}*{units}';
  const columns: PaperColumn[] = [
    ...placeColumns,
    { key: 'clause', heading: '条款', width: 9, kind: 'text' },
    { key: 'standing', heading: '性质', width: 8, kind: 'text' },
    { key: 'units', heading: '人天', width: 7, kind: 'units' },
    { key: 'annual', heading: '年标准', width: 13, kind: 'yuan' },
    { key: 'divisor', heading: '除数', width: 8, kind: 'units' },
    {
      ...{ key: 'amount', heading: '核减金额', width: 12, kind: 'yuan' },
      formula: isOtherwiseRounded ? { from: 'formula' } : lineFormula(exactAmount, undefined),
    },
  ];
  const rows = statement.lines.map((line) => ({
    ...placeOf(line, statement),
    clause: line.clause,
    standing: line.isContested ? contested : undisputed,
    units: line.units,
    annual: line.rate?.annualFen ?? null,
    divisor: line.rate?.divisor ?? null,
    amount: line.amountFen,
    ...(isOtherwiseRounded ? { formula: lineFormula(exactAmount, line.rounding) } : {}),
  }));
  const over = ['units', 'amount'];
  const where = (equals: string) => ({ column: 'standing', equals });
  const { amountFen } = statement.total;
  return {
    ...ofMonth('reduction-confirmation', statement, version),
    table: {
      columns,
      rows,
      emptyText: emptyText(statement),
      totals: [
        totalOf(columns, rows, { label: '小计（无争议）', where: where(undisputed), over }),
        totalOf(columns, rows, { label: '小计（有争议）', where: where(contested), over }),
        totalOf(columns, rows, { label: '合计', where: null, over }),
      ],
    },
    amount: amountFen === null ? null : { label: '核减合计', column: 'amount', fen: amountFen },
    notes: [
      ...statement.rates.map(
        ({ annualFen, document, from }) => `批复标准：${yuanText(annualFen)}／岗·年（${document}，自 ${from}）。`,
      ),
      ...statement.notes.map(({ zh }) => zh),
      ...statement.waived.map(({ date, post, waiverNote }) => `免计：${date} ${post}，理由：${waiverNote}。`),
    ],
  };
}
