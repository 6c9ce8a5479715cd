import { readAttendance } from '../../../src/domain/attendance/table-reading.js';
import { readDateCell, readTimeCell } from '../../../src/domain/attendance/cell-values.js';
import type { TableCell } from '../../../src/domain/attendance/table.js';
import { columnLetter } from '../../../src/shared/cell-name.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { smallHall } from '../../support/small-contract.js';

const term = { from: civilDate('2026-04-02'), to: civilDate('2027-04-01') };
const heading = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态', '原因', '顶岗对象', '备注'];
/** A hall whose guides have a night duty. */
const contract = {
  ...smallHall(),
  shifts: smallHall().shifts.map((shift) =>
    shift.key === 'main'
      ? { ...shift, groups: ['hall/guide'], segments: [{ start: '17:30' as const, end: '09:00' as const }] }
      : shift,
  ),
};
const facts = { contract, term, workers: new Set(['W001', 'W002']) };

function read(...rows: TableCell[][]) {
  return readAttendance({ fileName: 'a.csv', rows: rows.map((cells, index) => ({ number: index + 1, cells })) }, facts);
}
const good = ['2026-05-11', 'W001', 'hall/window', '窗1', '08:30', '17:00', '到岗', '', '', ''];
const changed = (changes: Record<string, TableCell>) =>
  heading.map((name, index) => changes[name] ?? good[index] ?? '');

describe('dates', () => {
  it.each([
    ['2026-05-11'],
    ['2026/5/11'],
    ['2026.5.11'],
    ['2026年5月11日'],
    ['20260511'],
    ['5月11日'],
    ['２０２６－０５－１１'],
    ['2026-05-11 00:00:00'],
    [46153],
  ])('%s', (cell) => {
    expect(readDateCell(cell, term)).toBe('2026-05-11');
  });

  it.each([['2026-02-30'], ['11/05/2026'], ['26-5-11'], ['昨天'], [''], [3.5], [12]])('%s is none', (cell) => {
    expect(readDateCell(cell, term)).toBeUndefined();
  });

  it('a day without a year is read only if the term holds it once', () => {
    const twoYears = { from: civilDate('2026-01-01'), to: civilDate('2027-12-31') };
    expect(readDateCell('5月11日', twoYears)).toBeUndefined();
  });
});

describe('times', () => {
  it.each([
    ['8:30', 510],
    ['08:30', 510],
    ['08:30:00', 510],
    ['08:30:27', 510],
    ['0830', 510],
    ['830', 510],
    ['8：30', 510],
    ['8时30分', 510],
    ['24:00', 1440],
    ['次日9:00', 1980],
    [510 / 1440, 510],
    [0.3543, 510],
  ])('%s', (cell, minute) => {
    expect(readTimeCell(cell)).toBe(minute);
  });

  it.each([['25:00'], ['8:61'], ['上午'], [1.5], ['2026-05-11 8:30']])('%s is none', (cell) => {
    expect(readTimeCell(cell)).toBeUndefined();
  });

  it.each([
    ['2026-05-11 08:30', 510],
    ['2026/5/11 08:30:27', 510],
    ['2026-05-11T17:30', 1050],
    ['2026-05-12 9:00', 1980],
    ['2026-05-10 08:30', undefined],
    ['2026-05-13 08:30', undefined],
    ['2026-05-32 08:30', undefined],
    ['2026-05-11 早', undefined],
  ])('of a clocking machine on 11 May: %s', (cell, minute) => {
    expect(readTimeCell(cell, civilDate('2026-05-11'))).toBe(minute);
  });
});

