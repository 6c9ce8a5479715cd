import type { LocalText } from '../../shared/text.js';

/** A cell as a reader hands it over: text, a number (a spreadsheet's serial date or time among them) or nothing. */
export type TableCell = string | number | null;

/** A sheet or delimited file, heading included. Row 1 is the first row of the file. */
export interface Table {
  readonly fileName: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly TableCell[] }[];
  /** Cells that hold no plain value: merged, a formula without a result, an error of the spreadsheet. */
  readonly doubtful?: readonly DoubtfulCell[];
}

export interface DoubtfulCell {
  /** Of merged cells the last row: only a merge that reaches below the heading swallows data. */
  readonly row: number;
  /** `B7`, or `B7:B9` of merged cells. */
  readonly cell: string;
  readonly area: CellArea;
  readonly message: LocalText;
}

/** Rows as the file numbers them, columns from 0; both ends belong to it. */
export interface CellArea {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** One thing wrong with one row, in words that say what to change. `row` is the row's number in the file. */
export interface RowError {
  readonly row: number;
  /** Heading of the column; null when the row as a whole is wrong. */
  readonly column: string | null;
  /** `C5`; null when the row as a whole is wrong. */
  readonly cell: string | null;
  readonly message: LocalText;
}

/** Doubtful cells among the data: above the heading people may merge and compute as they like. */
export function doubtsBelow({ doubtful = [] }: Table, headingRow: number): RowError[] {
  return doubtful
    .filter(({ row }) => row > headingRow)
    .map(({ row, cell, message }) => ({ row, column: null, cell, message }));
}

/** The text of a cell, full-width digits and punctuation brought to ASCII, outer spaces cut. */
export function cellText(cell: TableCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return plain.test(text) ? text : text.normalize('NFKC').trim();
}

/** Nothing to bring into order: most cells are codes, days and times. */
const plain = /^[!-~]*$/u;
