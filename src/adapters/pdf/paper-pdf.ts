import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { paperHash } from '../../application/papers/paper-json.js';
import { amountInCapitals } from '../../domain/ledger/amount-in-capitals.js';
import {
  versionText,
  type Paper,
  type PaperColumn,
  type PaperTotal,
  type PaperValue,
} from '../../domain/papers/paper.js';
import { isQuantity } from '../../domain/papers/totals.js';
import { fen, yuanText } from '../../shared/fen.js';
import { decimalText } from '../../shared/headcount-days.js';
import { blanks, footerText, gridLayout, printable, renderPdf, signatureTable } from './pdf-parts.js';

/** A paper for print: A4, Chinese font inside, page numbers, version and hash, places to sign and seal. The same paper gives the same bytes. */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
  return renderPdf(definition(paper));
}

/** Points of A4 inside the margins. */
const usable = { portrait: 539, landscape: 786 };
const margin = 28;
/** Padding and line of a cell. */
const gridPoints = 5.4;

function definition(paper: Paper): TDocumentDefinitions {
  const { title, table, version } = paper;
  const hash = paperHash(paper);
  const orientation = table.columns.length > 8 ? 'landscape' : 'portrait';
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [margin, 30, margin, 40],
    defaultStyle: { font: 'NotoSansSC', fontSize: 8.5 },
    info: { title, creator: 'Zhiban', producer: 'Zhiban', creationDate: new Date(0), modDate: new Date(0) },
    ...(paper.isDraft
      ? { watermark: { text: '草稿 未记账', color: '#c00000', opacity: 0.08, bold: true, angle: -30, fontSize: 80 } }
      : {}),
    footer: (page, pages) => ({
      text: footerText({ title, version, hash, page, pages }),
      alignment: 'center',
      fontSize: 7,
      margin: [0, 12, 0, 0],
    }),
    content: [
      { text: title, bold: true, fontSize: 15, alignment: 'center', margin: [0, 0, 0, 6] },
      { stack: [paper.parties, ...paper.facts].map((text) => ({ text: printable(text) })), margin: [0, 0, 0, 6] },
      ...paper.warnings.map((text): Content => ({ text, bold: true, color: '#c00000' })),
      tableOf(paper, usable[orientation]),
      ...noteList(paper),
      { text: versionText(version, hash), fontSize: 7, margin: [0, 6, 0, 0] },
      signatureTable(paper.signatures),
    ],
  };
}

function tableOf({ table, amount }: Paper, points: number): Content {
  const { columns, rows, emptyText, totals, outcome } = table;
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const room = points - gridPoints * columns.length;
  const wide = (text: string): TableCell[] => [
    { text, bold: true, colSpan: columns.length },
    ...blanks(columns.length - 1),
  ];
  const body: TableCell[][] = [
    columns.map(({ heading }) => ({ text: heading, bold: true, fillColor: '#e7ecf3', alignment: 'center' })),
    ...rows.map((row) => columns.map((column) => cellOf(column, row[column.key] ?? null))),
    ...(rows.length === 0 ? [wide(emptyText)] : []),
    ...totals.map((total) => totalCells(columns, total)),
    ...(outcome === undefined ? [] : [[...wide(`${outcome.label}：`)]]),
    ...(amount === null
      ? []
      : [wide(`${amount.label}：${yuanText(amount.fen)}\u3000大写：${amountInCapitals(amount.fen)}`)]),
  ];
  return {
    fontSize: 7.5,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (room * width) / shares),
      body,
    },
    layout: gridLayout,
  };
}

/** Labels stand over the columns before the first sum. */
function totalCells(columns: readonly PaperColumn[], { label, sums }: PaperTotal): TableCell[] {
  const from = columns.findIndex(({ key }) => key in sums);
  return [
    { text: label, bold: true, colSpan: from },
    ...blanks(from - 1),
    ...columns.slice(from).map((column): TableCell => {
      if (!(column.key in sums)) return '';
      return { text: textOf(column.kind, sums[column.key] ?? null), bold: true, alignment: 'right' };
    }),
  ];
}

function cellOf({ kind }: PaperColumn, value: PaperValue): TableCell {
  return { text: textOf(kind, value), ...(kind === 'text' ? {} : { alignment: 'right' as const }) };
}

function textOf(kind: PaperColumn['kind'], value: PaperValue): string {
  if (value === null) return kind === 'yuan' ? '—' : '';
  if (isQuantity(value)) return decimalText(value);
  if (kind === 'yuan') return yuanText(fen(Number(value)));
  return printable(String(value));
}

function noteList({ notes }: Paper): Content[] {
  return notes.length === 0 ? [] : [{ ul: notes.map(printable), fontSize: 7.5, margin: [0, 6, 0, 0] }];
}
