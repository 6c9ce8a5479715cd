import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { fileBytesMax, readTable } from '../../../src/adapters/excel/read-table.js';
import { holdsAttendance } from '../../../src/domain/attendance/columns.js';
import { zipCondition } from '../../../src/adapters/excel/zip-guard.js';
import { zipOf } from '../../support/zip-files.js';

const rowsOf = async (bytes: Uint8Array, name = '考勤.csv') => {
  const table = await readTable({ name, bytes }, holdsAttendance);
  return table.ok ? table.value.rows.map(({ cells }) => cells) : table.refusal.code;
};
const expected = [
  ['日期', '备注'],
  ['2026-05-11', '甲,乙 "丙"\n丁'],
];
const csv = '日期,备注\r\n2026-05-11,"甲,乙 ""丙""\n丁"\r\n';

describe('delimited text', () => {
  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['semicolons', Buffer.from(csv.replace('日期,', '日期;').replace('11,', '11;'))],
    ['tabs', Buffer.from(csv.replace('日期,', '日期\t').replace('11,', '11\t'))],
    ['no line break at the end', Buffer.from(csv.trimEnd())],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected);
  });

  it('GBK', async () => {
    // 日期,状态 / 到岗,无
    expect(await rowsOf(Buffer.from('c8d5c6da2cd7b4ccac0ab5bdb8da2ccede0a', 'hex'))).toEqual([
      ['日期', '状态'],
      ['到岗', '无'],
    ]);
  });

  it('rows keep the number of their first line', async () => {
    const table = await readTable({ name: 'a.csv', bytes: Buffer.from(`${csv}2026-05-12,\n`) }, holdsAttendance);
    expect(table.ok && table.value.rows.map(({ number }) => number)).toEqual([1, 2, 4]);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'invalid-input'],
    ['an old or encrypted workbook, whatever its name', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'invalid-input'],
    ['a web page named .xls', Buffer.from('<html><table></table></html>'), 'invalid-input'],
    ['bytes that are no text', Buffer.from([0x00, 0xff, 0xfe, 0x81]), 'invalid-input'],
    ['an open quotation mark', Buffer.from('日期\n"2026'), 'invalid-input'],
    ['too many bytes', Buffer.alloc(fileBytesMax + 1, 0x41), 'too-large'],
    ['too many rows', Buffer.from('a\n'.repeat(200_001)), 'too-large'],
    ['a broken archive', Buffer.from('PK\u0003\u0004 and nothing more'), 'invalid-input'],
  ])('%s', async (_, bytes, code) => {
    expect(await rowsOf(bytes)).toBe(code);
  });

  it('an archive that unpacks without bound, even with a lying directory', async () => {
    const bomb = zipOf(deflateRawSync(Buffer.alloc(300 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(zipCondition(bomb)).toBe('too-large');
    expect(await rowsOf(bomb, 'bomb.xlsx')).toBe('too-large');
  });
});

it('reads the only sheet of a workbook: text, numbers, dates and times', async () => {
  const style = (numFmt: string) => ({ style: { numFmt } });
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '考勤',
        rows: [
          ['日期', '到岗', '备注'],
          [46153, 510 / 1440, '甲'],
        ],
        cells: new Map([
          ['1,0', { value: 46153, ...style('yyyy-mm-dd') }],
          ['1,1', { value: 510 / 1440, ...style('h:mm') }],
        ]),
      },
      { name: '空页', rows: [] },
    ],
  });
  const rows = await rowsOf(bytes, '考勤.xlsx');
  expect(rows).toEqual([['日期', '到岗', '备注'], expect.arrayContaining(['甲'])]);
  expect([rows[1]?.[0], rows[1]?.[1]]).toEqual(['2026-05-11', '08:30']);
});

it('reads a workbook that counts its days from 1904: a time alone is a time, and seconds are cut', async () => {
  const bytes = await writeXlsx({
    dateSystem: '1904',
    sheets: [
      {
        name: '考勤',
        rows: [
          ['日期', '到岗', '离岗', '打卡'],
          [new Date('2026-05-11T00:00:00Z'), 510 / 1440, (1050 - 1 / 60) / 1440, new Date('2026-05-11T08:30:27Z')],
        ],
        cells: new Map([
          ['1,0', { style: { numFmt: 'yyyy-mm-dd' } }],
          ['1,1', { value: 510 / 1440, style: { numFmt: 'h:mm' } }],
          ['1,2', { value: (1050 - 1 / 60) / 1440, style: { numFmt: 'h:mm' } }],
          ['1,3', { style: { numFmt: 'yyyy-mm-dd h:mm:ss' } }],
        ]),
      },
    ],
  });
  const rows = await rowsOf(bytes, '考勤.xlsx');
  expect(rows[1]).toEqual(['2026-05-11', '08:30', '17:30', '2026-05-11 08:30']);
});
