import { deflateRawSync } from 'node:zlib';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { readTable } from '../../../src/adapters/excel/read-table.js';
import { zipCondition } from '../../../src/adapters/excel/zip-guard.js';
import { holdsAttendance } from '../../../src/domain/attendance/columns.js';
import { readAttendance } from '../../../src/domain/attendance/table-reading.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { zipOf } from '../../support/zip-files.js';
import { smallHall } from '../../support/small-contract.js';

const heading = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗'];
const day = (number: number, post = '窗1') => {
  const date = `2026-05-${String(number).padStart(2, '0')}`;
  return [date, 'W001', 'hall/window', post, '08:30', '17:00'];
};
const facts = {
  contract: smallHall(),
  term: { from: civilDate('2026-04-02'), to: civilDate('2027-04-01') },
  workers: new Set(['W001', 'W002']),
};

async function read(...sheets: WriteSheet[]) {
  const table = await readTable({ name: '考勤.xlsx', bytes: await writeXlsx({ sheets }) }, holdsAttendance);
  if (!table.ok) return { records: 0, errors: [table.refusal.message.zh] };
  const { records, errors } = readAttendance(table.value, facts);
  return { records: records.length, errors: errors.map(({ cell, message }) => `${cell ?? ''} ${message.zh}`) };
}

describe('which sheet', () => {
  const attendance = { name: '五月', rows: [heading, day(11)] };

  it('is the one that has the columns, wherever it stands', async () => {
    expect(await read({ name: '说明', rows: [['填表说明']] }, attendance)).toEqual({ records: 1, errors: [] });
  });

  it('hidden ones are left alone', async () => {
    expect(await read({ ...attendance, name: '旧', hidden: true }, attendance)).toEqual({ records: 1, errors: [] });
  });

  it('none: the sheets are named', async () => {
    const { errors } = await read({ name: '说明', rows: [['x']] }, { name: '汇总', rows: [['y']] });
    expect(errors[0]).toContain('“说明”、“汇总”');
  });

  it('several: none is guessed', async () => {
    const { errors } = await read(attendance, { ...attendance, name: '六月' });
    expect(errors[0]).toContain('“五月”、“六月”');
  });
});

describe('cells that hold no plain value are named and keep the file out', () => {
  it('merged cells among the data; above the heading they are a title', async () => {
    const rows = [['石景山五月考勤'], heading, day(11), ['', ...day(12).slice(1)]];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
      { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
    ];
    const { errors } = await read({ name: '五月', rows, merges });
    expect(errors.filter((error) => error.includes('合并单元格'))).toEqual([
      'A3:A4 合并单元格：请取消合并，每行各写各的值。',
    ]);
  });

  it('a formula that nobody computed, and one that fails', async () => {
    const rows = [heading, day(11), day(12)];
    const cells = new Map([
      ['1,4', { formula: 'REPT("9",1E9)' }],
      ['2,5', { formula: '1/0', formulaResult: '#DIV/0!' }],
    ]);
    const { records, errors } = await read({ name: '五月', rows, cells });
    expect(records).toBe(0);
    expect(errors).toContain('E2 公式没有计算结果：请在表格软件中重算并保存，或改为数值。');
    expect(errors).toContain('F3 公式出错（#DIV/0!）：请改为数值。');
  });

  it('text where a time belongs', async () => {
    const answer = await read({
      name: '五月',
      rows: [heading, ['2026-05-11', 'W001', 'hall/window', '窗1', '八点半', '17:00']],
    });
    expect(answer).toEqual({ records: 0, errors: ['E2 “八点半”不是时间：请写成 08:30。'] });
  });
});

it('a hundred thousand rows of another table are told by their first row and cell', () => {
  const rows = [heading, ...Array.from({ length: 100_000 }, () => day(31, '窗99'))].map((cells, index) => ({
    number: index + 1,
    cells,
  }));
  const { records, errors } = readAttendance({ fileName: 'a.csv', rows }, facts);
  expect(records).toEqual([]);
  expect(errors).toHaveLength(100_000);
  expect(errors[0]).toMatchObject({ row: 2, cell: 'D2' });
});

it('entities that expand into each other are no workbook', () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "boom">]><a>&b;</a>';
  expect(zipCondition(zipOf(deflateRawSync(Buffer.from(bomb))))).toBe('unsound');
});
