import { neutralised } from '../../../src/adapters/excel/sheet-builder.js';
import { columnLetter } from '../../../src/shared/cell-name.js';
import { printable } from '../../../src/adapters/pdf/pdf-parts.js';

it.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['a=1', 'a=1'],
  ['', ''],
])('text %j never computes', (text, expected) => {
  expect(neutralised(text)).toBe(expected);
});

it('columns are named as in spreadsheets', () => {
  expect([0, 25, 26, 51, 52].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});

it('a character that the font lacks is named, not boxed', () => {
  expect(printable('张𠮷')).toBe('张[U+20BB7]');
  // U+F9DC, coded once more as U+9686.
  expect(printable('\uf9dc')).toBe('\u9686');
});
