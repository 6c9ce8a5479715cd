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

  /** What each row shows, for its height: spreadsheets fit none to merged cells, and some none to any stored row. */
  private readonly texts = new Map<number, { readonly texts: readonly string[]; readonly heightMin: number }>();

  constructor(private readonly name: string) {}

  /** Adds a row and gives its number as spreadsheets count (1 = the first). */
  add(cells: readonly (SheetCell | StyledCell)[], style?: CellStyle, heightMin = lineHeight): number {
    const row = this.rows.length;
    this.rows.push(cells.map(() => null));
    const contents = cells.map((given) => (isStyled(given) ? given : { content: given }));
    for (const [column, cell] of contents.entries()) this.put(row, column, cell, style);
    this.texts.set(row, { texts: contents.map(({ content }) => shownText(content)), heightMin });
    return row + 1;
  }

  /** A row of one text, or formula, across `columns` columns. */
  addWide(content: SheetCell, columns: number, style?: CellStyle, heightMin = lineHeight): number {
    const row = this.add([content, ...Array.from({ length: columns - 1 }, () => null)], style, heightMin);
    this.merge(row, 0, columns);
    return row;
  }

  /** Merges the cells of a row from one column up to another, that one left out. */
  merge(row: number, from: number, to: number): void {
    this.merges.push({ startRow: row - 1, startCol: from, endRow: row - 1, endCol: to - 1 });
  }

  sheet(layout: Omit<WriteSheet, 'name' | 'rows' | 'cells' | 'merges'>): WriteSheet {
    const widths = (layout.columns ?? []).map(({ width = 8 }) => width);
    const widthOf = (row: number, column: number): number => {
      const merge = this.merges.find(({ startRow, startCol }) => startRow === row && startCol === column);
      return widths.slice(column, (merge?.endCol ?? column) + 1).reduce((sum, width) => sum + width, 0);
    };
    const rowDefs = new Map(
      [...this.texts].map(([row, { texts, heightMin }]) => {
        const lines = Math.max(1, ...texts.map((text, column) => linesOf(text, widthOf(row, column))));
        return [row, { height: Math.max(heightMin, lineHeight * lines) }];
      }),
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

/** Points of one line of the ten-point font. */
const lineHeight = 15;

/**
 * Lines that a text takes in a cell as wide as `width` digits, one of them kept for the cell's padding; other
 * Latin characters pass for digits, a Chinese one is twice as wide and never broken.
 */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 1);
  let [lines, used] = [1, 0];
  for (const character of text) {
    const size = character > '\u02ff' ? 2 : 1;
    if (used + size > room) [lines, used] = [lines + 1, 0];
    used += size;
  }
  return lines;
}

/** Numbers are formatted and never wrapped. */
function shownText(content: SheetCell): string {
  const shown = content !== null && typeof content === 'object' ? content.result : content;
  return typeof shown === 'string' ? shown : '';
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
