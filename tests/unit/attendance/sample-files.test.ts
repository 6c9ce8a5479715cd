import { readFileSync } from 'node:fs';
import { readTable } from '../../../src/adapters/excel/read-table.js';
import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { holdsAttendance } from '../../../src/domain/attendance/columns.js';
import { readAttendance } from '../../../src/domain/attendance/table-reading.js';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import { present } from '../../../src/shared/assert.js';
import { civilMonth, eachDate, firstOfMonth, lastOfMonth } from '../../../src/shared/civil-date.js';

const { contracts, teams, notices, attendanceFiles } = readFixtures();
const contract = present(
  contracts.find(({ key }) => key === 'shijingshan'),
  'contract',
);
const team = present(
  teams.find((item) => item.contract === contract.key),
  'team',
);
const calendar = serviceCalendar({ notices, overrides: [] });

async function read(month: string) {
  const file = present(
    attendanceFiles.find((item) => item.contract === contract.key && item.month === month),
    `file of ${month}`,
  );
  const table = await readTable({ name: file.path, bytes: readFileSync(file.path) }, holdsAttendance);
  if (!table.ok) throw new Error(table.refusal.message.en);
  return readAttendance(table.value, {
    contract,
    term: contract.term,
    workers: new Set(team.workers.map(({ code }) => code)),
  });
}

describe('the sample attendance', () => {
  it.each(['2026-04', '2026-05', '2026-06'])(
    'of %s is read without an error and tells of every post due',
    async (month) => {
      const { records, errors } = await read(month);
      expect(errors).toEqual([]);
      const posts = new Map<string, Set<string>>();
      for (const { date, post } of records) posts.set(date, (posts.get(date) ?? new Set()).add(present(post, 'post')));
      const days = eachDate({ from: firstOfMonth(civilMonth(month)), to: lastOfMonth(civilMonth(month)) }).filter(
        (date) => date >= contract.term.from,
      );
      const due = { working: 140, saturday: 28, rest: 0, holidayBlock: 0 };
      for (const date of days) expect([date, posts.get(date)?.size ?? 0]).toEqual([date, due[calendar.day(date).kind]]);
    },
  );

  it('has a post that stays empty for three weeks while somebody is recruited', async () => {
    const { records } = await read('2026-05');
    const empty = records
      .filter(({ cause, post }) => cause === 'recruiting' && post === '咨询6')
      .map(({ date }) => date);
    expect(empty).toHaveLength(18);
    expect([empty[0], empty.at(-1)]).toEqual(['2026-05-06', '2026-05-27']);
  });

  it('has somebody at a post whom the client has not confirmed', async () => {
    const { records } = await read('2026-05');
    const codes = records
      .filter(({ cause, status }) => cause === 'unapproved' && status === 'present')
      .map(({ worker }) => worker);
    expect(new Set(codes)).toEqual(new Set(['W155']));
  });
});
