import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { statementTitle, type Statement, type StatementTotal } from '../../domain/ledger/statement.js';
import type { VacancyLine } from '../../domain/ledger/vacancy-line.js';
import { causeNames, halfNames } from '../../domain/ledger/vacancy-ruling.js';
import { yuanDecimal } from '../../shared/fen.js';
import { SheetBuilder, columnLetter, type SheetCell, type StyledCell } from './sheet-builder.js';
import { incidentsSheet } from './statement-incidents-sheet.js';
import { exactNumber, inputsSheet, type InputsSheet } from './statement-inputs-sheet.js';
import { printLayout, styles } from './statement-styles.js';

const headings = [
  '序号',
  '日期',
  '岗位组',
  '岗位',
  '应到人员',
  '时段',
  '应到分钟',
  '无人分钟',
  '原因',
  '性质',
  '影响证据',
  '人天',
  '年标准（元）',
  '除数',
  '金额（元）',
  '口径',
  '说明与证据',
] as const;
const widths = [5, 11, 22, 12, 9, 11, 8, 8, 12, 8, 7, 8, 14, 9, 13, 15, 46];
const columns = headings.length;
const letter = (heading: (typeof headings)[number]) => columnLetter(headings.indexOf(heading));
const undisputed = '无争议';
const contested = '有争议';

/**
 * The statement as a workbook with live formulas: each amount is =ROUND(standard/divisor*units,2) on the cells of the
 * second sheet, subtotals are SUMIF, totals SUM; each formula carries its exact value for viewers that don't compute.
 * The same statement gives the same bytes: no time of writing is put in.
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
  builder.addWide(statementTitle(statement), columns, styles.title);
  const parties = `甲方：${contract.client}\u3000乙方：${contract.contractor}\u3000合同期：${term.from} 至 ${term.to}\u3000依据条款：${clause ?? '无'}${contract.number === null ? '' : `\u3000合同编号：${contract.number}`}`;
  builder.addWide(parties, columns, styles.text);
  builder.addWide(statusText(statement), columns, statement.status === 'not-posted' ? styles.warning : styles.text);
  const headingRow = builder.add(headings, styles.heading);
  for (const [index, line] of statement.lines.entries())
    builder.add(lineCells(line, index, headingRow + 1 + index, statement, inputs), styles.cell);
  addTotals(builder, statement, { first: headingRow + 1, last: headingRow + statement.lines.length });
  for (const { zh } of statement.notes) builder.addWide(`说明：${zh}`, columns, styles.text);
  addSignatures(builder, statement);
  return builder.sheet({
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: headingRow },
    ...printLayout(headingRow),
  });
}

function statusText({ status }: Statement): string {
  return { 'not-posted': '草稿：尚未记账，不作结算依据', posted: '已记账', sealed: '已封账' }[status];
}

function lineCells(
  line: VacancyLine,
  index: number,
  row: number,
  { groupNames }: Statement,
  inputs: InputsSheet,
): (SheetCell | StyledCell)[] {
  const cells = inputs.cellsOf(line);
  const { rate, amountFen } = line;
  const amount: SheetCell =
    amountFen === null
      ? '—'
      : {
          formula: `ROUND(${letter('年标准（元）')}${row}/${letter('除数')}${row}*${letter('人天')}${row},2)`,
          result: amountFen / 100,
        };
  return [
    index + 1,
    line.date,
    groupNames.get(line.postGroup)?.zh ?? line.postGroup,
    line.post,
    line.due ?? '无',
    line.halves.map((half) => halfNames[half].zh).join('、'),
    line.requiredMinutes,
    line.unattendedMinutes,
    causeNames[line.cause].zh,
    line.isContested ? contested : undisputed,
    line.hasImpactEvidence ? '有' : '无',
    { content: exactNumber(line.units), style: styles.units },
    {
      content: rate === null || cells === null ? '—' : { formula: cells.rate, result: rate.annualFen / 100 },
      style: styles.yuan,
    },
    {
      content: rate === null || cells === null ? '—' : { formula: cells.divisor, result: rate.divisor.valueOf() },
      style: styles.units,
    },
    { content: amount, style: styles.yuan },
    line.ruling.join('、'),
    `${line.explanation.zh}证据：${line.evidence}`,
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
    cells[0] = label;
    cells[headings.indexOf('性质')] = kind ?? '合计';
    cells[headings.indexOf('人天')] = {
      content: { formula: sumOf('人天', kind), result: total.units.valueOf() },
      style: styles.totalUnits,
    };
    const amount =
      total.amountFen === null ? '—' : { formula: sumOf('金额（元）', kind), result: total.amountFen / 100 };
    cells[headings.indexOf('金额（元）')] = { content: amount, style: styles.totalYuan };
    cells[columns - 1] = `${total.lines} 行`;
    return builder.add(cells, styles.total);
  };
  totalRow('小计', statement.undisputed, undisputed);
  totalRow('小计', statement.contested, contested);
  const row = totalRow('合计', statement.total, null);
  addCapitals(builder, statement.total, `${letter('金额（元）')}${row}`);
}

/** 大写 of the total, and beside it a check that turns red when somebody changes a figure under it. */
function addCapitals(builder: SheetBuilder, { amountFen, capitals }: StatementTotal, totalCell: string): void {
  if (amountFen === null || capitals === null) return;
  builder.addWide(`合计（大写）：${capitals}`, columns, styles.total);
  const sound = '大写与合计一致';
  builder.add(
    [
      {
        formula: `IF(ROUND(${totalCell}-${yuanDecimal(amountFen)},2)=0,"${sound}","数字已被更改：大写不再有效，请重新出表")`,
        result: sound,
      },
    ],
    styles.text,
  );
}

function addSignatures(builder: SheetBuilder, { signatures }: Statement): void {
  builder.add([]);
  for (const { party, name, roles, hasSeal } of signatures) {
    const places = [
      ...roles.map(({ zh }) => `${zh}：＿＿＿＿＿＿＿＿`),
      ...(hasSeal ? ['（盖章）'] : []),
      '日期：＿＿＿＿年＿＿月＿＿日',
    ];
    builder.addWide(`${party.zh}（${name}）\u3000\u3000${places.join('\u3000\u3000')}`, columns, styles.text);
    builder.add([]);
  }
}
