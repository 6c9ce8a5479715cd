import { writeXlsx } from 'hucre/xlsx';
import { paperHash } from '../../application/papers/paper-json.js';
import { amountInCapitals } from '../../domain/ledger/amount-in-capitals.js';
import { paperNames, versionText, type Paper, type PaperColumn, type PaperValue } from '../../domain/papers/paper.js';
import { isQuantity } from '../../domain/papers/totals.js';
import { columnLetter } from '../../shared/cell-name.js';
import { yuanDecimal } from '../../shared/fen.js';
import { SheetBuilder, type SheetCell, type StyledCell } from './sheet-builder.js';
import { exactNumber } from './statement-inputs-sheet.js';
import { addSignatures } from './signature-rows.js';
import { printLayout, styles } from './statement-styles.js';

/**
 * A paper as a workbook with live formulas: derived cells, sums and the check of the capitals compute to what they show;
 * each carries its exact value for viewers that don't compute. The same paper gives the same bytes.
 */
export async function paperWorkbook(paper: Paper): Promise<Uint8Array> {
  const { columns, rows, totals, emptyText } = paper.table;
  const builder = new SheetBuilder(paperNames[paper.kind]);
  const width = columns.length;
  builder.addWide(paper.title, width, styles.title, 28);
  for (const text of [paper.parties, ...paper.facts]) builder.addWide(text, width, styles.text);
  for (const text of paper.warnings) builder.addWide(text, width, styles.warning);
  const headingRow = builder.add(
    columns.map(({ heading }) => heading),
    styles.heading,
  );
  const first = headingRow + 1;
  for (const [index, row] of rows.entries())
    builder.add(
      columns.map((column) => rowCell(column, row, first + index, columns)),
      styles.cell,
    );
  if (rows.length === 0) builder.addWide(emptyText, width, styles.centred);
  const range = { first, last: headingRow + rows.length };
  let totalRow = headingRow;
  for (const { label, where, sums } of totals) {
    const cells = columns.map(({ key, kind }): SheetCell | StyledCell =>
      key in sums
        ? styled(kind, { formula: sumFormula(key, where, columns, range), result: shown(sums[key] ?? 0) }, true)
        : null,
    );
    cells[0] = label;
    totalRow = builder.add(cells, styles.total);
    builder.merge(
      totalRow,
      0,
      Math.max(
        1,
        columns.findIndex(({ key }) => key in sums),
      ),
    );
  }
  addOutcome(builder, paper, { ...range, totalRow });
  addAmount(builder, paper, totalRow);
  for (const note of paper.notes) builder.addWide(`说明：${note}`, width, styles.text);
  builder.addWide(versionText(paper.version, paperHash(paper)), width, styles.text);
  addSignatures(builder, paper.signatures, width);
  const sheet = builder.sheet({
    columns: columns.map((column) => ({ width: column.width })),
    freezePane: { rows: headingRow },
    ...printLayout(headingRow),
  });
  return writeXlsx({
    sheets: [sheet],
    properties: { title: paper.title, creator: 'Zhiban', created: new Date(0), modified: new Date(0) },
  });
}

function rowCell(
  column: PaperColumn,
  row: Readonly<Record<string, PaperValue>>,
  at: number,
  columns: readonly PaperColumn[],
): StyledCell {
  const value = row[column.key] ?? null;
  const formula = formulaOf(column, row);
  if (formula === undefined || value === null || isEmptyFor(formula, row))
    return styled(
      column.kind,
      value === null ? (column.kind === 'yuan' ? '—' : null) : plainCell(column.kind, value),
      false,
    );
  const text = filled(formula, (key) => `${letterOf(key, columns)}${String(at)}`);
  return styled(
    column.kind,
    { formula: text, result: column.kind === 'yuan' ? Number(value) / 100 : shown(value) },
    false,
  );
}

function formulaOf({ formula }: PaperColumn, row: Readonly<Record<string, PaperValue>>): string | undefined {
  if (typeof formula !== 'object') return formula;
  const own = row[formula.from];
  return typeof own === 'string' ? own : undefined;
}

