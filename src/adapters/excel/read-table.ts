import { readXlsx, type CellValue } from 'hucre/xlsx';
import type { Table, TableCell } from '../../domain/attendance/table.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { decodeText, parseDelimited } from './delimited-text.js';
import { zipCondition } from './zip-guard.js';

export const fileBytesMax = 20 * 1024 * 1024;
export const rowsMax = 200_000;

/**
 * Reads a .csv or .xlsx file (its first sheet) into rows of cells. What a file is, is told by its content; the name
 * only serves the messages.
 * @returns refusals `too-large` (size, rows, a workbook that unpacks without bound) and `invalid-input` (not a readable table, an archive that isn't sound).
 */
export async function readTable(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Result<Table>> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length > fileBytesMax)
    return tooLarge(
      `文件 ${file.name} 超过 20 MB：请按月拆分。`,
      `${file.name} is larger than 20 MB: split it by month.`,
    );
  if (bytes.length === 0) return unreadable(`文件 ${file.name} 是空的。`, `${file.name} is empty.`);
  const table = await readRows(file.name, bytes);
  if (table.ok && table.value.rows.length > rowsMax) {
    return tooLarge(
      `文件 ${file.name} 超过 200,000 行：请按月拆分。`,
      `${file.name} has more than 200,000 rows: split it by month.`,
    );
  }
  return table;
}

async function readRows(name: string, bytes: Buffer): Promise<Result<Table>> {
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    return unreadable(
      `${name} 是旧版 .xls 或加密文件：请另存为不加密的 .xlsx。`,
      `${name} is an old .xls or an encrypted file: save it as .xlsx without a password.`,
    );
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook(name, bytes);
  return readText(name, bytes);
}

async function readWorkbook(name: string, bytes: Buffer): Promise<Result<Table>> {
  const condition = zipCondition(bytes);
  if (condition === 'too-large')
    return tooLarge(
      `${name} 解压后过大：请按月拆分后另存。`,
      `${name} unpacks too large: split it by month and save it again.`,
    );
  if (condition === 'unsound')
    return unreadable(
      `${name} 不是完整的 .xlsx（压缩包损坏、加密或截断）：请重新另存。`,
      `${name} is no complete .xlsx (its archive is broken, encrypted or cut off): save it again.`,
    );
  try {
    const workbook = await readXlsx(bytes, { sheets: [0], maxRows: rowsMax + 1 });
    const rows = workbook.sheets[0]?.rows ?? [];
    return done({
      fileName: name,
      rows: rows.map((cells, index) => ({ number: index + 1, cells: cells.map(toCell) })),
    });
  } catch {
    return unreadable(`${name} 不是可读的 .xlsx：请重新另存。`, `${name} is no readable .xlsx: save it again.`);
  }
}

/** Dates and times come as instants of UTC that show the sheet's wall clock. */
function toCell(value: CellValue): TableCell {
  if (!(value instanceof Date)) return typeof value === 'boolean' ? String(value) : value;
  const [date = '', time = ''] = value.toISOString().split('T');
  const clock = time.slice(0, 5);
  return date < '1901' ? clock : clock === '00:00' ? date : `${date} ${clock}`;
}

function readText(name: string, bytes: Buffer): Result<Table> {
  const text = decodeText(bytes);
  if (text === undefined)
    return unreadable(
      `${name} 的文字编码无法识别：请另存为 UTF-8 的 CSV。`,
      `The encoding of ${name} is unknown: save it as CSV in UTF-8.`,
    );
  if (/^\s*<(?:!doctype|html|\?xml|table)/iu.test(text)) {
    return unreadable(
      `${name} 是网页，不是表格：请另存为 .xlsx 或 CSV。`,
      `${name} is a web page: save it as .xlsx or CSV.`,
    );
  }
  const parsed = parseDelimited(text);
  if ('openQuoteAt' in parsed) {
    return unreadable(
      `${name} 第 ${parsed.openQuoteAt} 行的引号没有配对。`,
      `The quotation mark in line ${parsed.openQuoteAt} of ${name} is never closed.`,
    );
  }
  return done({ fileName: name, rows: parsed.rows });
}

function unreadable(zh: string, en: string): Result<Table> {
  return refuse('invalid-input', { zh, en });
}

function tooLarge(zh: string, en: string): Result<Table> {
  return refuse('too-large', { zh, en });
}
