/** A cell as a reader hands it over: text, a number (a spreadsheet's serial date or time among them) or nothing. */
export type TableCell = string | number | null;

/** A sheet or delimited file, heading included. Row 1 is the first row of the file. */
export interface Table {
  readonly fileName: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly TableCell[] }[];
}

/** The text of a cell, full-width digits and punctuation brought to ASCII, outer spaces cut. */
export function cellText(cell: TableCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).normalize('NFKC').trim();
}
