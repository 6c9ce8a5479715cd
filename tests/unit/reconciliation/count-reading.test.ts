import type { TableCell } from '../../../src/domain/attendance/table.js';
import type { CountMapping } from '../../../src/domain/reconciliation/count-columns.js';
import { readCount } from '../../../src/domain/reconciliation/count-reading.js';
import { civilMonth } from '../../../src/shared/civil-date.js';
import { headcountDaysText } from '../../../src/shared/headcount-days.js';
import { smallHall } from '../../support/small-contract.js';

const facts = {
  contract: smallHall(),
  month: civilMonth('2026-05'),
  workers: [
    { code: 'W001', name: '王一' },
    { code: 'W002', name: '李二' },
    { code: 'W003', name: '李二' },
  ],
};
function read(rows: readonly (readonly TableCell[])[], mapping: CountMapping = {}) {
  const table = { fileName: '台账.xlsx', rows: rows.map((cells, index) => ({ number: index + 1, cells })) };
  return readCount(table, mapping, facts);
}
const heading = ['缺岗日期', '姓名', '窗口', '时段', '天数', '核减金额（元）', '原因'];

describe('the client’s count', () => {
  it('is read under the headings that clients use, with a title above and totals below', () => {
    const { claims, errors } = read([
      ['2026年5月空岗核减台账'],
      heading,
      ['2026年5月11日', '王一', '窗1', '全天', 1, '450.20', '离职'],
      ['5月12日', '', '窗2', '上午', '半天', 225.1008, '孩子生病'],
      ['合计', '', '', '', 1.5, 675.3, ''],
    ]);
    expect(errors).toEqual([]);
    expect(claims.map(({ units, ...rest }) => ({ ...rest, units: headcountDaysText(units) }))).toEqual([
      {
        ...{ row: 3, date: '2026-05-11', worker: 'W001', postGroup: 'hall/window', post: '窗1', part: 'whole' },
        ...{ units: '1', amountFen: 45_020, dailyRate: null, cause: 'personnelChange', note: '' },
      },
      {
        ...{ row: 4, date: '2026-05-12', worker: null, postGroup: 'hall/window', post: '窗2', part: 'morning' },
        ...{ units: '1/2', amountFen: 22_510, dailyRate: null, cause: null, note: '孩子生病' },
      },
    ]);
  });

  it('is read under headings that were mapped for the contract', () => {
    const rows = [
      ['那天', '谁', '多少'],
      ['2026-05-11', 'W002', '0.5'],
    ];
    const unmapped = read(rows);
    expect(unmapped.claims).toEqual([]);
    expect(unmapped.heading.found).toEqual(['那天', '谁', '多少']);
    expect(unmapped.errors.map(({ row, message }) => [row, message.zh])).toEqual([
      [1, '没有日期列：请指定。'],
      [1, '没有岗位列，也没有人员列：请至少指定一个。'],
    ]);
    const { claims, errors } = read(rows, { date: '那天', worker: '谁', units: '多少' });
    expect(errors).toEqual([]);
    expect(claims).toMatchObject([{ worker: 'W002', post: null, date: '2026-05-11' }]);
  });

  it('a mapped column that the file lacks is named', () => {
    const { errors } = read([heading, ['2026-05-11', '王一', '窗1', '', 1, '', '']], { amount: '扣款' });
    expect(errors).toMatchObject([{ row: 1, message: { zh: '没有列“扣款”（对应金额）。' } }]);
  });

  it.each<[string, TableCell[], string, string]>([
    ['another month', ['2026-06-11', '王一', '窗1', '', 1, '', ''], 'A2', '不在所核对的 2026-05 月内'],
    ['no date', ['下旬', '王一', '窗1', '', 1, '', ''], 'A2', '不是日期'],
    ['an unknown person', ['2026-05-11', '赵九', '窗1', '', 1, '', ''], 'B2', '没有人员“赵九”'],
    ['a name of two', ['2026-05-11', '李二', '窗1', '', 1, '', ''], 'B2', '有两人以上'],
    ['an unknown post', ['2026-05-11', '', '窗9', '', 1, '', ''], 'C2', '没有岗位“窗9”'],
    ['an unknown part', ['2026-05-11', '', '窗1', '傍晚', 1, '', ''], 'D2', '不认识的时段'],
    ['text in a number', ['2026-05-11', '', '窗1', '', '约一天半', '', ''], 'E2', '不是人天数'],
    ['a negative quantity', ['2026-05-11', '', '窗1', '', -1, '', ''], 'E2', '不是人天数'],
    ['text in an amount', ['2026-05-11', '', '窗1', '', 1, '待定', ''], 'F2', '不是金额'],
    ['neither post nor person', ['2026-05-11', '', '', '', 1, '', ''], 'C2', '须写明岗位或人员'],
  ])('%s is refused with its cell', (_, cells, cell, said) => {
    const { claims, errors } = read([heading, cells]);
    expect(claims).toEqual([]);
    expect(errors).toMatchObject([{ row: 2, cell, message: { zh: expect.stringContaining(said) as string } }]);
  });

  it.each([
    [20 / 480, '1/24'],
    [0.1 + 0.2, '3/10'],
    [1 / 3, '1/3'],
    [0.5, '1/2'],
    [0.125, '1/8'],
  ])('headcount-days that a formula left as %d are %s', (cell, units) => {
    const { claims, errors } = read([heading, ['2026-05-11', '', '窗1', '', cell, '', '']]);
    expect([errors, claims.map((claim) => claim.units.toFraction())]).toEqual([[], [units]]);
  });

  it('two columns of one name are refused, but for remarks', () => {
    const row = ['2026-05-11', '', '窗1', '', 1, '', ''];
    const twice = read([
      [...heading, '天数（天）', '备注', '备注'],
      [...row, 2, '', ''],
    ]);
    expect(twice.errors).toMatchObject([{ row: 1, message: { zh: '列“天数”不止一列：请改名或删去多余的。' } }]);
    expect(read([[...heading, '备注', '备注'], row]).errors).toEqual([]);
  });

  it('the same row twice is a slip', () => {
    const row = ['2026-05-11', '', '窗1', '上午', 0.5, '', ''];
    expect(read([heading, row, row]).errors).toMatchObject([{ row: 3, message: { zh: '与第 2 行重复。' } }]);
    expect(read([heading, row, ['2026-05-11', '', '窗1', '下午', 0.5, '', '']]).errors).toEqual([]);
  });

  it('more rows than a month can have are another kind of file', () => {
    const rows = [heading, ...Array.from({ length: 20_001 }, () => ['2026-05-11', '', '窗1', '', 1, '', ''])];
    expect(read(rows).errors).toMatchObject([{ row: 20_002 }]);
  });
});
