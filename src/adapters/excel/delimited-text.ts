import type { Table } from '../../domain/attendance/table.js';

/** Text of a file in UTF-8 (with or without mark), UTF-16 with a mark, or GB18030; undefined when it is none of them. */
export function decodeText(bytes: Buffer): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const candidate of encoding === undefined ? ['utf-8', 'gb18030'] : [encoding]) {
    try {
      const text = new TextDecoder(candidate, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? undefined : text;
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return undefined;
}

/** Rows of delimited text (RFC 4180), or the number of the line whose quotation mark is never closed. */
export function parseDelimited(text: string): { readonly rows: Table['rows'] } | { readonly openQuoteAt: number } {
  const delimiter = delimiterOf(text);
  const rows: { number: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let rowLine = 1;
  let quotedSince: number | null = null;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ number: rowLine, cells });
    cells = [];
    rowLine = line + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quotedSince !== null) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quotedSince = null;
    } else if (character === '"' && cell === '') quotedSince = line;
    else if (character === delimiter) endCell();
    else if (character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n')) endRow();
    else if (character !== '\r') cell += character;
    if (character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n')) line += 1;
  }
  if (quotedSince !== null) return { openQuoteAt: quotedSince };
  if (cell !== '' || cells.length > 0) endRow();
  return { rows };
}

/** The delimiter that stands most often in the heading line; a comma when none does. */
function delimiterOf(text: string): string {
  const heading = text.split(/[\r\n]/u, 1)[0] ?? '';
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
