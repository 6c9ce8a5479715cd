import { sumFen } from '../../shared/fen.js';
import type { Statement } from '../ledger/statement.js';
import { partiesText } from './month-papers.js';
import { paperNames, type Paper, type PaperColumn } from './paper.js';
import { totalOf } from './totals.js';

/** 季度核减结算表: the months of a quarter that lie in the term, each with its two subtotals. */
export function quarterlyStatement(
  quarter: string,
  months: readonly [Statement, ...Statement[]],
  version: number,
): Paper {
  const [first] = months;
  const [year = '', number = ''] = quarter.split('-Q');
  const columns: PaperColumn[] = [
    { key: 'month', heading: '月份', width: 12, kind: 'text' },
    { key: 'state', heading: '状态', width: 12, kind: 'text' },
    { key: 'lines', heading: '空岗行数', width: 10, kind: 'count' },
    { key: 'units', heading: '人天', width: 12, kind: 'units' },
    { key: 'undisputed', heading: '无争议金额', width: 18, kind: 'yuan' },
    { key: 'contested', heading: '有争议金额', width: 18, kind: 'yuan' },
    { key: 'amount', heading: '合计金额', width: 18, kind: 'yuan', formula: '{undisputed}+{contested}' },
  ];
  const rows = months.map(({ month, status, total, undisputed, contested }) => ({
    month,
    state: { 'not-posted': '未记账', posted: '已记账', sealed: '已封账' }[status],
    lines: total.lines,
    units: total.units,
    undisputed: undisputed.amountFen,
    contested: contested.amountFen,
    amount: total.amountFen,
  }));
  const over = ['lines', 'units', 'undisputed', 'contested', 'amount'];
  const isPriced = months.some(({ total }) => total.amountFen !== null);
  return {
    kind: 'quarterly-statement',
    contract: first.contract.key,
    period: quarter,
    title: `${first.contract.name.zh}${year}年第${'一二三四'.charAt(Number(number) - 1)}季度核减结算表`,
    version,
    isDraft: months.some(({ status }) => status === 'not-posted'),
    parties: partiesText(first),
    facts: [`合同期：${first.term.from} 至 ${first.term.to}\u3000依据条款：${first.clause ?? '无'}`],
    warnings: months.flatMap(({ month, warnings }) => warnings.map(({ zh }) => `${month}：${zh}`)),
    table: {
      columns,
      rows,
      emptyText: '',
      totals: [totalOf(columns, rows, { label: '合计', where: null, over })],
    },
    amount: isPriced
      ? {
          label: `${paperNames['quarterly-statement']}合计`,
          column: 'amount',
          fen: sumFen(months.flatMap(({ total }) => total.amountFen ?? [])),
        }
      : null,
    notes: ['各月明细见当月核减确认单；合计为各月之和，取整方式见该表（V22）。'],
    signatures: first.signatures,
  };
}
