import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { statementHash } from '../../application/month-statement/statement-json.js';
import {
  emptyText,
  evidenceText,
  statementTitle,
  type Statement,
  type StatementTotal,
} from '../../domain/ledger/statement.js';
import { versionText } from '../../domain/papers/paper.js';
import { causeNames, exactVacancyAmount, halfNames } from '../../domain/ledger/vacancy/vacancy-ruling.js';
import { yuanText } from '../../shared/fen.js';
import { decimalText, headcountDays } from '../../shared/headcount-days.js';
import { blanks, footerText, gridLayout, printable, renderPdf, signatureTable } from './pdf-parts.js';

/**
 * The statement for print: A4 landscape, page numbers, version and hash, signature and seal blocks. Only the font files are read and no
 * address outside is ever opened. The same statement gives the same bytes: the document's dates are fixed.
 */
export async function statementPdf(statement: Statement): Promise<Uint8Array> {
  return renderPdf(definition(statement));
}

function definition(statement: Statement): TDocumentDefinitions {
  const title = statementTitle(statement);
  const hash = statementHash(statement);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [28, 30, 28, 36],
    defaultStyle: { font: 'NotoSansSC', fontSize: 8 },
    info: { title, creator: 'Zhiban', producer: 'Zhiban', creationDate: new Date(0), modDate: new Date(0) },
    ...(statement.status === 'not-posted'
      ? { watermark: { text: '草稿 未记账', color: '#c00000', opacity: 0.08, bold: true, angle: -30, fontSize: 90 } }
      : {}),
    footer: (page, pages) => ({
      text: footerText({ title, version: statement.version, hash, page, pages }),
      alignment: 'center',
      fontSize: 7,
      margin: [0, 10, 0, 0],
    }),
    content: [
      { text: title, bold: true, fontSize: 15, alignment: 'center', margin: [0, 0, 0, 6] },
      ...headerTexts(statement),
      linesTable(statement),
      ...textList(
        '说明',
        statement.notes.map(({ zh }) => zh),
      ),
      ...textList('迟到与事件', [
        `迟到 ${count(statement, 'lateness')} 起，事件 ${count(statement, 'incident')} 起，均不计金额；明细见电子表格。`,
      ]),
      ...waivedLines(statement),
      ...textList('所用口径', readings(statement)),
      ...textList(
        '假设（合同未载明）',
        statement.assumptions.map(({ zh }) => zh),
      ),
      ...textList(
        '待核实事项',
        statement.findings.map(({ clause, text }) => `${clause}：${text.zh}`),
      ),
      { text: versionText(statement.version, hash), fontSize: 7, margin: [0, 6, 0, 0] },
      signatureTable(statement.signatures),
    ],
  };
}

function headerTexts(statement: Statement): Content[] {
  const { contract, term, clause, rates, status, required, filled, warnings } = statement;
  const rate = rates
    .map(({ annualFen, document, from }) => `${yuanText(annualFen)}／岗·年（${document}，自 ${from}）`)
    .join('；');
  const state = { 'not-posted': '未记账', posted: '已记账', sealed: '已封账' }[status];
  const number = contract.number === null ? '' : `\u3000\u3000合同编号：${contract.number}`;
  const texts: Content[] = [
    `甲方：${contract.client}\u3000\u3000乙方：${contract.contractor}${number}`,
    `合同期：${term.from} 至 ${term.to}\u3000\u3000依据条款：${clause ?? '无'}\u3000\u3000批复标准：${rate === '' ? '未录入' : rate}`,
    `状态：${state}\u3000\u3000应到 ${decimalText(required)} 人天，到岗 ${decimalText(filled)} 人天`,
  ].map((text) => ({ text: printable(text) }));
  const inRed: Content[] = warnings.map(({ zh }) => ({ text: zh, bold: true, color: '#c00000' }));
  return [{ stack: [...texts, ...inRed], lineHeight: 1.15, margin: [0, 0, 0, 6] }];
}

/** Headings with the width of their column in points; `*` takes what is left. */
const columns = [
  ['序号', 20],
  ['日期', 46],
  ['岗位组', 122],
  ['岗位', 50],
  ['应到人员', 34],
  ['时段', 42],
  ['原因', 44],
  ['条款', 36],
  ['性质', 30],
  ['人天', 22],
  ['除数', 26],
  ['日标准（元）', 50],
  ['金额', 46],
  ['证据', '*'],
] as const;
/** Where quantities begin: totals are labelled over all columns before. */
const labelSpan = columns.findIndex(([heading]) => heading === '人天');

