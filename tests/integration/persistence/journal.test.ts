import type { Database } from '../../../src/adapters/persistence/database.js';
import { chainStart, entryHash } from '../../../src/domain/ledger/journal/journal-hash.js';
import { checkHead } from '../../../src/domain/ledger/journal/journal-check.js';
import type { NewJournalEntry } from '../../../src/domain/ledger/journal/journal.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { done, refuse } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import { sampleContract, sampleEntry } from '../../support/sample-rows.js';

eachDatabase((_name, open) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await open();
    await database.unitOfWork.write(async ({ contracts }) => {
      for (const key of ['anding', 'horqin']) await contracts.save(sampleContract(key));
      return done(null);
    });
  });
  const append = (entry: NewJournalEntry) =>
    database.unitOfWork.write(({ ledger }) => ledger.append(entry.contract, entry));
  const entries = (contract: string) => database.unitOfWork.read(({ ledger }) => ledger.entries(contract));

  it('gives every contract its own gapless chain, also to appends at the same time and between refusals', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        database.unitOfWork.write(async ({ ledger }) => {
          const contract = index % 2 === 0 ? 'anding' : 'horqin';
          const appended = await ledger.append(contract, sampleEntry(contract, `line ${index}`));
          return index < 2 ? refuse('period-closed', { zh: '已关账', en: 'closed' }) : appended;
        }),
      ),
    );
    for (const contract of ['anding', 'horqin']) {
      const chain = await entries(contract);
      expect(chain.map((entry) => entry.sequence)).toEqual([1, 2, 3, 4]);
      expect(chain.map((entry) => entry.previousHash)).toEqual([
        chainStart,
        ...chain.slice(0, 3).map((entry) => entry.hash),
      ]);
      expect(chain.map((entry) => entryHash(entry))).toEqual(chain.map((entry) => entry.hash));
    }
  });

  it('returns the first entry for the same key and input, and refuses another input', async () => {
    const first = await append(sampleEntry('anding', 'key'));
    database.clock.advance({ hours: 1 });
    expect(await append(sampleEntry('anding', 'key'))).toEqual(first);
    const conflict = await append(sampleEntry('anding', 'key', '{"other":true}'));
    expect(conflict.ok ? undefined : conflict.refusal.code).toBe('idempotency-conflict');
    expect((await append(sampleEntry('horqin', 'key'))).ok).toBe(true);
    expect(await entries('anding')).toHaveLength(1);
  });

  it('appends many at once as it would one by one, and keeps nothing of a batch that is refused', async () => {
    const appendAll = (...batch: readonly NewJournalEntry[]) =>
      database.unitOfWork.write(({ ledger }) => ledger.appendAll('anding', batch));
    const batch = Array.from({ length: 1200 }, (_, index) => sampleEntry('anding', `line ${index}`));
    const first = await appendAll(...batch.slice(0, 600));
    const all = await appendAll(...batch, ...batch.slice(0, 1));
    expect(all.ok ? all.value.map(({ sequence }) => sequence) : all).toEqual(
      [...batch.keys()].map((n) => n + 1).concat(1),
    );
    expect(first.ok && all.ok ? all.value.slice(0, 600) : undefined).toEqual(first.ok ? first.value : first);
    const chain = await entries('anding');
    expect(chain).toHaveLength(1200);
    expect(chain.every((entry, index) => entry.previousHash === (chain[index - 1]?.hash ?? chainStart))).toBe(true);
    const refused = await appendAll(sampleEntry('anding', 'new'), sampleEntry('anding', 'line 7', '{"other":true}'));
    expect(refused.ok ? undefined : refused.refusal.code).toBe('idempotency-conflict');
    const misfit = [sampleEntry('anding', 'twice'), sampleEntry('anding', 'twice', '{"other":true}')];
    expect((await appendAll(...misfit)).ok).toBe(false);
    expect(await entries('anding')).toHaveLength(1200);
    expect(await database.unitOfWork.read(({ ledger }) => ledger.lastEntry('anding'))).toEqual(chain.at(-1));
  });

  it('finds entries by key and by the month in which they take effect', async () => {
    await append(sampleEntry('anding', 'may'));
    await append({ ...sampleEntry('anding', 'june'), effectiveDate: civilDate('2026-06-01') });
    const found = await database.unitOfWork.read(async ({ ledger }) => [
      (await ledger.findByKey('anding', 'june'))?.sequence,
      (await ledger.findByKey('horqin', 'june'))?.sequence,
      (await ledger.entriesOf('anding', civilMonth('2026-05'))).map((entry) => entry.idempotencyKey),
    ]);
    expect(found).toEqual([2, undefined, ['may']]);
  });

  it('keeps rates and seals with exact amounts', async () => {
    const rate = {
      contract: 'anding',
      annualFen: fen(11_165_000),
      document: '财批〔2026〕1号',
      from: civilDate('2026-04-02'),
      enteredBy: 'u1',
      recordedAt: '2026-05-06T04:00:00.000Z',
    };
    const seal = {
      contract: 'anding',
      month: civilMonth('2026-05'),
      amountFen: fen(9_007_199_254_740_991),
      lastSequence: 3,
      recordedAt: '2026-06-01T00:00:00.000Z',
    };
    await database.unitOfWork.write(async ({ ledger }) => {
      await ledger.saveRate(rate);
      await ledger.saveRate({ ...rate, annualFen: fen(12_000_000) });
      await ledger.saveSeal(seal);
      return done(null);
    });
    const read = (contract: string) =>
      database.unitOfWork.read(async ({ ledger }) => [await ledger.rates(contract), await ledger.seals(contract)]);
    expect(await read('anding')).toEqual([[rate, { ...rate, annualFen: fen(12_000_000) }], [seal]]);
    expect(await read('horqin')).toEqual([[], []]);
  });

  it('misses entries that were cut off the end of an open journal, and takes no entry in their place', async () => {
    for (const key of ['one', 'two', 'three']) await append(sampleEntry('anding', key));
    const problems = async () => {
      const [chain, head] = await database.unitOfWork.read(async ({ ledger }) => [
        await ledger.entries('anding'),
        await ledger.head('anding'),
      ]);
      return checkHead(chain, head).map(({ en }) => en);
    };
    expect(await problems()).toEqual([]);
    for (const statement of ['UPDATE journal_head SET sequence = 1', 'DELETE FROM journal_head'])
      await expect(database.source.query(statement)).rejects.toThrow(/only moves forward|never deleted/u);
    // Somebody with the rights to do so puts the guards of the entries aside.
    await database.source.query(
      database.kind === 'postgres'
        ? 'ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_no_change'
        : 'DROP TRIGGER journal_entry_no_delete',
    );
    await database.source.query(`DELETE FROM journal_entry WHERE contract = 'anding' AND sequence = 3`);
    expect(await problems()).toEqual([expect.stringContaining('ended with entry 3 and now ends with entry 2')]);
    await expect(append(sampleEntry('anding', 'another'))).rejects.toThrow(/continue the chain/u);
  });

  describe('guards inside the database, against raw SQL', () => {
    beforeEach(async () => {
      for (const key of ['one', 'two']) await append(sampleEntry('anding', key));
      await database.unitOfWork.write(async ({ ledger }) => {
        await ledger.saveSeal({
          contract: 'anding',
          month: civilMonth('2026-05'),
          amountFen: fen(1),
          lastSequence: 2,
          recordedAt: 'x',
        });
        return done(null);
      });
    });
    const columns = `contract, sequence, id, effective_date, recorded_at, reason, reverses, idempotency_key, input_hash, postings, subject, recorded_by, previous_hash, hash`;
    const copyOf = (sequence: number, changes: Partial<Record<string, string>>) =>
      `INTO journal_entry (${columns}) SELECT ${columns
        .split(', ')
        .map((column) => changes[column] ?? column)
        .join(', ')} FROM journal_entry WHERE sequence = ${sequence}`;
    const fresh = { sequence: '3', id: `'new'`, idempotency_key: `'new'`, previous_hash: 'hash' };

    it.each([
      ['an entry changed', `UPDATE journal_entry SET subject = 'x' WHERE sequence = 1`],
      ['an entry deleted', `DELETE FROM journal_entry WHERE sequence = 2`],
      ['a seal changed', `UPDATE period_seal SET amount_fen = 2`],
      ['a seal deleted', `DELETE FROM period_seal`],
      ['a second seal', `INSERT INTO period_seal SELECT * FROM period_seal`],
      ['a gap', `INSERT ${copyOf(2, { ...fresh, sequence: '4' })}`],
      ['a broken chain', `INSERT ${copyOf(1, fresh)}`],
      ['a key again', `INSERT ${copyOf(2, { ...fresh, idempotency_key: `'one'` })}`],
    ])('refuse %s', async (_what, statement) => {
      const before = await entries('anding');
      await expect(database.source.query(statement)).rejects.toThrow(
        /never changed or deleted|sealed once|continue the chain/u,
      );
      expect(await entries('anding')).toEqual(before);
    });

    it('let the next entry of the chain in', async () => {
      await database.source.query(`INSERT ${copyOf(2, fresh)}`);
      expect(await entries('anding')).toHaveLength(3);
    });

    it('refuse what would empty or replace rows behind the triggers', async () => {
      const statements =
        database.kind === 'postgres'
          ? ['TRUNCATE journal_entry', 'TRUNCATE period_seal']
          : [
              `INSERT OR REPLACE ${copyOf(1, { subject: `'x'` })}`,
              `INSERT OR REPLACE ${copyOf(2, { ...fresh, id: 'id' })}`,
              'REPLACE INTO period_seal SELECT * FROM period_seal',
            ];
      for (const statement of statements) await refused(database, statement);
      expect(await entries('anding')).toHaveLength(2);
    });
  });
});

async function refused(database: Database, statement: string): Promise<void> {
  await expect(database.source.query(statement)).rejects.toThrow(/never changed|sealed once|continue the chain/u);
}
