/** Writes `fixtures/attendance/shijingshan-2026-04.csv` … `-06.csv`, the same on every run; the format is told in the README there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixtures } from '../src/adapters/system/fixtures.js';
import { projectRoot } from '../src/adapters/system/project-root.js';
import { serviceCalendar } from '../src/domain/calendar/calendar.js';
import { present } from '../src/shared/assert.js';
import { civilMonth } from '../src/shared/civil-date.js';
import { attendanceFile, attendanceOfMonth } from './sample/attendance-month.js';
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

for (const month of ['2026-04', '2026-05', '2026-06'].map(civilMonth)) {
  const file = attendanceFile(attendanceOfMonth(month, { contract, team, calendar, random }));
  writeFileSync(join(projectRoot, 'fixtures/attendance', `shijingshan-${month}.csv`), file);
}
