import fc from 'fast-check';
import type { Repositories } from '../../../src/application/ports/index.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { swappedDuty } from '../../../src/domain/rostering/shift-swap.js';
import { done } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { assignmentOf } from '../../support/publications.js';
import {
  sampleContract,
  sampleEntry,
  sampleFeedEvent,
  samplePresence,
  sampleRoster,
  sampleWorker,
} from '../../support/sample-rows.js';

/** The same keys are used in both contracts on purpose: only the tenant tells the rows apart. */
const tenants = ['anding', 'horqin'] as const;
const year = { from: civilDate('2026-01-01'), to: civilDate('2026-12-31') };
const days = ['2026-05-11', '2026-05-12', '2026-05-13'];

const writing = fc.record({
  contract: fc.constantFrom(...tenants),
  kind: fc.constantFrom(
    'worker',
    'leave',
    'roster',
    'feed',
    'presence',
    'mark',
    'day record',
    'swap',
    'wish',
    'rate',
    'entry',
    'seal',
    'message',
    'override',
    'confirmation',
    'answer',
    'reading',
  ),
  number: fc.integer({ min: 1, max: 3 }),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

eachDatabase((_name, open) => {
  it('never returns a row of one contract for the other', async () => {
    const { unitOfWork } = await open();
    await unitOfWork.write(async ({ contracts }) => {
      for (const key of tenants) await contracts.save(sampleContract(key));
      return done(null);
    });
    let rows = 0;
    const property = fc.asyncProperty(fc.array(writing, { minLength: 1, maxLength: 12 }), async (writings) => {
      const marked = writings.map((each) => ({ ...each, row: (rows += 1) }));
      await unitOfWork.write(async (repositories) => {
        for (const each of marked) await put(repositories, each);
        return done(null);
      });
      for (const contract of tenants) {
        const text = JSON.stringify(await unitOfWork.read((repositories) => everythingOf(repositories, contract)));
        for (const other of tenants) if (other !== contract) expect(text).not.toContain(`of ${other}`);
      }
    });
    await fc.assert(property, { numRuns: 15, endOnFailure: true });
    expect(rows).toBeGreaterThan(0);
  });
});

const untouched = (markedAt: string) => ({ markedAt, undoneBy: null, undoneAt: null });
const sampleDuty = assignmentOf({ worker: 'W001', date: '2026-05-11' });

/** Every row carries the words `of <contract>` in one of its fields. */
async function put(
  repositories: Repositories,
  { contract, kind, number, row }: Writing & { row: number },
): Promise<void> {
  const {
    workforce,
    rosters,
    feeds,
    attendance,
    ledger,
    outbox,
    calendars,
    contracts,
    answers,
    readings,
    swaps,
    wishes,
  } = repositories;
  const mark = `of ${contract}`;
  const worker = `W00${number}`;
  const date = days[number - 1] ?? '';
  const at = new Date(Date.UTC(2026, 4, 6) + row).toISOString();
  switch (kind) {
    case 'worker':
      await workforce.saveWorkers(contract, [{ ...sampleWorker(worker), name: mark }]);
      return;
    case 'leave':
      await workforce.saveLeave(contract, [
        { worker: `${worker} ${mark}`, from: civilDate(date), to: civilDate(date), kind: 'annual', status: 'approved' },
      ]);
      return;
    case 'roster': {
      const roster = {
        ...sampleRoster(contract, `roster-${row}`),
        status: 'published' as const,
        version: row,
        requiredPostDays: mark,
      };
      await rosters.save(roster, null);
      await rosters.saveProblem(contract, roster.id, mark);
      await rosters.saveDifference(contract, row, roster.id, {
        added: [],
        changed: [],
        cancelled: roster.assignments.map((each) => ({ ...each, post: mark })),
      });
      return;
    }
    case 'feed':
      await feeds.saveEvents(contract, [
        { ...sampleFeedEvent(contract, worker, date), uid: `${worker}-${date}`, title: mark },
      ]);
      await feeds.saveToken({
        contract,
        worker: `${worker} ${mark}`,
        secretHash: String(row).padStart(64, '0'),
        createdAt: at,
        revokedAt: null,
        lastFetchedAt: null,
        versionSeen: null,
      });
      return;
    case 'presence':
      await attendance.savePresence(contract, [{ ...samplePresence(worker, date), note: mark }]);
      return;
    case 'mark':
      await attendance.saveMarks(contract, [
        {
          id: `mark ${row}`,
          worker,
          date: civilDate(date),
          kind: 'arrived',
          minute: 510,
          markedBy: mark,
          ...untouched(at),
        },
      ]);
      return;
    case 'day record': {
      const range = { from: civilDate(date), to: civilDate(date) };
      if ((await attendance.dayRecords(contract, range)).length > 0) return;
      await attendance.addDayRecord(contract, { date: range.from, records: [], confirmedBy: mark, confirmedAt: at });
      return;
    }
    case 'swap':
      await swaps.save(contract, {
        ...{ id: `swap ${number}`, worker, other: 'W009', note: mark, status: 'proposed', proposedAt: at, reason: '' },
        gives: swappedDuty({ ...sampleDuty, date: civilDate(date) }),
        ...{ takes: null, answeredAt: null, decidedAt: null, decidedBy: null, version: null },
      });
      return;
    case 'wish':
      await wishes.save(contract, { worker, date: civilDate(date), shift: mark, wishedAt: at });
      return;
    case 'rate':
      await ledger.saveRate({
        contract,
        annualFen: fen(1),
        document: mark,
        from: civilDate(date),
        enteredBy: 'u',
        recordedAt: at,
      });
      return;
    case 'entry':
      await ledger.append(contract, sampleEntry(contract, `key ${number}`, mark));
      return;
    case 'seal':
      if ((await ledger.seals(contract)).length === 0) {
        await ledger.saveSeal({
          contract,
          month: civilMonth('2026-05'),
          amountFen: fen(row),
          lastSequence: 0,
          recordedAt: mark,
        });
      }
      return;
    case 'message':
      await outbox.add(contract, [
        {
          ...{ id: `message ${row}`, worker, kind: 'roster-published', createdAt: at, sentAt: null, readAt: null },
          title: { zh: mark, en: mark },
          body: { zh: '', en: '' },
        },
      ]);
      return;
    case 'override':
      await calendars.saveOverride(contract, { site: 'hall', date: civilDate(date), kind: 'rest', document: mark });
      return;
    case 'confirmation':
      await contracts.confirm(contract, { key: 'term', value: {}, document: mark, confirmedBy: 'u', recordedAt: at });
      return;
    case 'reading':
      await readings.save({
        ...{ contract, number: row, item: 'V9', option: 'none', from: civilDate(date), note: mark },
        ...{ proposedBy: 'client', contractor: null, client: { by: 'u', at, document: mark } },
        ...{ version: null, withdrawnAt: null },
      });
      return;
    case 'answer':
      if ((await answers.find(contract, `key ${number}`)) === undefined)
        await answers.save({ contract, key: `key ${number}`, inputHash: mark, document: mark, answeredAt: at });
  }
}

async function everythingOf(
  {
    workforce,
    rosters,
    feeds,
    attendance,
    ledger,
    outbox,
    calendars,
    contracts,
    answers,
    readings,
    swaps,
    wishes,
  }: Repositories,
  contract: string,
) {
  const published = await rosters.list(contract);
  const workers = ['W001', 'W002', 'W003'];
  return {
    workers: await workforce.workers(contract),
    leave: await workforce.leave(contract, year),
    published,
    active: await rosters.published(contract, year),
    problems: await Promise.all(published.map((roster) => rosters.problem(contract, roster.id))),
    differences: await Promise.all(
      Array.from({ length: 200 }, (_, index) => index + 1)
        .slice(0, await rosters.latestVersion(contract))
        .map((version) => rosters.difference(contract, version)),
    ),
    events: await feeds.eventsOn(contract, year),
    eventsOfWorkers: await Promise.all(workers.map((worker) => feeds.events(contract, worker))),
    tokens: await feeds.tokens(contract),
    presence: await attendance.presence(contract, year),
    marks: await attendance.marks(contract, year),
    mark: await Promise.all([1, 2, 3].map((number) => attendance.findMark(contract, `mark ${number}`))),
    dayRecords: await attendance.dayRecords(contract, year),
    swaps: await swaps.list(contract),
    swap: await Promise.all([1, 2, 3].map((number) => swaps.find(contract, `swap ${number}`))),
    wishes: await wishes.list(contract, year),
    rates: await ledger.rates(contract),
    entries: await ledger.entries(contract),
    month: await ledger.entriesOf(contract, civilMonth('2026-05')),
    counterparts: await ledger.counterparts(contract, await ledger.entries(contract)),
    atSequence: await ledger.entriesAt(contract, [1, 2, 3]),
    byKey: await Promise.all([1, 2, 3].map((number) => ledger.findByKey(contract, `key ${number}`))),
    seals: await ledger.seals(contract),
    answers: await Promise.all([1, 2, 3].map((number) => answers.find(contract, `key ${number}`))),
    messages: await Promise.all(workers.map((worker) => outbox.forWorker(contract, worker))),
    overrides: await calendars.overrides(contract),
    confirmations: await contracts.confirmations(contract),
    readings: await readings.list(contract),
  };
}