describe('rows', () => {
  it('begin below the heading, with a title above it or not', () => {
    const title: TableCell[] = ['石景山区政务服务中心 2026年5月考勤表', ...heading.slice(1).map(() => null)];
    const titled = read(title, ['制表单位', null], heading, good, changed({ 日期: '昨天', 工号: 'W002' }));
    expect([titled.rowsRead, titled.records.length]).toEqual([2, 1]);
    expect(titled.errors.map(({ row }) => row)).toEqual([5]);
    expect(read(['姓名', '工资'], ['甲', 1]).errors.length).toBeGreaterThan(0);
  });

  it('by the ten thousand are read in a moment, and every contradiction is found', () => {
    const many = Array.from({ length: 20_000 }, () => good);
    expect(read(heading, ...many).errors).toHaveLength(19_999);
  });

  it('become records', () => {
    expect(
      read(heading, good, changed({ 工号: 'W002', 到岗: '', 离岗: '', 状态: '缺勤', 原因: '年休假' })).records,
    ).toMatchObject([
      {
        worker: 'W001',
        date: '2026-05-11',
        post: '窗1',
        arrivedMinute: 510,
        leftMinute: 1020,
        status: 'present',
        cause: null,
      },
      { worker: 'W002', arrivedMinute: null, status: 'absent', cause: 'leave' },
    ]);
  });

  it('English headings in another order, without optional columns', () => {
    const reading = read(
      ['Worker', 'Date', 'Post Group', 'In', 'Out'],
      ['w001', '2026-05-11', 'hall/guide', '17:30', '9:00'],
    );
    expect(reading.records).toMatchObject([{ worker: 'W001', post: null, arrivedMinute: 1050, leftMinute: 1980 }]);
  });

  it.each([
    ['an unknown worker', { 工号: 'W999' }, '工号', 'W999'],
    ['an unknown group', { 岗位组: 'hall/other' }, '岗位组', 'hall/other'],
    ['an unknown post', { 岗位: '窗9' }, '岗位', '窗9'],
    ['a day outside the term', { 日期: '2026-04-01' }, '日期', '2026-04-01'],
    ['no date', { 日期: '五月' }, '日期', '五月'],
    ['no time', { 到岗: '早上' }, '到岗', '早上'],
    ['a time missing', { 离岗: '' }, '离岗', '同时'],
    ['an unknown status', { 状态: '也许' }, '状态', '也许'],
    ['an unknown cause', { 原因: '心情' }, '原因', '心情'],
    ['a cover for nobody', { 顶岗对象: 'W999' }, '顶岗对象', 'W999'],
    ['an absence with times', { 状态: '缺勤' }, '到岗', '缺勤'],
    ['nobody present', { 工号: '' }, '工号', '工号'],
    ['a departure before the arrival', { 到岗: '17:00', 离岗: '08:30' }, '离岗', '早于'],
    ['no time at all', { 离岗: '08:30' }, '离岗', '不合理'],
    ['the time of another day', { 到岗: '2026-05-10 08:30' }, '到岗', '时间'],
    ['a note without end', { 备注: '长'.repeat(1001) }, '备注', '1001'],
  ])('%s is reported with row, column and reason', (_, changes, column, word) => {
    const { records, errors } = read(heading, good, changed({ 岗位: '窗2', 工号: 'W002', ...changes }));
    expect(errors).toEqual([
      {
        row: 3,
        column,
        cell: `${columnLetter(heading.indexOf(column))}3`,
        message: { zh: expect.stringContaining(word) as string, en: expect.any(String) as string },
      },
    ]);
    expect(records).toHaveLength(1);
  });

  it('columns must be known, single and complete', () => {
    expect(read(['日期', '工号', '岗位组', '到岗', '天气'], good).errors.map(({ message }) => message.zh)).toEqual([
      '不认识的列“天气”：请删除或改名。',
      '缺少列“离岗”。',
    ]);
  });

  it('repetitions and contradictions', () => {
    const elsewhere = changed({ 岗位: '窗2', 到岗: '16:59', 离岗: '18:00' });
    expect(read(heading, good, good).errors.map(({ row }) => row)).toEqual([3]);
    const clash = read(heading, good, elsewhere);
    expect([clash.errors.map(({ row }) => row), clash.records]).toEqual([[2, 3], []]);
    expect(read(heading, good, changed({ 岗位: '窗2', 到岗: '17:00', 离岗: '18:00' })).errors).toEqual([]);
    expect(read(heading, good, changed({ 到岗: '', 离岗: '', 状态: '缺勤' })).errors.map(({ row }) => row)).toEqual([
      2, 3,
    ]);
  });

  it('a night shift clashes with the next morning elsewhere', () => {
    const night = changed({ 到岗: '17:30', 离岗: '次日9:00' });
    expect(read(heading, night, changed({ 日期: '2026-05-12', 岗位: '窗2' })).errors.map(({ row }) => row)).toEqual([
      2, 3,
    ]);
  });
});
