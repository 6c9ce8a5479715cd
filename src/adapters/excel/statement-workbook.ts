import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { statementHash } from '../../application/month-statement/statement-json.js';
import {
  emptyText,
  evidenceText,
  statementTitle,
  type Statement,
  type StatementTotal,
} from '../../domain/ledger/statement.js';
import { versionText } from '../../domain/papers/paper.js';
import { lineFormula } from '../../domain/papers/rounding-formula.js';
import { causeNames, halfNames } from '../../domain/ledger/vacancy/vacancy-ruling.js';
import { yuanDecimal, yuanText } from '../../shared/fen.js';
import { columnLetter } from '../../shared/cell-name.js';
import { decimalText } from '../../shared/headcount-days.js';
import { SheetBuilder, type SheetCell, type StyledCell } from './sheet-builder.js';
import { incidentsSheet } from './statement-incidents-sheet.js';
import { addSignatures } from './signature-rows.js';
import { exactNumber, inputsSheet, type InputsSheet } from './statement-inputs-sheet.js';
import { printLayout, styles } from './statement-styles.js';

const headings = [
  '序号',
  '日期',
  '岗位组',
  '岗位',
  '应到人员',
  '时段',
  '原因',
  '条款',
  '性质',
  '影响证据',
  '人天',
  '除数',
  '日标准（元）',
  '金额（元）',
  '证据与说明',
] as const;
const widths = [5, 11, 26, 13, 9, 11, 13, 10, 8, 7, 7, 8, 13, 13, 46];
const columns = headings.length;
const indexOf = (heading: (typeof headings)[number]) => headings.indexOf(heading);
const letter = (heading: (typeof headings)[number]) => columnLetter(indexOf(heading));
const undisputed = '无争议';
const contested = '有争议';

/**
 * The statement as a workbook with live formulas: each daily rate is standard/divisor on the cells of the second sheet,
 * each amount =ROUND(daily rate*units,2) or as V22 has it, subtotals are SUMIF, totals SUM; each formula carries its exact value for
 * viewers that don't compute. The same statement gives the same bytes: no time of writing is put in.
 */
export async function statementWorkbook(statement: Statement): Promise<Uint8Array> {
  const inputs = inputsSheet(statement);
  return writeXlsx({
    sheets: [linesSheet(statement, inputs), inputs.sheet, incidentsSheet(statement)],
    properties: { title: statementTitle(statement), creator: 'Zhiban', created: new Date(0), modified: new Date(0) },
  });
}

function linesSheet(statement: Statement, inputs: InputsSheet): WriteSheet {
  const builder = new SheetBuilder('空岗核减确认表');
  const { contract, term, clause } = statement;
  builder.addWide(statementTitle(statement), columns, styles.title, 28);
  const parties = `甲方：${contract.client}\u3000乙方：${contract.contractor}\u3000合同期：${term.from} 至 ${term.to}\u3000依据条款：${clause ?? '无'}${contract.number === null ? '' : `\u3000合同编号：${contract.number}`}`;
  builder.addWide(parties, columns, styles.text);
  builder.addWide(standingText(statement), columns, styles.text);
  for (const { zh } of statement.warnings) builder.addWide(zh, columns, styles.warning);
  const headingRow = builder.add(headings, styles.heading);
  for (const [index, line] of statement.lines.entries())
    builder.add(lineCells(line, index, headingRow + 1 + index, statement, inputs), styles.cell);
  if (statement.lines.length === 0) builder.addWide(emptyText(statement), columns, styles.centred);
  addTotals(builder, statement, { first: headingRow + 1, last: headingRow + statement.lines.length });
  for (const { zh } of statement.notes) builder.addWide(`说明：${zh}`, columns, styles.text);
  builder.addWide(versionText(statement.version, statementHash(statement)), columns, styles.text);
  addSignatures(builder, statement.signatures, columns);
  return builder.sheet({
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: headingRow },
    ...printLayout(headingRow),
  });
}

function standingText({ status, rates, required, filled }: Statement): string {
  const state = { 'not-posted': '未记账', posted: '已记账', sealed: '已封账' }[status];
  const standards = rates.map(
    ({ annualFen, document, from }) => `${yuanText(annualFen)}／岗·年（${document}，自 ${from}）`,
  );
  return [
    `状态：${state}`,
    `批复标准：${standards.length === 0 ? '未录入' : standards.join('；')}`,
    `应到 ${decimalText(required)} 人天，到岗 ${decimalText(filled)} 人天`,
  ].join('\u3000');
}