/** A formula over a blank would compute to something that nobody meant. */
function isEmptyFor(formula: string, row: Readonly<Record<string, PaperValue>>): boolean {
  return [...formula.matchAll(/\{(\w+)\}/gu)].some(([, key = '']) => (row[key] ?? null) === null);
}

function plainCell(kind: PaperColumn['kind'], value: string | number | Exclude<PaperValue, null>): SheetCell {
  if (isQuantity(value)) return exactNumber(value);
  return kind === 'yuan' ? Number(value) / 100 : value;
}

interface Rows {
  readonly first: number;
  readonly last: number;
}

function sumFormula(
  key: string,
  where: { readonly column: string; readonly equals: string } | null,
  columns: readonly PaperColumn[],
  rows: Rows,
): string {
  // Without rows there is no range to sum, and `5:4` would reach into the heading.
  if (rows.last < rows.first) return '0';
  const range = (of: string) => rangeOf(of, columns, rows);
  return where === null ? `SUM(${range(key)})` : `SUMIF(${range(where.column)},"${where.equals}",${range(key)})`;
}

function rangeOf(key: string, columns: readonly PaperColumn[], { first, last }: Rows): string {
  const letter = letterOf(key, columns);
  return `${letter}${String(first)}:${letter}${String(last)}`;
}

function addOutcome(builder: SheetBuilder, { table }: Paper, rows: Rows & { readonly totalRow: number }): void {
  const { outcome, columns } = table;
  if (outcome === undefined) return;
  const formula = filled(
    outcome.formula.replaceAll(/\{(\w+)\*\}/gu, (_, key: string) => rangeOf(key, columns, rows)),
    (key) => `${letterOf(key, columns)}${String(rows.totalRow)}`,
  );
  const cells = columns.map(({ key }): SheetCell | StyledCell =>
    key === outcome.column ? { content: { formula, result: '' }, style: styles.totalYuan } : null,
  );
  cells[0] = outcome.label;
  builder.add(cells, styles.total);
}

/** Figures and capitals from the same fen, and below them a check that says so when somebody changes a figure above. */
function addAmount(builder: SheetBuilder, { amount, table }: Paper, totalRow: number): void {
  if (amount === null) return;
  const width = table.columns.length;
  builder.addWide(`${amount.label}（大写）：${amountInCapitals(amount.fen)}`, width, styles.total, 20);
  const cell = `${letterOf(amount.column, table.columns)}${String(totalRow)}`;
  const sound = '大写与合计一致';
  const formula = `IF(ROUND(${cell}-${yuanDecimal(amount.fen)},2)=0,"${sound}","数字已被更改：大写不再有效，请重新出表")`;
  builder.addWide({ formula, result: sound }, width, styles.text);
}

function styled(kind: PaperColumn['kind'], content: SheetCell, isTotal: boolean): StyledCell {
  const style = {
    text: isTotal ? styles.total : styles.cell,
    count: isTotal ? styles.totalCount : styles.count,
    units: isTotal ? styles.totalUnits : styles.units,
    yuan: isTotal ? styles.totalYuan : styles.yuan,
  }[kind];
  return { content: totalValue(kind, content, isTotal), style };
}

/** Sums of yuan are stored in fen by the model and shown in yuan. */
function totalValue(kind: PaperColumn['kind'], content: SheetCell, isTotal: boolean): SheetCell {
  if (!isTotal || kind !== 'yuan' || content === null || typeof content !== 'object') return content;
  return { ...content, result: Number(content.result) / 100 };
}

function shown(value: PaperValue): string | number {
  return isQuantity(value) ? value.valueOf() : (value ?? 0);
}

function filled(formula: string, cellOf: (key: string) => string): string {
  return formula.replaceAll(/\{(\w+)\}/gu, (_, key: string) => cellOf(key));
}

function letterOf(key: string, columns: readonly PaperColumn[]): string {
  return columnLetter(columns.findIndex((column) => column.key === key));
}
