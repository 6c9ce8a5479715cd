import { Between, type EntityManager } from 'typeorm';
import type { Clock, LedgerRepository, Randomness } from '../../../application/ports/index.js';
import { chainStart, entryHash } from '../../../domain/ledger/journal-hash.js';
import type { NewJournalEntry } from '../../../domain/ledger/journal.js';
import type { ApprovedRate } from '../../../domain/ledger/vacancy-line.js';
import { assert } from '../../../shared/assert.js';
import { firstOfMonth, lastOfMonth } from '../../../shared/civil-date.js';
import { done, refuse } from '../../../shared/result.js';
import { approvedRateEntity, journalEntryEntity, periodSealEntity, type ApprovedRateRow } from '../entities/ledger.js';
import { insertRows } from '../row-writing.js';

export function ledgerRepository(
  manager: EntityManager,
  { clock, randomness }: { clock: Clock; randomness: Randomness },
): LedgerRepository {
  const inSequence = { sequence: 'ASC' } as const;
  return {
    async rates(contract) {
      const order = { fromDate: 'ASC', repetition: 'ASC' } as const;
      const rows = await manager.find(approvedRateEntity, { where: { contract }, order });
      return rows.map(toRate);
    },
    async saveRate({ from, ...rest }) {
      const repetition = await manager.countBy(approvedRateEntity, { contract: rest.contract, fromDate: from });
      await insertRows(manager, approvedRateEntity, [{ ...rest, fromDate: from, repetition }]);
    },
    async entries(contract) {
      return await manager.find(journalEntryEntity, { where: { contract }, order: inSequence });
    },
    async entriesOf(contract, month) {
      const effectiveDate = Between(firstOfMonth(month), lastOfMonth(month));
      return await manager.find(journalEntryEntity, { where: { contract, effectiveDate }, order: inSequence });
    },
    async find(contract, id) {
      return (await manager.findOneBy(journalEntryEntity, { contract, id })) ?? undefined;
    },
    async findByKey(contract, idempotencyKey) {
      return (await manager.findOneBy(journalEntryEntity, { contract, idempotencyKey })) ?? undefined;
    },
    async append(contract, entry) {
      assert(entry.contract === contract, 'a journal entry is appended to its own contract');
      const earlier = await manager.findOneBy(journalEntryEntity, { contract, idempotencyKey: entry.idempotencyKey });
      if (earlier !== null) return earlier.inputHash === entry.inputHash ? done(earlier) : keyTaken(entry);
      const last = await manager.findOne(journalEntryEntity, { where: { contract }, order: { sequence: 'DESC' } });
      const linked = {
        ...entry,
        sequence: (last?.sequence ?? 0) + 1,
        id: randomness.id(),
        recordedAt: clock.now(),
        previousHash: last?.hash ?? chainStart,
      };
      const complete = { ...linked, hash: entryHash(linked) };
      await insertRows(manager, journalEntryEntity, [complete]);
      return done(complete);
    },
    async seals(contract) {
      return await manager.find(periodSealEntity, { where: { contract }, order: { month: 'ASC' } });
    },
    async saveSeal(seal) {
      await insertRows(manager, periodSealEntity, [seal]);
    },
  };
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
