import { In, type EntityManager } from 'typeorm';
import type { Clock, LedgerRepository, Randomness } from '../../../application/ports/index.js';
import { chainStart, entryHash } from '../../../domain/ledger/journal/journal-hash.js';
import type { JournalEntry, JournalHead, NewJournalEntry } from '../../../domain/ledger/journal/journal.js';
import type { ApprovedRate } from '../../../domain/ledger/vacancy/vacancy-line.js';
import { assert, present } from '../../../shared/assert.js';
import { firstOfMonth, lastOfMonth } from '../../../shared/civil-date.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import {
  approvedRateEntity,
  inputSealEntity,
  journalEntryEntity,
  journalHeadEntity,
  periodSealEntity,
  type ApprovedRateRow,
} from '../entities/ledger.js';
import { selectRows } from '../row-reading.js';
import { chunks, insertRows, putRows } from '../row-writing.js';
import { entriesBesideVacancies, vacanciesInForce, waitingMonths } from './contract-journal.js';

export function ledgerRepository(
  manager: EntityManager,
  { clock, randomness }: { clock: Clock; randomness: Randomness },
): LedgerRepository {
  const order = ['sequence'] as const;
  const appendAll = async (contract: string, entries: readonly NewJournalEntry[]): Promise<Result<JournalEntry[]>> => {
    assert(
      entries.every((entry) => entry.contract === contract),
      'a journal entry is appended to its own contract',
    );
    const known = await entriesByKey(manager, contract, entries);
    const fresh: JournalEntry[] = [];
    // Not the last entry: after entries were cut off, the database refuses what doesn't follow the one before.
    let head = await headOf(manager, contract);
    for (const entry of entries) {
      const earlier = known.get(entry.idempotencyKey);
      if (earlier !== undefined && earlier.inputHash !== entry.inputHash) return keyTaken(entry);
      if (earlier !== undefined) continue;
      const next = linked(entry, { after: head, id: randomness.id(), recordedAt: clock.now() });
      head = { contract, sequence: next.sequence, hash: next.hash };
      known.set(entry.idempotencyKey, next);
      fresh.push(next);
    }
    await insertRows(manager, journalEntryEntity, fresh);
    if (fresh.length > 0 && head !== undefined) await putRows(manager, journalHeadEntity, [head]);
    return done(entries.flatMap(({ idempotencyKey }) => known.get(idempotencyKey) ?? []));
  };
  return {
    async rates(contract) {
      const rows = await manager.find(approvedRateEntity, {
        where: { contract },
        order: { fromDate: 'ASC', repetition: 'ASC' },
      });
      return rows.map(toRate);
    },
    async saveRate({ from, ...rest }) {
      const repetition = await manager.countBy(approvedRateEntity, { contract: rest.contract, fromDate: from });
      await insertRows(manager, approvedRateEntity, [{ ...rest, fromDate: from, repetition }]);
    },
    async entries(contract) {
      return await selectRows(manager, journalEntryEntity, { where: [['contract', '=', contract]], order });
    },
    async entriesOf(contract, month) {
      return await selectRows(manager, journalEntryEntity, {
        where: [
          ['contract', '=', contract],
          ['effectiveDate', '>=', firstOfMonth(month)],
          ['effectiveDate', '<=', lastOfMonth(month)],
        ],
        order,
      });
    },
    async entriesSince(contract, month) {
      return await selectRows(manager, journalEntryEntity, {
        where: [
          ['contract', '=', contract],
          ['effectiveDate', '>=', firstOfMonth(month)],
        ],
        order,
      });
    },
    async vacanciesInForce(contract) {
      return await vacanciesInForce(manager, contract);
    },
    async waitingMonths(contract) {
      return await waitingMonths(manager, contract);
    },
    async entriesBesideVacancies(contract) {
      return await entriesBesideVacancies(manager, contract);
    },
    async head(contract) {
      return await headOf(manager, contract);
    },
    async lastEntry(contract) {
      return await lastEntry(manager, contract);
    },
    async entriesAt(contract, sequences) {
      return await manager.find(journalEntryEntity, { where: { contract, sequence: In([...sequences]) } });
    },
    async counterparts(contract, entries) {
      const reversed = entries.flatMap(({ reverses }) => reverses ?? []);
      return [
        ...(await entriesWith(manager, contract, { member: 'reverses', values: entries.map(({ id }) => id) })),
        ...(await entriesWith(manager, contract, { member: 'id', values: reversed })),
      ];
    },
    async find(contract, id) {
      return (await manager.findOneBy(journalEntryEntity, { contract, id })) ?? undefined;
    },
    async findByKey(contract, idempotencyKey) {
      return (await manager.findOneBy(journalEntryEntity, { contract, idempotencyKey })) ?? undefined;
    },
    async append(contract, entry) {
      const appended = await appendAll(contract, [entry]);
      return appended.ok ? done(present(appended.value[0], 'the entry')) : appended;
    },
    appendAll,
    async seals(contract) {
      return await manager.find(periodSealEntity, { where: { contract }, order: { month: 'ASC' } });
    },
    async saveSeal(seal) {
      await insertRows(manager, periodSealEntity, [seal]);
    },
    async inputSeals(contract) {
      return await manager.find(inputSealEntity, { where: { contract }, order: { month: 'ASC', ordinal: 'ASC' } });
    },
    async saveInputSeal(seal) {
      await insertRows(manager, inputSealEntity, [seal]);
    },
  };
}

