/** Writes `fixtures/attendance/shijingshan-2026-04.csv` … `-06.csv`, the same on every run; the format is told in the README there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixtures } from '../src/adapters/system/fixtures.js';
import { projectRoot } from '../src/adapters/system/project-root.js';
import { serviceCalendar } from '../src/domain/calendar/calendar.js';
import { present } from '../src/shared/assert.js';
import { civilMonth, eachDate, firstOfMonth, lastOfMonth } from '../src/shared/civil-date.js';
import { attendanceOn } from './sample/attendance-days.js';
import { seededRandom } from './sample/seeded-random.js';

const { contracts, teams, notices } = readFixtures();
const contract = present(
  contracts.find(({ key }) => key === 'shijingshan'),
  'contract',
);
const team = present(
  teams.find((item) => item.contract === contract.key),
  'team',
);
const calendar = serviceCalendar({ notices, overrides: [] });
const random = seededRandom(606);
const headings = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态', '原因', '顶岗对象', '备注'] as const;

for (const month of ['2026-04', '2026-05', '2026-06'].map(civilMonth)) {
  const days = eachDate({ from: firstOfMonth(month), to: lastOfMonth(month) }).filter(
    (date) => date >= contract.term.from,
  );
  const lines = days.flatMap((date) => attendanceOn(date, { contract, team, calendar, random }));
  const rows = [headings, ...lines.map((line) => headings.map((heading) => line[heading]))].map((cells) =>
    cells.join(','),
  );
  // Spreadsheets recognise UTF-8 by its mark and expect CRLF.
  writeFileSync(join(projectRoot, 'fixtures/attendance', `shijingshan-${month}.csv`), `\uFEFF${rows.join('\r\n')}\r\n`);
}