function linesTable(statement: Statement): Content {
  const empty: TableCell = { text: emptyText(statement), alignment: 'center', colSpan: columns.length };
  const body: TableCell[][] = [
    columns.map(([text]) => ({ text, bold: true, fillColor: '#e7ecf3', alignment: 'center' })),
    ...statement.lines.map((line, index) => lineCells(line, index, statement)),
    ...(statement.lines.length === 0 ? [[empty, ...blanks(columns.length - 1)]] : []),
    totalCells('小计（无争议）', statement.undisputed),
    totalCells('小计（有争议）', statement.contested),
    totalCells('合计', statement.total),
    ...capitals(statement.total),
  ];
  return {
    fontSize: 7,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(([, width]) => width),
      body,
    },
    layout: gridLayout,
  };
}

function lineCells(line: Statement['lines'][number], index: number, { groupNames }: Statement): TableCell[] {
  const right = (text: string): TableCell => ({ text, alignment: 'right' });
  const centred = (text: string): TableCell => ({ text, alignment: 'center' });
  const impact = line.hasImpactEvidence ? '【有影响证据】' : '';
  return [
    centred(String(index + 1)),
    centred(line.date),
    printable(groupNames.get(line.postGroup)?.zh ?? line.postGroup),
    printable(line.post),
    centred(line.due ?? '无'),
    line.halves.map((half) => halfNames[half].zh).join('、'),
    causeNames[line.cause].zh,
    line.clause,
    centred(line.isContested ? '有争议' : '无争议'),
    right(decimalText(line.units)),
    right(line.rate === null ? '—' : decimalText(line.rate.divisor)),
    right(line.rate === null ? '—' : decimalText(exactVacancyAmount(line.rate, headcountDays(1, 100)))),
    right(line.amountFen === null ? '—' : yuanText(line.amountFen)),
    printable(`${impact}${evidenceText(line)}`),
  ];
}

function totalCells(label: string, { units, amountFen, lines }: StatementTotal): TableCell[] {
  const bold = (text: string): TableCell => ({ text, bold: true, alignment: 'right' });
  return [
    { text: `${label}\u3000${lines} 行`, bold: true, colSpan: labelSpan },
    ...blanks(labelSpan - 1),
    bold(decimalText(units)),
    { text: '', colSpan: 2 },
    '',
    bold(amountFen === null ? '—' : yuanText(amountFen)),
    '',
  ];
}

function capitals({ capitals: text }: StatementTotal): TableCell[][] {
  if (text === null) return [];
  return [
    [
      { text: `合计（大写）：${text}`, bold: true, fontSize: 9, colSpan: columns.length },
      ...blanks(columns.length - 1),
    ],
  ];
}

function waivedLines({ waived, groupNames }: Statement): Content[] {
  return textList(
    '免计的空岗（不计入合计）',
    waived.map(
      ({ date, postGroup, post, due, units, waiverNote }) =>
        `${date} ${groupNames.get(postGroup)?.zh ?? postGroup} ${post}，应到 ${due ?? '无'}，${decimalText(units)} 人天；理由：${waiverNote === '' ? '未写明' : waiverNote}`,
    ),
  );
}

/** The readings of the register that the lines rest on, in words: `V6 不足一天如何计？半天制……`. */
function readings({ lines, register }: Statement): string[] {
  const applied = new Set(lines.flatMap(({ ruling }) => ruling));
  return register
    .filter(({ key }) => applied.has(key))
    .map(({ key, question, options, chosen, document }) => {
      const reading = options.find((option) => option.key === chosen)?.text.zh ?? chosen;
      const asked = question.zh.endsWith('？') ? question.zh : `${question.zh}：`;
      return `${key} ${asked}${reading}。${document === null ? '' : `依据：${document}`}`;
    });
}

/** Two columns, for these texts are short and paper is not. */
function textList(heading: string, texts: readonly string[]): Content[] {
  if (texts.length === 0) return [];
  const list = (some: readonly string[]): Content => ({ ul: some.map(printable), fontSize: 7 });
  const half = Math.ceil(texts.length / 2);
  const content: Content =
    texts.length < 4 ? list(texts) : { columns: [list(texts.slice(0, half)), list(texts.slice(half))], columnGap: 16 };
  return [{ stack: [{ text: heading, bold: true, margin: [0, 6, 0, 1] }, content], unbreakable: texts.length <= 20 }];
}

function count({ incidents }: Statement, kind: 'lateness' | 'incident'): number {
  return incidents.filter((incident) => incident.kind === kind).length;
}
