import type { Presence } from '../../src/domain/attendance/presence.js';
import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import { inputHash } from '../../src/domain/ledger/journal/journal-hash.js';
import type { NewJournalEntry } from '../../src/domain/ledger/journal/journal.js';
import type { FeedEvent, Roster } from '../../src/domain/rostering/roster.js';
import type { Worker } from '../../src/domain/workforce/worker.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { readFixtures } from '../../src/adapters/system/fixtures.js';

/** Small valid rows for storage tests; what they mean matters only there. */

export function sampleContract(key: string): ServiceContract {
  const [contract] = readFixtures().contracts;
  if (contract === undefined) throw new Error('the fixtures hold no contract');
  return { ...contract, key };
}

export function sampleWorker(code: string): Worker {
  return {
    code,
    name: `示例${code}`,
    site: 'hall',
    function: 'window',
    redeployableTo: ['hall/guide'],
    backupFor: [],
    role: 'member',
    education: 'bachelor',
    bornOn: civilDate('1990-02-28'),
    joinedOn: civilDate('2024-01-01'),
    annualLeaveDays: 5,
    restrictions: [{ effect: 'noNight', from: civilDate('2026-01-01'), to: civilDate('2026-06-30') }],
  };
}

export function sampleRoster(contract: string, id: string, from = '2026-05-11', to = '2026-05-16'): Roster {
  return {
    id,
    contract,
    from: civilDate(from),
    to: civilDate(to),
    status: 'draft',
    version: null,
    revision: 1,
    isProvisional: false,
    assignments: [
      {
        worker: 'W001',
        date: civilDate(from),
        shift: 'day',
        postGroup: 'hall/window',
        post: '综窗1',
        start: `${from}T08:30+08:00`,
        end: `${from}T17:30+08:00`,
        isPinned: true,
      },
    ],
    pinnedDaysOff: [],
    vacancies: [],
    requiredPostDays: '7/2',
    filledPostDays: '3',
    certificate: {
      status: 'optimal',
      objective: 12.5,
      bound: 12.5,
      gap: 0,
      seconds: 1,
      costByRule: { vacancy: 12.5 },
      missingMinutes: 0,
      missingMinutesBound: 0,
      engine: 'highs',
      seed: 1,
      problemHash: 'abc',
      columns: 1,
      rows: 1,
      check: { hardViolations: [], objective: 12.5 },
    },
    createdAt: '2026-05-06T04:00:00.000Z',
    publishedAt: null,
  };
}

export function sampleFeedEvent(contract: string, worker: string, date: string): FeedEvent {
  return {
    contract,
    worker,
    uid: `${contract}-${worker}-${date}@zhiban`,
    sequence: 0,
    status: 'CONFIRMED',
    date: civilDate(date),
    start: `${date}T08:30+08:00`,
    end: `${date}T17:30+08:00`,
    title: '白班 8:30–17:30',
    location: '',
    modifiedAt: '2026-05-06T04:00:00.000Z',
    version: 1,
  };
}

export function samplePresence(worker: string, date: string, post: string | null = '综窗1'): Presence {
  return {
    worker,
    date: civilDate(date),
    postGroup: 'hall/window',
    post,
    arrivedMinute: 510,
    leftMinute: 720,
    status: 'present',
    cause: null,
    coverFor: null,
    note: '',
  };
}

export function sampleEntry(contract: string, idempotencyKey: string, subject = '{}'): NewJournalEntry {
  return {
    contract,
    effectiveDate: civilDate('2026-05-12'),
    reason: 'vacancy',
    reverses: null,
    idempotencyKey,
    inputHash: inputHash({ idempotencyKey, subject }),
    postings: [
      { source: 'reductions:vacancy:undisputed', destination: 'client:payable', asset: 'CNY', quantity: '45020' },
    ],
    subject,
    recordedBy: 'command-line',
  };
}
