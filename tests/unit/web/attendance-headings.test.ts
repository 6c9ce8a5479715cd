import { planColumns, columnKeys } from '../../../src/domain/attendance/columns.js';
import { en } from '../../../src/web/messages/en.js';
import { zh } from '../../../src/web/messages/zh.js';

describe('what the attendance page says of the file', () => {
  it.each([
    ['zh', /：([^；]+)；/u.exec(zh.attendance.columns)?.[1]?.split('、')],
    ['en', /: ([^;]+), or/u.exec(en.attendance.columns)?.[1]?.split(', ')],
  ])('%s: names every column as the import knows it', (_, cells) => {
    const { plan, problems } = planColumns({ number: 1, cells: cells ?? [] });
    expect([[...plan.keys()], problems]).toEqual([[...columnKeys], []]);
  });
});
