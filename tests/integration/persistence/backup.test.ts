import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { openDatabase, type Database } from '../../../src/adapters/persistence/database.js';
import { restoreBackup } from '../../../src/adapters/persistence/restore.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { CountedRandomness, FixedClock } from '../../support/deterministic.js';
import { sampleContract, sampleEntry } from '../../support/sample-rows.js';

const refusalOf = (result: Result<unknown>) => (result.ok ? undefined : result.refusal);

describe('backup and restore of a SQLite database', () => {
  let folder: string;
  let dataDirectory: string;
  let database: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhiban-backup-'));
    dataDirectory = join(folder, 'data');
    database = await open();
    await database.unitOfWork.write(async ({ contracts }) => {
      await contracts.save(sampleContract('anding'));
      return done(null);
    });
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const randomness = new CountedRandomness();
  const open = () => openDatabase({ dataDirectory, clock: new FixedClock(), randomness });
  const append = (key: string) =>
    database.unitOfWork.write(({ ledger }) => ledger.append('anding', sampleEntry('anding', key)));
  const keys = async () =>
    (await database.unitOfWork.read(({ ledger }) => ledger.entries('anding'))).map((entry) => entry.idempotencyKey);

  it('brings back what was there at the time of the backup, and keeps the former file', async () => {
    await append('before');
    expect(await database.backup(join(folder, 'backups', 'one.sqlite'))).toEqual(done(null));
    await append('after');
    await database.close();
    const restored = await restoreBackup({ file: join(folder, 'backups', 'one.sqlite'), dataDirectory });
    const former = join(dataDirectory, 'zhiban.sqlite.former-1');
    expect(restored).toEqual(done({ formerKeptAs: former }));
    database = await open();
    expect(await keys()).toEqual(['before']);
    await database.close();

    expect(await restoreBackup({ file: former, dataDirectory })).toMatchObject(
      done({ formerKeptAs: join(dataDirectory, 'zhiban.sqlite.former-2') }),
    );
    database = await open();
    expect(await keys()).toEqual(['before', 'after']);
  });

  it('is whole while people write', async () => {
    const writing = Array.from({ length: 40 }, (_, index) => append(`line ${index}`));
    await writing[10];
    const saved = await database.backup(join(folder, 'busy.sqlite'));
    await Promise.all(writing);
    expect(saved.ok).toBe(true);
    await database.close();
    expect((await restoreBackup({ file: join(folder, 'busy.sqlite'), dataDirectory })).ok).toBe(true);
    database = await open();
    const there = await keys();
    expect(there).toEqual(Array.from({ length: there.length }, (_, index) => `line ${index}`));
    expect(there.length).toBeGreaterThanOrEqual(11);
    await append('goes on');
    expect((await keys()).at(-1)).toBe('goes on');
  });

  it('restores into an empty place', async () => {
    await database.backup(join(folder, 'one.sqlite'));
    expect(await restoreBackup({ file: join(folder, 'one.sqlite'), dataDirectory: join(folder, 'elsewhere') })).toEqual(
      done({ formerKeptAs: null }),
    );
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['zhiban.sqlite']);
  });

  it('never overwrites an older backup', async () => {
    writeFileSync(join(folder, 'old.sqlite'), 'precious');
    expect(refusalOf(await database.backup(join(folder, 'old.sqlite')))?.code).toBe('conflict');
    expect(statSync(join(folder, 'old.sqlite')).size).toBe(8);
  });

  it('says what to do when the backup cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(refusalOf(await database.backup(join(folder, 'file', 'one.sqlite')))?.code).toBe('storage-unavailable');
  });

  describe('touches nothing when the file', () => {
    const attempt = async (file: string) => {
      await append('kept');
      await database.close();
      const refusal = refusalOf(await restoreBackup({ file, dataDirectory }));
      database = await open();
      expect(await keys()).toEqual(['kept']);
      expect(readdirSync(dataDirectory).filter((name) => !name.startsWith('zhiban.sqlite-'))).toEqual([
        'zhiban.sqlite',
      ]);
      return refusal;
    };

    it('is not there', async () => {
      expect((await attempt(join(folder, 'none')))?.code).toBe('not-found');
    });

    it('is no database', async () => {
      writeFileSync(join(folder, 'text'), 'hello '.repeat(1000));
      expect((await attempt(join(folder, 'text')))?.code).toBe('invalid-input');
    });

    it('has another byte in a row', async () => {
      const file = join(folder, 'spoilt.sqlite');
      await database.backup(file);
      const bytes = readFileSync(file);
      // A letter of the contract's document: the file is a sound database all the same.
      const place = bytes.lastIndexOf('"contractor"');
      expect(place).toBeGreaterThan(0);
      bytes[place + 1] = 'x'.charCodeAt(0);
      writeFileSync(file, bytes);
      expect((await attempt(file))?.code).toBe('invalid-input');
    });

    it('is a database of another program', async () => {
      const other = new SqliteConnection(join(folder, 'other.sqlite'));
      other.exec('CREATE TABLE x (y)');
      other.close();
      expect((await attempt(join(folder, 'other.sqlite')))?.code).toBe('invalid-input');
    });

    it('is damaged', async () => {
      const file = join(folder, 'damaged.sqlite');
      await database.backup(file);
      const { openSync, writeSync, closeSync } = await import('node:fs');
      const descriptor = openSync(file, 'r+');
      writeSync(descriptor, Buffer.alloc(2000, 0xff), 0, 2000, 4096);
      closeSync(descriptor);
      expect((await attempt(file))?.code).toBe('invalid-input');
    });

    it('was written by a newer program', async () => {
      const file = join(folder, 'newer.sqlite');
      await database.backup(file);
      const newer = new SqliteConnection(file);
      newer.exec(`INSERT INTO schema_migration (timestamp, name) VALUES (1999000000000, 'FromTheFuture1999000000000')`);
      newer.close();
      expect((await attempt(file))?.message.en).toContain('newer Zhiban');
    });
  });

  it('refuses to restore while a program has the database open', async () => {
    await database.backup(join(folder, 'one.sqlite'));
    const refusal = refusalOf(await restoreBackup({ file: join(folder, 'one.sqlite'), dataDirectory }));
    expect(refusal?.message.en).toContain('Another program');
    await append('still works');
    expect(await keys()).toEqual(['still works']);
  });

  it('replaces a damaged database and keeps it', async () => {
    await append('saved');
    await database.backup(join(folder, 'one.sqlite'));
    await database.close();
    writeFileSync(join(dataDirectory, 'zhiban.sqlite'), 'broken '.repeat(1000));
    expect((await restoreBackup({ file: join(folder, 'one.sqlite'), dataDirectory })).ok).toBe(true);
    expect(existsSync(join(dataDirectory, 'zhiban.sqlite.former-1'))).toBe(true);
    database = await open();
    expect(await keys()).toEqual(['saved']);
  });
});

describe('on PostgreSQL', () => {
  it('restore points to its own tools', async () => {
    const refusal = refusalOf(await restoreBackup({ file: 'x', dataDirectory: '/nowhere', url: 'postgres://x' }));
    expect(refusal?.message.en).toContain('pg_restore');
  });
});

eachDatabase((name, open) => {
  it(name === 'SQLite' ? 'backup writes a file' : 'backup points to pg_dump', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiban-backup-'));
    const result = await (await open()).backup(join(folder, 'one.sqlite'));
    if (name === 'SQLite') expect(result.ok).toBe(true);
    else expect(refusalOf(result)?.message.en).toContain('pg_dump');
    rmSync(folder, { recursive: true });
  });
});
