/** 0 → `A`, 26 → `AA`. */
export function columnLetter(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${columnLetter(Math.floor(column / 26) - 1)}${columnLetter(column % 26)}`;
}

/** The name that a spreadsheet gives a cell: row 5, third column → `C5`. */
export function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}