async function headOf(manager: EntityManager, contract: string): Promise<JournalHead | undefined> {
  return (await manager.findOneBy(journalHeadEntity, { contract })) ?? undefined;
}

async function lastEntry(manager: EntityManager, contract: string): Promise<JournalEntry | undefined> {
  const where = [['contract', '=', contract]] as const;
  const [last] = await selectRows(manager, journalEntryEntity, {
    ...{ where, order: ['sequence'], direction: 'DESC', limit: 1 },
  });
  return last;
}

/** The entries that were appended before under the keys of others. */
async function entriesByKey(
  manager: EntityManager,
  contract: string,
  entries: readonly NewJournalEntry[],
): Promise<Map<string, JournalEntry>> {
  const values = entries.map(({ idempotencyKey }) => idempotencyKey);
  const known = await entriesWith(manager, contract, { member: 'idempotencyKey', values });
  return new Map(known.map((entry) => [entry.idempotencyKey, entry]));
}

/** The entries that have one of these values there. */
async function entriesWith(
  manager: EntityManager,
  contract: string,
  { member, values }: { readonly member: 'id' | 'idempotencyKey' | 'reverses'; readonly values: readonly string[] },
): Promise<JournalEntry[]> {
  const found: JournalEntry[][] = [];
  for (const some of chunks(values)) {
    const where = [['contract', '=', contract] as const, [member, 'in', some] as const];
    found.push(await selectRows(manager, journalEntryEntity, { where, order: ['sequence'] }));
  }
  return found.flat();
}

/** The entry in its place in the chain. */
function linked(
  entry: NewJournalEntry,
  { after, ...place }: { readonly after: JournalHead | undefined; readonly id: string; readonly recordedAt: string },
): JournalEntry {
  const sequence = (after?.sequence ?? 0) + 1;
  const complete = { ...entry, ...place, sequence, previousHash: after?.hash ?? chainStart };
  return { ...complete, hash: entryHash(complete) };
}

function toRate(row: ApprovedRateRow): ApprovedRate {
  const { contract, annualFen, document, fromDate, enteredBy, recordedAt } = row;
  return { contract, annualFen, document, from: fromDate, enteredBy, recordedAt };
}

function keyTaken(entry: NewJournalEntry) {
  return refuse(
    'idempotency-conflict',
    {
      zh: '这个幂等键已用于另一笔内容不同的记账。请核对已有记录；确属新的一笔时请换一个键。',
      en: 'This idempotency key was already used for an entry with other content. Check the existing entry; use a new key for a new one.',
    },
    { idempotencyKey: entry.idempotencyKey },
  );
}
