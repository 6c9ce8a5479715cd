import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';

/** A cell to write: a value, or a formula with the value that a viewer without recalculation shows. */
export type SheetCell = string | number | null | { readonly formula: string; readonly result: string | number };

export interface StyledCell {
  readonly content: SheetCell;
  readonly style?: CellStyle;
}

/** Collects a sheet row by row and knows where everything stands. */
export class SheetBuilder {
  private readonly rows: CellValue[][] = [];
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];

  /** Texts of merged rows, by row: spreadsheets fit no height to merged cells. */
  private readonly wideTexts = new Map<number, string>();

  constructor(private readonly name: string) {}

  /** Adds a row and gives its number as spreadsheets count (1 = the first). */
  add(cells: readonly (SheetCell | StyledCell)[], style?: CellStyle): number {
    const row = this.rows.length;
    this.rows.push(cells.map(() => null));
    for (const [column, given] of cells.entries())
      this.put(row, column, isStyled(given) ? given : { content: given }, style);
    return row + 1;
  }

  /** A row of one text across `columns` columns. */
  addWide(text: string, columns: number, style?: CellStyle): number {
    const row = this.add([text, ...Array.from({ length: columns - 1 }, () => null)], style);
    this.wideTexts.set(row - 1, text);
    this.merges.push({ startRow: row - 1, startCol: 0, endRow: row - 1, endCol: columns - 1 });
    return row;
  }

  sheet(layout: Omit<WriteSheet, 'name' | 'rows' | 'cells' | 'merges'>): WriteSheet {
    const width = (layout.columns ?? []).reduce((sum, column) => sum + (column.width ?? 8), 0);
    const rowDefs = new Map(
      [...this.wideTexts].map(([row, text]) => [row, { height: lineHeight * linesOf(text, width) }]),
    );
    return { name: this.name, rows: this.rows, cells: this.cells, merges: this.merges, rowDefs, ...layout };
  }

  private put(row: number, column: number, { content, style: own }: StyledCell, rowStyle: CellStyle | undefined): void {
    const style = own === undefined ? rowStyle : { ...rowStyle, ...own };
    const value = typeof content === 'string' ? neutralised(content) : content;
    const cell: Partial<Cell> =
      value !== null && typeof value === 'object' ? { formula: value.formula, formulaResult: value.result } : { value };
    this.cells.set(`${row},${column}`, style === undefined ? cell : { ...cell, style });
  }
}

const lineHeight = 18;

/** Lines that a text takes in a row of `width` Latin characters; a Chinese one is twice as wide. */
function linesOf(text: string, width: number): number {
  const wide = [...text.matchAll(/[\u{300}-\u{10FFFF}]/gu)].length;
  return Math.max(1, Math.ceil((text.length + wide) / Math.max(1, width)));
}

function isStyled(given: SheetCell | StyledCell): given is StyledCell {
  return given !== null && typeof given === 'object' && 'content' in given;
}

/**
 * Text that a spreadsheet could take for a formula, also after a copy into CSV, gets an apostrophe in front
 * (CSV injection): somebody else's note must never compute.
 */
export function neutralised(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetter(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${columnLetter(Math.floor(column / 26) - 1)}${columnLetter(column % 26)}`;
}
