import { closePeriod } from '../../src/application/close-period/close-period.js';
import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../src/application/import-attendance/import-attendance.js';
import { recordIncident } from '../../src/application/incidents/incidents.js';
import { monthLines } from '../../src/application/month-lines/month-lines.js';
import { monthStatement } from '../../src/application/month-statement/month-statement.js';
import { postVacancies } from '../../src/application/post-vacancies/post-vacancies.js';
import { viewSettlement } from '../../src/application/settlement/read-settlement.js';
import { verify } from '../../src/application/verify/verify.js';
import { readTable } from '../../src/adapters/excel/read-table.js';
import { holdsAttendance } from '../../src/domain/attendance/columns.js';
import { answerEntry } from '../../src/domain/ledger/journal/line-answer.js';
import { monthTotal } from '../../src/domain/ledger/journal/journal-check.js';
import { lineEntry } from '../../src/domain/ledger/journal/posting.js';
import type { VacancyLine } from '../../src/domain/ledger/vacancy/vacancy-line.js';
import { civilDate, firstOfMonth, type CivilMonth } from '../../src/shared/civil-date.js';
import { done } from '../../src/shared/result.js';
import { attendanceFile } from '../sample/attendance-month.js';
import type { Bench } from './engines.js';
import { firstDayAfter, publishWeeks, sampleService, store, valueOf, type SampleService } from './sample-service.js';
import type { Stopwatch } from './stopwatch.js';

const [contracts, linesAMonth] = [10, 100];
const term = { from: civilDate('2022-01-01'), to: civilDate('2026-12-31'), clause: '第二条' };

/**
 * Ten contracts with five years of journal each: 59 sealed months of a hundred lines, every one answered by the client,
 * and a sixtieth that is worked on with its attendance and rosters.
 */
export async function journalDecade(bench: Bench, watch: Stopwatch): Promise<string> {
  const sample = sampleService();
  const services = Array.from({ length: contracts }, (_, index) =>
    sampleService({ ...sample.contract, key: `hall-${index + 1}`, signedOn: term.from, term }),
  );
  for (const service of services) await prepare(bench, service, watch);
  for (const { contract, months } of services) {
    const query = { contract: contract.key, month: last(months) };
    await watch.time('statement', async () => valueOf(await monthStatement(bench, query)));
    await watch.time('lines', async () => valueOf(await monthLines(bench, query)));
    await watch.time('settlement', async () => valueOf(await viewSettlement(bench, query)));
    await watch.time('incident', async () => {
      const example = 'complaint-on-site';
      const facts = { family: 'shareOfTotalBySeverity', grade: 'minor', isExcepted: false, example } as const;
      const about = { rule: 'error', date: firstOfMonth(query.month), evidence: '', document: '通知书' };
      valueOf(await recordIncident(bench, { contract: contract.key, ...about, facts }));
    });
    await watch.time('close', async () => valueOf(await closePeriod(bench, query)));
  }
  const proof = await watch.time('verify one', async () =>
    valueOf(await verify(bench, { contract: 'hall-1', recheckRoster: () => true })),
  );
  const entries = proof.contracts[0]?.journalEntries ?? 0;
  return `${contracts} contracts, ${entries} journal entries each in ${services[0]?.months.length ?? 0} months`;
}

async function prepare(bench: Bench, service: SampleService, watch: Stopwatch): Promise<void> {
  const { contract, months } = service;
  await store(bench, service);
  const month = last(months);
  const lines = service.attendance(month);
  await publishWeeks(bench, service, lines);
  bench.clock.setToday(firstDayAfter(month));
  const rate = { yuanPerPostYear: '111650.00', document: '批复1号', from: term.from };
  valueOf(await enterRate(bench, { contract: contract.key, ...rate }));
  const bytes = Buffer.from(attendanceFile(lines));
  const table = valueOf(await readTable({ name: 'month.csv', bytes }, holdsAttendance));
  valueOf(await importAttendance(bench, { contract: contract.key, table }));
  valueOf(await postVacancies(bench, { contract: contract.key, month }));
  const statement = valueOf(await monthStatement(bench, { contract: contract.key, month }));
  await watch.time('append', async () => {
    for (const earlier of months.slice(0, -1))
      await sealedMonth(bench, { service, month: earlier, like: statement.lines });
  });
}

/** A month as it was once posted, agreed to and sealed: lines like those of the real one, all days of the month in turn. */
async function sealedMonth(
  { unitOfWork, clock }: Bench,
  {
    service,
    month,
    like,
  }: { readonly service: SampleService; readonly month: CivilMonth; readonly like: readonly VacancyLine[] },
): Promise<void> {
  const { key } = service.contract;
  const posts = service.contract.postGroups.flatMap((group) =>
    Array.from({ length: group.headcount }, (_, index) => ({
      postGroup: group.key,
      post: `${group.postPrefix}${index + 1}`,
    })),
  );
  const lines = Array.from({ length: linesAMonth }, (_, index): VacancyLine[] => {
    const [pattern, place] = [like[index % like.length], posts[index % posts.length]];
    if (pattern === undefined || place === undefined) return [];
    const date = civilDate(`${month}-${String((index % 28) + 1).padStart(2, '0')}`);
    return [{ ...pattern, ...place, contract: key, date, id: [key, date, place.postGroup, place.post].join('/') }];
  }).flat();
  valueOf(
    await unitOfWork.write(async ({ ledger }) => {
      const posted = await ledger.appendAll(
        key,
        lines.map((line) => lineEntry(line, { generation: 0, recordedBy: 'finance' })),
      );
      if (!posted.ok) return posted;
      const answers = posted.value.map((open, index) => {
        const answer = { kind: 'agreed', by: 'client', note: '', document: null, recordedBy: 'client' } as const;
        return answerEntry({ open, line: lines[index] as VacancyLine, answerCount: 0 }, answer);
      });
      const answered = await ledger.appendAll(key, answers);
      if (!answered.ok) return answered;
      const entries = await ledger.entriesOf(key, month);
      const lastSequence = (await ledger.lastEntry(key))?.sequence ?? 0;
      const amountFen = monthTotal(entries, month);
      await ledger.saveSeal({ contract: key, month, amountFen, lastSequence, recordedAt: clock.now() });
      return done(null);
    }),
  );
}

function last(months: readonly CivilMonth[]): CivilMonth {
  return months.at(-1) as CivilMonth;
}
