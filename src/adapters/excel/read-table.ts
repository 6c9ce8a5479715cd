import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import type { DoubtfulCell, Table, TableCell } from '../../domain/attendance/table.js';
import { cellName } from '../../shared/cell-name.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { decodeText, parseDelimited } from './delimited-text.js';
import { zipCondition } from './zip-guard.js';

export const fileBytesMax = 20 * 1024 * 1024;
export const rowsMax = 200_000;

/** Whether these rows are the table that is looked for. */
export type IsWanted = (rows: Table['rows']) => boolean;

/**
 * Reads a .csv or .xlsx file into rows of cells. What a file is, is told by its content; the name only serves the
 * messages. Of a workbook with several sheets the one that `isWanted` recognises is taken.
 * @returns refusals `too-large` (size, rows, a workbook that unpacks without bound) and `invalid-input` (not a readable
 * table, an archive that isn't sound, no sheet or several that hold the table: the sheets are named).
 */
export async function readTable(
  file: { readonly name: string; readonly bytes: Uint8Array },
  isWanted: IsWanted,
): Promise<Result<Table>> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length > fileBytesMax)
    return tooLarge(
      `文件 ${file.name} 超过 20 MB：请按月拆分。`,
      `${file.name} is larger than 20 MB: split it by month.`,
    );
  if (bytes.length === 0) return unreadable(`文件 ${file.name} 是空的。`, `${file.name} is empty.`);
  const table = await readRows(file.name, bytes, isWanted);
  if (table.ok && table.value.rows.length > rowsMax) {
    return tooLarge(
      `文件 ${file.name} 超过 200,000 行：请按月拆分。`,
      `${file.name} has more than 200,000 rows: split it by month.`,
    );
  }
  return table;
}

async function readRows(name: string, bytes: Buffer, isWanted: IsWanted): Promise<Result<Table>> {
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    return unreadable(
      `${name} 是旧版 .xls 或加密文件：请另存为不加密的 .xlsx。`,
      `${name} is an old .xls or an encrypted file: save it as .xlsx without a password.`,
    );
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook(name, bytes, isWanted);
  return readText(name, bytes);
}

async function readWorkbook(name: string, bytes: Buffer, isWanted: IsWanted): Promise<Result<Table>> {
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
    const isVisible = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) =>
      hidden !== true && veryHidden !== true;
    const workbook = await readXlsx(bytes, { sheets: isVisible, maxRows: rowsMax + 1 });
    return chooseSheet(
      name,
      workbook.sheets.map((sheet) => ({ sheet: sheet.name, table: tableOf(name, sheet) })),
      isWanted,
    );
  } catch {
    return unreadable(`${name} 不是可读的 .xlsx：请重新另存。`, `${name} is no readable .xlsx: save it again.`);
  }
}

/** The only sheet is what the person meant, whatever it holds: its headings say what is missing. Of several, none is guessed. */
function chooseSheet(
  name: string,
  sheets: readonly { readonly sheet: string; readonly table: Table }[],
  isWanted: IsWanted,
): Result<Table> {
  const filled = sheets.filter(({ table }) => table.rows.length > 0);
  const [only = sheets[0]] = filled;
  if (filled.length <= 1) return done(only?.table ?? { fileName: name, rows: [] });
  const wanted = filled.filter(({ table }) => isWanted(table.rows));
  const [first] = wanted;
  if (first !== undefined && wanted.length === 1) return done(first.table);
  const named = (wanted.length > 0 ? wanted : filled).map(({ sheet }) => `“${sheet}”`);
  return wanted.length > 0
    ? unreadable(
        `${name} 中有几张表都像所要的表：${named.join('、')}。请每个文件只留一张。`,
        `Several sheets of ${name} hold such a table: ${named.join(', ')}. Keep one of them in a file.`,
      )
    : unreadable(
        `${name} 的各张表都缺少所需的列：${named.join('、')}。请核对是否选对了文件。`,
        `No sheet of ${name} has the columns that are needed: ${named.join(', ')}. Check that it is the right file.`,
      );
}

function tableOf(fileName: string, sheet: Sheet): Table {
  return {
    fileName,
    rows: sheet.rows.map((cells, index) => ({ number: index + 1, cells: cells.map(toCell) })),
    doubtful: doubtfulCells(sheet),
  };
}

/** What a sheet shows and a table can't hold: of merged cells only the first has a value, and formulas are never computed here. */
function doubtfulCells({ merges = [], cells }: Sheet): DoubtfulCell[] {
  const merged = merges.map(({ startRow, startCol, endRow, endCol }) => ({
    row: endRow + 1,
    area: { rows: [startRow + 1, endRow + 1], columns: [startCol, endCol] } as const,
    cell: `${cellName(startRow + 1, startCol)}:${cellName(endRow + 1, endCol)}`,
    message: {
      zh: '合并单元格：请取消合并，每行各写各的值。',
      en: 'Merged cells: unmerge them and give every row its own value.',
    },
  }));
  const unsound = [...(cells ?? [])].flatMap(([place, { type, formula, value }]): DoubtfulCell[] => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const area = { rows: [row + 1, row + 1], columns: [column, column] } as const;
    const at = { row: row + 1, cell: cellName(row + 1, column), area };
    if (
      type === 'error' ||
      (typeof value === 'string' && /^#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/u.test(value))
    )
      return [
        {
          ...at,
          message: {
            zh: `公式出错（${String(value)}）：请改为数值。`,
            en: `The formula fails (${String(value)}): write the value.`,
          },
        },
      ];
    if (formula !== undefined && value === null)
      return [
        {
          ...at,
          message: {
            zh: '公式没有计算结果：请在表格软件中重算并保存，或改为数值。',
            en: 'The formula has no stored result: recalculate and save it, or write the value.',
          },
        },
      ];
    return [];
  });
  return [...merged, ...unsound];
}

/** The first day of a workbook that counts from 1904; others count from 1900. Up to it a date is a time of day alone. */
const lastFirstDay = '1904-01-01';

/**
 * Dates and times come as instants of UTC that show the sheet's wall clock, 8:30 at times as a moment before it: what
 * is a second short of a minute is that minute, as for times that come as numbers.
 */
function toCell(value: CellValue): TableCell {
  if (!(value instanceof Date)) return typeof value === 'boolean' ? String(value) : value;
  const [date = '', time = ''] = new Date(value.getTime() + 1000).toISOString().split('T');
  const clock = time.slice(0, 5);
  return date <= lastFirstDay ? clock : clock === '00:00' ? date : `${date} ${clock}`;
}

function readText(name: string, bytes: Buffer): Result<Table> {
  const text = decodeText(bytes);
  if (text === undefined)
    return unreadable(
      `${name} 不是可读的表格（可能是图片、PDF 等改了扩展名，或文字编码不明）：请另存为 .xlsx 或 UTF-8 的 CSV。`,
      `${name} is no readable table (perhaps a picture or PDF under another name, or text in an unknown encoding): save it as .xlsx, or as CSV in UTF-8.`,
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
