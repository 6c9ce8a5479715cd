import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { statementTitle, type Statement, type StatementTotal } from '../../domain/ledger/statement.js';
import type { VacancyLine } from '../../domain/ledger/vacancy-line.js';
import { causeNames, halfNames } from '../../domain/ledger/vacancy-ruling.js';
import { yuanText } from '../../shared/fen.js';
import { decimalText } from '../../shared/headcount-days.js';

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const fontFile = (weight: string) => join(fontFolder, weight, `NotoSansSC_${weight}.ttf`);

/**
 * The statement for print: A4 landscape, page numbers, signature and seal blocks. Only the font files are read and no
 * address outside is ever opened. The same statement gives the same bytes: the document's dates are fixed.
 */
export async function statementPdf(statement: Statement): Promise<Uint8Array> {
  const regular = fontFile('400Regular');
  const bold = fontFile('700Bold');
  pdfmake.setFonts({ NotoSansSC: { normal: regular, bold, italics: regular, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));
  return pdfmake.createPdf(definition(statement)).getBuffer();
}

function definition(statement: Statement): TDocumentDefinitions {
  const title = statementTitle(statement);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [28, 32, 28, 40],
    defaultStyle: { font: 'NotoSansSC', fontSize: 8 },
    info: { title, creator: 'Zhiban', producer: 'Zhiban', creationDate: new Date(0), modDate: new Date(0) },
    footer: (page, pages) => ({
      text: `${title}\u3000第 ${page} 页，共 ${pages} 页`,
      alignment: 'center',
      fontSize: 7,
      margin: [0, 12, 0, 0],
    }),
    content: [
      { text: title, bold: true, fontSize: 15, alignment: 'center', margin: [0, 0, 0, 6] },
      ...headerTexts(statement),
      linesTable(statement),
      ...capitals(statement.total),
      ...bulletList(
        '说明',
        statement.notes.map(({ zh }) => zh),
      ),
      ...bulletList('迟到与事件', [
        `迟到 ${count(statement, 'lateness')} 起，事件 ${count(statement, 'incident')} 起，均不计金额；明细见电子表格。`,
      ]),
      ...bulletList(
        '假设（合同未载明）',
        statement.assumptions.map(({ zh }) => zh),
      ),
      ...bulletList(
        '待核实事项',
        statement.findings.map(({ clause, text }) => `${clause}：${text.zh}`),
      ),
      signatures(statement),
    ],
  };
}

function headerTexts({ contract, term, clause, rates, status, required, filled }: Statement): Content[] {
  const rate = rates
    .map(({ annualFen, document, from }) => `${yuanText(annualFen)}／岗·年（${document}，自 ${from}）`)
    .join('；');
  return [
    { text: `甲方：${contract.client}\u3000\u3000乙方：${contract.contractor}` },
    {
      text: `合同期：${term.from} 至 ${term.to}\u3000\u3000依据条款：${clause ?? '无'}\u3000\u3000批复标准：${rate === '' ? '未录入' : rate}`,
    },
    {
      text: `应到 ${decimalText(required)} 人天，到岗 ${decimalText(filled)} 人天`,
      margin: [0, 0, 0, status === 'not-posted' ? 0 : 6],
    },
    ...(status === 'not-posted'
      ? [
          {
            text: '草稿：尚未记账，不作结算依据',
            bold: true,
            color: '#c00000',
            margin: [0, 0, 0, 6] as [number, number, number, number],
          },
        ]
      : []),
  ];
}

const headings = [
  '序号',
  '日期',
  '岗位组',
  '岗位',
  '应到',
  '时段',
  '原因',
  '性质',
  '证据',
  '人天',
  '除数',
  '金额',
  '口径',
];

function linesTable(statement: Statement): Content {
  const body: TableCell[][] = [
    headings.map((text) => ({ text, bold: true, fillColor: '#e7ecf3', alignment: 'center' })),
    ...statement.lines.map((line, index) => lineCells(line, index, statement)),
    totalCells('小计（无争议）', statement.undisputed),
    totalCells('小计（有争议）', statement.contested),
    totalCells('合计', statement.total),
  ];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: [22, 48, '*', 52, 30, 44, 50, 32, 22, 26, 30, 50, 94], body },
    layout: 'lightHorizontalLines',
  };
}

function lineCells(line: VacancyLine, index: number, { groupNames }: Statement): TableCell[] {
  const right = (text: string): TableCell => ({ text, alignment: 'right' });
  return [
    right(String(index + 1)),
    line.date,
    printable(groupNames.get(line.postGroup)?.zh ?? line.postGroup),
    printable(line.post),
    line.due ?? '无',
    line.halves.map((half) => halfNames[half].zh).join('、'),
    causeNames[line.cause].zh,
    line.isContested ? '有争议' : '无争议',
    line.hasImpactEvidence ? '有' : '无',
    right(decimalText(line.units)),
    right(line.rate === null ? '—' : decimalText(line.rate.divisor)),
    right(line.amountFen === null ? '—' : yuanText(line.amountFen)),
    line.ruling.join(' '),
  ];
}

function totalCells(label: string, { units, amountFen, lines }: StatementTotal): TableCell[] {
  const bold = (text: string): TableCell => ({ text, bold: true, alignment: 'right' });
  const wide: TableCell = { text: `${label}\u3000${lines} 行`, bold: true, colSpan: 9 };
  return [
    wide,
    ...Array.from({ length: 8 }, () => ''),
    bold(decimalText(units)),
    '',
    bold(amountFen === null ? '—' : yuanText(amountFen)),
    '',
  ];
}

function capitals({ capitals: text }: StatementTotal): Content[] {
  return text === null ? [] : [{ text: `合计（大写）：${text}`, bold: true, fontSize: 10, margin: [0, 6, 0, 0] }];
}

function bulletList(heading: string, texts: readonly string[]): Content[] {
  if (texts.length === 0) return [];
  return [
    { text: heading, bold: true, margin: [0, 6, 0, 0] },
    { ul: texts.map(printable), fontSize: 7 },
  ];
}

function count({ incidents }: Statement, kind: 'lateness' | 'incident'): number {
  return incidents.filter((incident) => incident.kind === kind).length;
}

function signatures({ signatures: blocks }: Statement): Content {
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    columns: blocks.map(({ party, name, roles, hasSeal }) => ({
      stack: [
        {
          text: `${party.zh}：${name}${hasSeal ? '（盖章）' : ''}`,
          bold: true,
          margin: [0, 0, 0, 26] as [number, number, number, number],
        },
        {
          text: roles.map(({ zh }) => `${zh}：＿＿＿＿＿＿＿`).join('\u3000\u3000'),
          margin: [0, 0, 0, 10] as [number, number, number, number],
        },
        { text: '日期：＿＿＿＿年＿＿月＿＿日' },
      ],
    })),
  };
}

/** The font has no characters beyond the basic plane: a rare one is written as its code point instead of an empty box. */
export function printable(text: string): string {
  return text.replaceAll(
    /[\u{10000}-\u{10FFFF}]/gu,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`,
  );
}