function lineCells(
  line: Statement['lines'][number],
  index: number,
  row: number,
  { groupNames }: Statement,
  inputs: InputsSheet,
): (SheetCell | StyledCell)[] {
  const cells = inputs.cellsOf(line);
  const { rate, amountFen } = line;
  const priced = rate === null || amountFen === null || cells === null ? null : { rate, amountFen, cells };
  return [
    { content: index + 1, style: styles.centred },
    { content: line.date, style: styles.centred },
    groupNames.get(line.postGroup)?.zh ?? line.postGroup,
    line.post,
    { content: line.due ?? '无', style: styles.centred },
    line.halves.map((half) => halfNames[half].zh).join('、'),
    causeNames[line.cause].zh,
    line.clause,
    { content: line.isContested ? contested : undisputed, style: styles.centred },
    { content: line.hasImpactEvidence ? '有' : '无', style: styles.centred },
    { content: exactNumber(line.units), style: styles.units },
    {
      content: priced === null ? '—' : { formula: priced.cells.divisor, result: priced.rate.divisor.valueOf() },
      style: styles.units,
    },
    {
      content:
        priced === null
          ? '—'
          : {
              formula: `${priced.cells.rate}/${letter('除数')}${row}`,
              result: priced.rate.annualFen / 100 / priced.rate.divisor.valueOf(),
            },
      style: styles.dailyRate,
    },
    {
      content:
        priced === null
          ? '—'
          : {
              formula: lineFormula(`${letter('日标准（元）')}${row}*${letter('人天')}${row}`, line.rounding),
              result: priced.amountFen / 100,
            },
      style: styles.yuan,
    },
    evidenceText(line),
  ];
}

interface RowRange {
  readonly first: number;
  readonly last: number;
}

function addTotals(builder: SheetBuilder, statement: Statement, rows: RowRange): void {
  const range = (heading: (typeof headings)[number]) =>
    `${letter(heading)}${rows.first}:${letter(heading)}${rows.last}`;
  const sumOf = (heading: '人天' | '金额（元）', kind: string | null) =>
    // Without lines there is no range to sum, and `5:4` would reach into the heading.
    rows.last < rows.first
      ? '0'
      : kind === null
        ? `SUM(${range(heading)})`
        : `SUMIF(${range('性质')},"${kind}",${range(heading)})`;
  const totalRow = (label: string, total: StatementTotal, kind: string | null) => {
    const cells: (SheetCell | StyledCell)[] = headings.map(() => null);
    cells[0] = `${label}\u3000${total.lines} 行`;
    cells[indexOf('人天')] = {
      content: { formula: sumOf('人天', kind), result: total.units.valueOf() },
      style: styles.totalUnits,
    };
    const amount =
      total.amountFen === null ? '—' : { formula: sumOf('金额（元）', kind), result: total.amountFen / 100 };
    cells[indexOf('金额（元）')] = { content: amount, style: styles.totalYuan };
    cells[indexOf('证据与说明')] = total.capitals ?? '';
    const row = builder.add(cells, styles.total);
    builder.merge(row, 0, indexOf('人天'));
    return row;
  };
  totalRow('小计（无争议）', statement.undisputed, undisputed);
  totalRow('小计（有争议）', statement.contested, contested);
  const row = totalRow('合计', statement.total, null);
  addCapitals(builder, statement.total, `${letter('金额（元）')}${row}`);
}

/** 大写 of the total, and below it a check that says so when somebody changes a figure under it. */
function addCapitals(builder: SheetBuilder, { amountFen, capitals }: StatementTotal, totalCell: string): void {
  if (amountFen === null || capitals === null) return;
  builder.addWide(`合计（大写）：${capitals}`, columns, styles.total, 20);
  const sound = '大写与合计一致';
  const formula = `IF(ROUND(${totalCell}-${yuanDecimal(amountFen)},2)=0,"${sound}","数字已被更改：大写不再有效，请重新出表")`;
  builder.addWide({ formula, result: sound }, columns, styles.text);
}
