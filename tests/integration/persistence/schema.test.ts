import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { openDatabase } from '../../../src/adapters/persistence/database.js';
import { StorageError } from '../../../src/adapters/persistence/storage-error.js';
import { done } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { CountedRandomness, FixedClock } from '../../support/deterministic.js';
import { sampleContract } from '../../support/sample-rows.js';

eachDatabase((name, open) => {
  it('is in step with the entities: TypeORM would change nothing', async () => {
    const { source } = await open();
    const changes = await source.driver.createSchemaBuilder().log();
    expect(changes.upQueries.slice(0, 3).map((query) => query.query)).toEqual([]);
  });

  it('runs every migration once', async () => {
    const { source } = await open();
    const tables = `SELECT name FROM schema_migration ORDER BY name`;
    const before: unknown = await source.query(tables);
    await source.runMigrations();
    expect(await source.query(tables)).toEqual(before);
  });

  it('stores the tenant in every table except people, sessions and national notices', async () => {
    const { source } = await open();
    const without = source.entityMetadatas.filter(
      (table) => !table.columns.some((column) => column.propertyName === 'contract'),
    );
    expect(without.map((table) => table.tableName).sort()).toEqual([
      'account',
      'holiday_notice',
      'second_factor',
      'session',
      'sign_in_link',
    ]);
    expect(name).toBeTruthy();
  });
});

describe('opening a SQLite database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiban-open-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const opening = (dataDirectory: string) =>
    openDatabase({ dataDirectory, clock: new FixedClock(), randomness: new CountedRandomness() });
  const refusal = async (dataDirectory: string) => {
    const error: unknown = await opening(dataDirectory).then(
      () => undefined,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(StorageError);
    return (error as StorageError).refusal;
  };

  it('makes the folder, finds its rows again, keeps WAL, full sync and foreign keys', async () => {
    const first = await opening(join(folder, 'new', 'data'));
    await first.unitOfWork.write(async ({ contracts }) => {
      await contracts.save(sampleContract('anding'));
      return done(null);
    });
    await first.close();
    const second = await opening(join(folder, 'new', 'data'));
    const pragma = async (name: string) =>
      Object.values((await second.source.query<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {})[0];
    expect(await second.unitOfWork.read(({ contracts }) => contracts.find('anding'))).toEqual(sampleContract('anding'));
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
    ]);
    await second.close();
  });

  it('lets two programs open the same new folder at once', async () => {
    const both = await Promise.all([opening(folder), opening(folder)]);
    for (const database of both) await database.close();
  });

  it('says what to do when the folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal(join(folder, 'file', 'data'))).toMatchObject({
      code: 'storage-unavailable',
      message: {
        en: expect.stringContaining('ZHIBAN_DATA') as string,
        zh: expect.stringContaining('文件夹') as string,
      },
    });
  });

  it('says what to do when the file is damaged', async () => {
    writeFileSync(
      join(folder, 'zhiban.sqlite'),
      'this is no database, and it is long enough to be seen as one'.repeat(40),
    );
    expect((await refusal(folder)).message.en).toContain('restore');
  });

  it('finds damage inside an otherwise good file', async () => {
    const database = await opening(folder);
    await database.close();
    const file = join(folder, 'zhiban.sqlite');
    const connection = new SqliteConnection(file);
    const pageSize = connection.pragma('page_size', { simple: true }) as number;
    connection.pragma('journal_mode = DELETE');
    connection.close();
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const descriptor = openSync(file, 'r+');
    for (let page = 2; page < 8; page += 1) writeSync(descriptor, Buffer.alloc(64, 0xff), 0, 64, page * pageSize);
    closeSync(descriptor);
    expect((await refusal(folder)).message.en).toContain('damaged');
  });

  it('leaves the database of a newer program alone', async () => {
    const database = await opening(folder);
    await database.source.query(
      `INSERT INTO schema_migration (timestamp, name) VALUES (1999000000000, 'FromTheFuture1999000000000')`,
    );
    await database.close();
    expect((await refusal(folder)).message.en).toContain('newer Zhiban');
  });

  it('refuses a write in words while another program holds the file', async () => {
    const database = await opening(folder);
    await database.source.query('PRAGMA busy_timeout = 50');
    const other = new SqliteConnection(join(folder, 'zhiban.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const held = await database.unitOfWork.write(() => Promise.resolve(done(null)));
    expect(held.ok ? undefined : held.refusal).toMatchObject({ code: 'storage-unavailable' });
    other.exec('ROLLBACK');
    other.close();
    expect(await database.unitOfWork.write(() => Promise.resolve(done(1)))).toEqual(done(1));
    await database.close();
  });

  it('refuses a write in words when the disk is full, keeps what was there, and goes on once there is space', async () => {
    const database = await opening(folder);
    const save = (key: string, note: string) =>
      database.unitOfWork.write(async ({ contracts }) => {
        await contracts.save({ ...sampleContract('anding'), key, contractNumber: note });
        return done(key);
      });
    await save('anding', 'first');
    await database.source.query('PRAGMA max_page_count = 1');
    const full = await save('horqin', 'x'.repeat(1_000_000));
    expect(full.ok ? undefined : full.refusal.message.en).toContain('disk');
    await database.source.query('PRAGMA max_page_count = 1000000');
    expect(await save('sujiatuo', 'second')).toEqual(done('sujiatuo'));
    const keys = (await database.unitOfWork.read(({ contracts }) => contracts.list())).map((contract) => contract.key);
    expect(keys).toEqual(['anding', 'sujiatuo']);
    await database.close();
  });

  it('refuses an address that is not PostgreSQL, and a server that is not there', async () => {
    const parts = { dataDirectory: folder, clock: new FixedClock(), randomness: new CountedRandomness() };
    await expect(openDatabase({ ...parts, url: 'mysql://x' })).rejects.toThrow('postgres://');
    await expect(openDatabase({ ...parts, url: 'postgres://nobody:secret@127.0.0.1:1/none' })).rejects.toThrow(
      /^PostgreSQL \(127\.0\.0\.1:1\/none\) can't be reached/u,
    );
  });
});
