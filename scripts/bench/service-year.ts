import { readTable } from '../../src/adapters/excel/read-table.js';
import { closePeriod } from '../../src/application/close-period/close-period.js';
import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../src/application/import-attendance/import-attendance.js';
import { monthStatement } from '../../src/application/month-statement/month-statement.js';
import { postVacancies } from '../../src/application/post-vacancies/post-vacancies.js';
import { verify } from '../../src/application/verify/verify.js';
import { holdsAttendance } from '../../src/domain/attendance/columns.js';
import { attendanceFile } from '../sample/attendance-month.js';
import type { Bench } from './engines.js';
import { firstDayAfter, publishWeeks, sampleService, store, valueOf } from './sample-service.js';
import type { Stopwatch } from './stopwatch.js';

/**
 * A year of the Shijingshan hall (140 posts, 248 full days and the Saturdays of the term): twelve months and a day from
 * attendance files to sealed statements, as finance does it month after month, then the whole proof from an empty ledger.
 */
export async function serviceYear(bench: Bench, watch: Stopwatch): Promise<string> {
  const service = sampleService();
  const { contract } = service;
  await store(bench, service);
  bench.clock.setToday(contract.term.from);
  const rate = { yuanPerPostYear: '111650.00', document: '批复1号', from: contract.term.from };
  valueOf(await enterRate(bench, { contract: contract.key, ...rate }));
  let [rows, lines] = [0, 0];
  for (const month of service.months) {
    const attendance = service.attendance(month);
    await publishWeeks(bench, service, attendance);
    const bytes = Buffer.from(attendanceFile(attendance));
    const query = { contract: contract.key, month };
    rows += attendance.length;
    bench.clock.setToday(firstDayAfter(month));
    const table = await watch.time('read file', () => readTable({ name: `${month}.csv`, bytes }, holdsAttendance));
    await watch.time('import', async () =>
      valueOf(await importAttendance(bench, { contract: contract.key, table: valueOf(table) })),
    );
    await watch.time('post', async () => valueOf(await postVacancies(bench, query)));
    await watch.time('close', async () => valueOf(await closePeriod(bench, query)));
    const statement = await watch.time('statement', async () => valueOf(await monthStatement(bench, query)));
    lines += statement.lines.length;
  }
  const proof = await watch.time('verify', async () =>
    valueOf(await verify(bench, { contract: contract.key, recheckRoster: () => true })),
  );
  return `${rows} rows of attendance, ${lines} lines, ${proof.contracts[0]?.journalEntries ?? 0} journal entries, ${service.months.length} sealed months`;
}
